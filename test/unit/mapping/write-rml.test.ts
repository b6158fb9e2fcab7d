import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadProject } from '../../../src/declarations/index.ts';
import { resolveColumns } from '../../../src/mapping/columns.ts';
import { Run } from '../../../src/mapping/engine/run.ts';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import type { Mapping } from '../../../src/mapping/rules.ts';
import { writeRml } from '../../../src/mapping/write-rml/index.ts';
import { parseYarrrml } from '../../../src/mapping/yarrrml/parse.ts';
import { RefusedInput, type Source } from '../../../src/model/index.ts';
import { openSource } from '../../../src/sources/index.ts';
import { BASE, bothOutputs, inFolder, outputOf, sound } from './yarrrml-run.ts';

const ROOT = join(import.meta.dirname, '../../..');

const loading = loadProject({ root: ROOT, base: BASE });

async function linesFrom(mapping: Mapping, source: Source): Promise<readonly string[]> {
  const run = new Run({ mapping, base: BASE, source: await openSource(source) });
  let text = '';
  for await (const { nquads } of run.chunks()) text += Buffer.from(nquads).toString();
  return [...new Set(text.split('\n'))].filter((line) => line !== '').sort();
}

/** A copy of a table, RFC 4180, whose columns have the names that the mapping gives them: RML has no aliases. */
async function renamed(source: Source, mapping: Mapping, folder: string): Promise<Source> {
  const open = await openSource(source);
  const { columns } = open;
  if (columns === undefined) return source;
  const names = new Map(
    [...resolveColumns(mapping, { header: columns, rules: mapping.rules }).columns].map(([name, column]) => [
      column,
      name,
    ]),
  );
  const rows: (readonly string[])[] = [columns.map((column) => names.get(column) ?? column)];
  const getters = columns.map((column) => open.reference(column));
  for await (const batch of open.records())
    rows.push(...batch.map(({ record }) => getters.map((get) => get(record)[0] ?? '')));
  const path = join(folder, 'renamed.csv');
  writeFileSync(
    path,
    rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n'),
  );
  const dialect = { delimiter: ',', quote: '"', encoding: 'utf-8' };
  return { path, shown: 'renamed.csv', format: 'csv', dialect, namespaces: {} };
}

describe('RML written of the shipped mappings', () => {
  it.each(
    'artistes departements domaines maisons monuments musees objets oeuvres periodes regions'.split(' '),
  )(
    'says of %s what the YARRRML says',
    async (slug) => {
      const { project } = await loading;
      const dataset = project.datasets.find((one) => one.slug === slug);
      if (dataset === undefined) throw new Error(`No dataset ${slug}.`);
      const mapping = sound(parseYarrrml(readFileSync(dataset.mapping, 'utf8'), dataset.mapping, BASE));
      await inFolder({}, async (folder) => {
        const source = await renamed(dataset.source, mapping, folder);
        const turtle = writeRml(mapping, { source, folder });
        const rml = sound(parseRml(turtle, 'mapping.ttl', BASE, { mapping: folder, working: folder }));
        const own = await linesFrom(mapping, source);
        expect(own.length).toBeGreaterThan(10);
        expect((await outputOf(rml)).lines).toEqual(own);
      });
    },
    120_000,
  );
});

/** Texts of cells and constants: what templates, YAML, Turtle and N-Quads give a meaning to. */
const text = fc.string({
  unit: fc.constantFrom(...'ab1 é{}\\"\'$()<>:;,#~_%\n\t'),
  maxLength: 8,
});
const reference = fc.constantFrom('$(id)', '$(name)', '$(b c)');
const template = fc
  .array(fc.oneof(reference, text.map(escaped)), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(''));

function escaped(value: string): string {
  return value.replace(/[\\$()]/g, '\\$&').replace(/~/g, '-');
}

