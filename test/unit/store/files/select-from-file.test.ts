import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileAnswer } from '../../../../src/model/index.ts';
import { createFileSelector, type SelectLimits } from '../../../../src/store/index.ts';

const BASE = 'http://example.org/';
const LIMITS: SelectLimits = { milliseconds: 60_000, fileBytes: 1 << 20, answerUnits: 1 << 20 };

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'select-'));
  const values = Array.from({ length: 300 }, (_, index) => `<b> <p> ${index} .`).join('\n');
  writeFileSync(join(folder, 'a.ttl'), '<a> <age> 33 ; <name> "Zoé"@fr, "Zoe" . <a> <knows> [] .');
  writeFileSync(join(folder, 'graphs.nq'), '<urn:a> <urn:p> "1" <urn:g> .\n');
  writeFileSync(join(folder, 'many.ttl'), values);
  writeFileSync(join(folder, 'broken.nt'), '<a> <b>');
  writeFileSync(join(folder, 'table.csv'), 'a,b\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

const ask = (file: string, query: string, limits: Partial<SelectLimits> = {}): Promise<FileAnswer> =>
  createFileSelector({ ...LIMITS, ...limits })({ query, path: join(folder, file), shown: file, base: BASE });

async function refusal(file: string, query: string, limits: Partial<SelectLimits> = {}): Promise<string> {
  const answer = await ask(file, query, limits);
  return answer.kind === 'refused' ? `${answer.found.en} ${answer.remedy.en}` : answer.kind;
}

describe('Selecting from an RDF file', () => {
  it('gives each solution with the datatypes of its literals, IRIs made absolute', async () => {
    expect(await ask('a.ttl', 'SELECT ?s ?age ?none { ?s <age> ?age }')).toEqual({
      kind: 'answered',
      variables: ['s', 'age', 'none'],
      rows: [
        [
          { value: 'http://example.org/a' },
          { value: '33', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
          undefined,
        ],
      ],
    });
  });

  it('has no datatype for texts, tagged or not', async () => {
    expect(await ask('a.ttl', 'SELECT ?n { ?s <name> ?n } ORDER BY lang(?n)')).toMatchObject({
      rows: [[{ value: 'Zoe' }], [{ value: 'Zoé' }]],
    });
  });

  it('sees the statements of every graph', async () => {
    expect(await ask('graphs.nq', 'SELECT ?o { ?s ?p ?o }')).toMatchObject({ rows: [[{ value: '1' }]] });
  });

  it.each([
    ['a query of another kind', 'a.ttl', 'CONSTRUCT WHERE { ?s ?p ?o } # SELECT', 'The query is no SELECT.'],
    ['an update', 'a.ttl', 'CLEAR ALL', 'The query is no SELECT.'],
    [
      'a remote service',
      'a.ttl',
      'SELECT * { SERVICE <http://x.org/> { ?s ?p ?o } }',
      'only the file is read',
    ],
    ['what is not SPARQL', 'a.ttl', 'SELECT ?s {\n ?s }', 'not SPARQL (line 2, column 5)'],
    ['a nested query without measure', 'a.ttl', `SELECT * ${'{'.repeat(500)}`, 'more than 100 deep'],
    ['a file that is not there', 'none.ttl', 'SELECT * {}', 'cannot be read (ENOENT)'],
    ['a file that is not RDF', 'broken.nt', 'SELECT * {}', '“broken.nt” is not RDF'],
    ['a file whose name tells no syntax', 'table.csv', 'SELECT * {}', 'Give it one of these extensions'],
  ])('refuses %s', async (_, file, query, text) => {
    expect(await refusal(file, query)).toContain(text);
  });

  it('refuses a file, an answer and a time beyond its limits', async () => {
    expect(await refusal('many.ttl', 'SELECT * {}', { fileBytes: 100 })).toContain('is over');
    expect(await refusal('many.ttl', 'SELECT * { ?s ?p ?o }', { answerUnits: 100 })).toContain('too large');
    const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';
    expect(await refusal('many.ttl', endless, { milliseconds: 3000 })).toContain('within 3 s');
  });
});
