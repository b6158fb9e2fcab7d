import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { datasetSchema, offeredNames, siteSchema } from '../../src/declarations/index.ts';
import { type JsonSchema, parseYaml, plain } from '../../src/documents/index.ts';
import { mappingSchema, parseMapping } from '../../src/mapping/index.ts';

const DATA = join(import.meta.dirname, '../../data');
const slugs = readdirSync(DATA).filter((slug) => existsSync(join(DATA, slug, 'dataset.yml')));
const DATASET = datasetSchema(await offeredNames());

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const compiled = {
  dataset: ajv.compile(DATASET),
  mapping: ajv.compile(mappingSchema()),
  site: ajv.compile(siteSchema()),
};

function documentOf(text: string, file: string): unknown {
  const parsed = parseYaml(text, file);
  if (parsed.kind === 'malformed') throw new Error(file);
  return JSON.parse(JSON.stringify(plain(parsed.node)));
}

function faultsOf(schema: ValidateFunction, text: string, file: string): unknown {
  schema(documentOf(text, file));
  return schema.errors ?? [];
}

describe('The schema of dataset.yml', () => {
  it.each(slugs)('finds no fault in data/%s', (slug) => {
    const text = readFileSync(join(DATA, slug, 'dataset.yml'), 'utf8');
    expect(faultsOf(compiled.dataset, text, slug)).toEqual([]);
  });

  it('offers the shapes and the vocabularies that come with the platform', () => {
    expect(JSON.stringify(DATASET)).toContain('"commun.ttl"');
    expect(JSON.stringify(DATASET)).toContain('"departements"');
  });
});

describe('The schema of mapping.yml', () => {
  it.each(slugs)('finds no fault in data/%s', (slug) => {
    const text = readFileSync(join(DATA, slug, 'mapping.yml'), 'utf8');
    expect(faultsOf(compiled.mapping, text, slug)).toEqual([]);
  });
});

describe('The schema of site.yml', () => {
  it('finds no fault in the shipped one', () => {
    expect(faultsOf(compiled.site, readFileSync(join(DATA, 'site.yml'), 'utf8'), 'site.yml')).toEqual([]);
  });
});

/** Every schema of a key, with the path to it. */
function* keysOf(schema: unknown, path: string): Generator<readonly [string, JsonSchema]> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'properties')
      for (const [key, one] of Object.entries(value as object)) yield [`${path}/${key}`, one as JsonSchema];
    if (typeof value === 'object')
      yield* keysOf(value, keyword === 'properties' ? path : `${path}/${keyword}`);
  }
}

describe('What editors show', () => {
  it.each([
    ['dataset.yml', DATASET],
    ['mapping.yml', mappingSchema()],
    ['site.yml', siteSchema()],
  ])('says in both languages what each key at the top of %s is for', (_, schema) => {
    const top = Object.entries((schema as { properties: Record<string, JsonSchema> }).properties);
    const silent = top.filter(([, { description }]) => !/\S\n\n\S/.test(String(description ?? '')));
    expect(silent.map(([key]) => key)).toEqual([]);
    expect([...keysOf(schema, '')].length).toBeGreaterThan(top.length);
  });
});

/** A mapping whose map at this place has one more key. */
const MAPPINGS: readonly (readonly [place: string, write: (key: string) => string])[] = [
  ['the top', (key) => `mappings: { m: { s: 'id:x/$(a)', po: [[schema:name, $(a)]] } }\n${key}: {}\n`],
  ['a rule', (key) => `mappings: { m: { s: 'id:x/$(a)', po: [[schema:name, $(a)]], ${key}: [] } }\n`],
  ['a pair', (key) => `mappings: { m: { s: 'id:x/$(a)', po: [{ p: schema:name, o: $(a), ${key}: [] }] } }\n`],
  [
    'an object',
    (key) =>
      `mappings: { m: { s: 'id:x/$(a)', po: [{ p: schema:name, o: { value: $(a), ${key}: [] } }] } }\n`,
  ],
];

const key = fc.oneof(
  fc.constantFrom('sources', 'subject', 'po', 'predicate', 'objects', 'langue', 'datatype', 'each', 'colums'),
  fc
    .stringMatching(/^[a-z]{1,12}$/)
    .filter((text) => !['true', 'false', 'null', 'y', 'n', 'yes', 'no', 'on', 'off'].includes(text)),
);

/** Keys that the schema does not know. */
function unknownKeysIn(text: string): readonly string[] {
  compiled.mapping(documentOf(text, 'mapping.yml'));
  return (compiled.mapping.errors ?? []).flatMap(({ keyword, params }) =>
    keyword === 'additionalProperties'
      ? String((params as { additionalProperty: string }).additionalProperty)
      : [],
  );
}

/** What the parser says of keys, and only of these. */
const refusesKey = (text: string, name: string): boolean => {
  const parsed = parseMapping(text, 'mapping.yml', 'http://localhost/');
  return (
    parsed.kind === 'refused' &&
    parsed.complaints.some(({ found }) => found.en.includes(`“${name}”`) && /key|section/i.test(found.en))
  );
};

describe('A key that the schema of mappings does not know', () => {
  it.each(MAPPINGS)('is refused by the parser too, at %s', (_, write) => {
    fc.assert(
      fc.property(key, (name) => {
        const text = write(name);
        const parsed = parseYaml(text, 'mapping.yml');
        fc.pre(parsed.kind === 'parsed');
        if (unknownKeysIn(text).includes(name)) expect([name, refusesKey(text, name)]).toEqual([name, true]);
      }),
      { numRuns: 150 },
    );
  });
});