const object = fc.oneof(
  template.map((value) => ({ value })),
  template.map((value) => ({ value, language: 'fr-CA' })),
  template.map((value) => ({ value, language: 'en' })),
  template.map((value) => ({ value, language: 'e$(id)' })),
  template.map((value) => ({ value, datatype: 'ex:dt' })),
  template.map((value) => ({ value, datatype: 'ex:$(name)' })),
  template.map((value) => ({ value: `ex:${value}`, type: 'iri' })),
  // What stands before a colon would be a prefix.
  template.map((value) => ({ value: value.replaceAll(':', '-'), type: 'iri' })),
  template.map((value) => ({ value, type: 'blank' })),
  fc.tuple(template, template).map(([a, b]) => ({
    function: 'cim:concat',
    parameters: [
      a,
      ['before', b],
      { parameter: 'after', value: { function: 'cim:upperCase', parameters: [a] } },
    ],
  })),
  fc.constantFrom('name', 'b c').map((column) => ({
    mapping: 'other',
    condition: {
      function: 'equal',
      parameters: [
        ['str1', `$(${column})`, 's'],
        ['str2', '$(name)', 'o'],
      ],
    },
  })),
  fc.constant({ mapping: 'same' }),
);
const pair = fc.record(
  {
    predicates: fc.subarray(['ex:p', 'ex:q$(id)', 'a'], { minLength: 1 }),
    objects: fc.array(object, { minLength: 1, maxLength: 3 }),
    graphs: fc.constantFrom('ex:g', 'ex:g$(name)'),
    condition: fc.constantFrom('cim:equal($(id), "1")', 'cim:isNotEmpty($(name))'),
  },
  { requiredKeys: ['predicates', 'objects'] },
);
const rule = fc.record(
  {
    sources: fc.constantFrom(['t'], ['u'], ['t', 'u'], ['u', 'parts'], ['t', 'u', 'parts']),
    subjects: fc.subarray(['ex:$(id)', 'ex:s/$(name)', '_:x$(b c)'], { minLength: 1 }),
    graphs: fc.constantFrom('ex:h', 'ex:h$(id)'),
    condition: fc.constant('cim:differ($(id), "3")'),
    predicateobjects: fc.array(pair, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['sources', 'subjects', 'predicateobjects'] },
);
const cell = text.map((value) => `"${value.replaceAll('"', '""')}"`);
const table = fc
  .array(fc.tuple(fc.constantFrom('1', '2', '3'), cell, cell), { minLength: 1, maxLength: 4 })
  .map((rows) => `id,name,b c\n${rows.map((row) => row.join(',')).join('\n')}\n`);

const documentOf = (one: object): string =>
  JSON.stringify({
    prefixes: { ex: 'http://ex.org/' },
    sources: {
      t: ['t.csv~csv'],
      u: { access: 'u.csv', null: ['a', ''] },
      parts: { each: 'cim:split($(name), ";")', as: 'part' },
    },
    mappings: {
      x: one,
      other: { sources: 't', subjects: 'ex:other/$(id)', predicateobjects: [] },
      same: {
        sources: 'u',
        subjects: ['ex:same/$(id)', 'ex:also/$(id)'],
        predicateobjects: [['ex:r', '$(name)']],
      },
    },
  });

describe('RML that is written', () => {
  it('says of any table what the YARRRML says', async () => {
    await fc.assert(
      fc.asyncProperty(rule, table, table, async (one, t, u) => {
        const { own, written } = await bothOutputs(documentOf(one), { 't.csv': t, 'u.csv': u });
        expect(written).toEqual(own);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it('tells of each rule that has nothing to read', () => {
    const mapping = sound(
      parseYarrrml('mappings: { x: { s: id:x/$(a), po: [[a, schema:X]] } }', '/m.yml', BASE),
    );
    expect(() => writeRml(mapping)).toThrow(RefusedInput);
    expect(() => writeRml(mapping)).toThrow('/m.yml:1:13  The mapping “x” does not tell what it reads');
  });

  it('tells of a view that would give values one by one', () => {
    const mapping = sound(
      parseYarrrml(
        `
sources: { j: ['j.json~jsonpath', '$[*]'], v: { each: $(a), as: v } }
mappings: { x: { sources: [j, v], s: id:x/$(v), po: [{ p: schema:name, o: { function: 'cim:concat($(b), $(v))' } }] } }`.replace(
          'each: $(a)',
          "each: 'cim:split($(a), 1)'",
        ),
        '/m.yml',
        BASE,
      ),
    );
    expect(() => writeRml(mapping)).toThrow('reads “b”, which may have several values');
  });

  it('writes how a table is written as a dialect of CSV on the Web', () => {
    const mapping = sound(
      parseYarrrml(
        `
sources: { m: { access: ../m.csv, delimiter: ';', quote: "'", encoding: windows-1252, header: false, trim: start, skipRows: 2 } }
mappings: { x: { sources: m, s: http://a.fr/$(1), po: [] } }`,
        '/x/m.yml',
        BASE,
      ),
    );
    const turtle = writeRml(mapping);
    expect(turtle).toContain('rml:path "../m.csv"');
    expect(turtle).toContain('rml:encoding rml:WINDOWS-1252');
    for (const told of [
      'csvw:delimiter ";"',
      'csvw:quoteChar "\'"',
      'csvw:header false',
      'csvw:trim "start"',
      'csvw:skipRows "2"^^<http://www.w3.org/2001/XMLSchema#integer>',
    ])
      expect(turtle).toContain(told);
  });

  it('is laid out for people: prefixes, then one block a triples map', () => {
    const mapping = sound(
      parseYarrrml(
        `
columns: { nom: [NOM, name] }
mappings: { musee: { sources: [['m.csv~csv']], s: http://a.fr/$(ref), po: [[a, schema:Museum], [schema:name, $(nom), fr~lang]] } }`,
        '/x/m.yml',
        BASE,
      ),
    );
    expect(writeRml(mapping)).toBe(`@prefix schema: <http://schema.org/> .
@prefix rml: <http://w3id.org/rml/> .
# nom = NOM, name

<#musee>
  a rml:TriplesMap ;
  rml:logicalSource [
    a rml:LogicalSource ;
    rml:source [
      a rml:RelativePathSource ;
      rml:root rml:MappingDirectory ;
      rml:path "m.csv" ;
      rml:null ""
    ] ;
    rml:referenceFormulation rml:CSV
  ] ;
  rml:subjectMap [
    rml:template "http://a.fr/{ref}" ;
    rml:class schema:Museum
  ] ;
  rml:predicateObjectMap [
    rml:predicate schema:name ;
    rml:objectMap [
      rml:reference "nom" ;
      rml:language "fr"
    ]
  ] .
`);
  });
});
