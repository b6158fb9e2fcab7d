import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runRml } from '../../../src/mapping/index.ts';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import { writeRml } from '../../../src/mapping/write-rml/index.ts';
import type { SelectFromFile } from '../../../src/model/index.ts';
import { BASE, inFolder, sound } from './yarrrml-run.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

const mapping = (results: string, more = '', reference = 'n') => `
@prefix rml: <http://w3id.org/rml/> .
@prefix formats: <http://www.w3.org/ns/formats/> .
<#map> rml:logicalSource [
    rml:source [ a rml:FilePath; rml:path "a.nt"; ${more} ];
    rml:iterator "SELECT ?s ?n { ?s ?p ?n }";
    rml:referenceFormulation formats:${results} ];
  rml:subjectMap [ rml:reference "s" ];
  rml:predicateObjectMap [ rml:predicate <urn:n>; rml:objectMap [ rml:reference "${reference}" ] ] .
`;

const ROWS: Awaited<ReturnType<SelectFromFile>> = {
  kind: 'answered',
  variables: ['s', 'n'],
  rows: [
    [{ value: 'urn:a' }, { value: '33' }],
    [{ value: 'urn:b' }, { value: '007' }],
    [{ value: 'urn:c' }, { value: '2001-01-01', datatype: `${XSD}date` }],
    [{ value: 'urn:d' }, undefined],
    [{ value: 'urn:e' }, { value: '1.5' }],
  ],
};

const run = (turtle: string, select?: SelectFromFile) =>
  inFolder({ 'mapping.ttl': turtle }, async (folder) => {
    const lines: string[] = [];
    const outcome = await runRml({
      mapping: join(folder, 'mapping.ttl'),
      base: BASE,
      workingDirectory: folder,
      policy: 'strict',
      write: (nquads) => void lines.push(Buffer.from(nquads).toString()),
      ...(select ? { select } : {}),
    });
    return { outcome, text: lines.join(''), folder };
  });

describe('A source that is a SPARQL query on an RDF file', () => {
  it('gives a record for each solution; in CSV results what is written as a number is one', async () => {
    const { text } = await run(mapping('SPARQL_Results_CSV'), async () => ROWS);
    expect(text).toBe(
      `<urn:a> <urn:n> "33"^^<${XSD}integer> .\n<urn:b> <urn:n> "007" .\n<urn:c> <urn:n> "2001-01-01" .\n<urn:e> <urn:n> "1.5"^^<${XSD}decimal> .\n`,
    );
  });

  it.each(['SPARQL_Results_JSON', 'SPARQL_Results_XML', 'SPARQL_Results_TSV'])(
    'keeps the datatypes of the literals in %s',
    async (results) => {
      const { text } = await run(mapping(results), async () => ROWS);
      expect(text).toContain('<urn:a> <urn:n> "33" .');
      expect(text).toContain(`<urn:c> <urn:n> "2001-01-01"^^<${XSD}date> .`);
    },
  );

  it('leaves out the values that rml:null lists', async () => {
    const { text } = await run(mapping('SPARQL_Results_CSV', 'rml:null "33"'), async () => ROWS);
    expect(text).not.toContain('urn:a');
  });

  it('asks for the file and the query, and nothing else', async () => {
    const asked: unknown[] = [];
    const { folder } = await run(mapping('SPARQL_Results_CSV'), async (question) => {
      asked.push(question);
      return ROWS;
    });
    expect(asked).toEqual([
      { query: 'SELECT ?s ?n { ?s ?p ?n }', path: join(folder, 'a.nt'), shown: 'a.nt', base: BASE },
    ]);
  });

  it('is refused at its query where nothing can answer it', async () => {
    const { outcome } = await run(mapping('SPARQL_Results_CSV'));
    expect(outcome).toMatchObject({
      kind: 'refused',
      complaints: [
        { place: { line: 6 }, found: { fr: expect.stringContaining('requête SPARQL sur « a.nt »') } },
      ],
    });
  });

  it('is refused at its query where the query is', async () => {
    const text = { fr: 'non', en: 'no' };
    const { outcome } = await run(mapping('SPARQL_Results_CSV'), async () => ({
      kind: 'refused',
      found: text,
      remedy: text,
    }));
    expect(outcome).toMatchObject({ kind: 'refused', complaints: [{ place: { line: 6 }, found: text }] });
  });

  it('tells a reference to no variable, with the nearest', async () => {
    const { outcome } = await run(mapping('SPARQL_Results_CSV', '', 'nn'), async () => ROWS);
    expect(outcome).toMatchObject({
      complaints: [{ place: { line: 9 }, remedy: { en: expect.stringContaining('“n”') } }],
    });
  });

  it.each([
    ['compression', 'rml:compression rml:gzip', 'rml:compression means nothing'],
    ['encoding', 'rml:encoding rml:UTF-16', 'rml:encoding means nothing'],
  ])('refuses a %s', async (_, more, text) => {
    const { outcome } = await run(mapping('SPARQL_Results_CSV', more), async () => ROWS);
    expect(outcome).toMatchObject({
      complaints: [{ place: { line: 5 }, found: { en: expect.stringContaining(text) } }],
    });
  });

  it('needs its query', async () => {
    const turtle = mapping('SPARQL_Results_CSV').replace(/rml:iterator.*/, '');
    const { outcome } = await run(turtle, async () => ROWS);
    expect(outcome).toMatchObject({ complaints: [{ found: { en: 'rml:iterator is missing.' } }] });
  });

  it('is written as RML as it was read', () =>
    inFolder({ 'mapping.ttl': mapping('SPARQL_Results_TSV', 'rml:null "x"') }, async (folder) => {
      const file = join(folder, 'mapping.ttl');
      const folders = { mapping: folder, working: folder };
      const own = sound(parseRml(readFileSync(file, 'utf8'), file, BASE, folders));
      const again = sound(parseRml(writeRml(own, { folder }), file, BASE, folders));
      expect(again.rules[0]?.source?.id).toBe(own.rules[0]?.source?.id);
    }));
});
