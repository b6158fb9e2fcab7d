import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonItems } from '../../../src/sources/json-items.ts';
import { jsonReference } from '../../../src/sources/json-source.ts';
import { createSourceFolder, readAll, refusal, sourceOf } from './files.ts';

const items = (text: string, path: readonly string[] = []) => [...jsonItems(text, path)];
const fault = (text: string, path: readonly string[] = []) => {
  try {
    items(text, path).map((item) => JSON.parse(item.text));
  } catch (error) {
    return error as { reason?: string; line?: number };
  }
  throw new Error(`${text} was not refused.`);
};

describe('An array of JSON items', () => {
  it('is cut into what JSON.parse reads, whatever the items and the spacing', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), fc.constantFrom(undefined, 1, '\t'), (array, indent) => {
        const text = JSON.stringify(array, null, indent);
        expect(items(text).map((item) => JSON.parse(item.text))).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it('is found under any member names, whatever stands beside it', () => {
    const beside = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
    fc.assert(
      fc.property(beside, beside, fc.array(fc.jsonValue({ maxDepth: 2 })), (before, after, array) => {
        const inner = { ...before, 'é"[{': array, ...after, 'é"[{ ': 1 };
        const text = JSON.stringify({ ...after, a: { ...inner, 'é"[{': array } }, null, 2);
        expect(items(text, ['a', 'é"[{']).map((item) => JSON.parse(item.text))).toEqual(
          JSON.parse(JSON.stringify(array)),
        );
      }),
    );
  });

  it('has items with brackets, quotes and escapes in their texts', () => {
    const texts = ['}]', '{"a":"}"}', '\\"]', '"', '\\\\', ',', '\u2028'];
    expect(items(JSON.stringify(texts)).map((item) => JSON.parse(item.text))).toEqual(texts);
  });

  it('gives the line on which each item begins', () => {
    expect(items('{\n"a": [\n{"x":\n1}, {},\n\n2]}', ['a']).map(({ line }) => line)).toEqual([3, 4, 6]);
  });

  it('may be empty', () => {
    expect(items(' [ ] ')).toEqual([]);
  });

  it.each([
    ['{"a": 1}', [], 'no-array', 1],
    ['{"a": 1}', ['a'], 'no-array', 1],
    ['{\n"a": 1}', ['b'], 'no-array', 2],
    ['[{}]', ['b'], 'no-array', 1],
    ['"x"', [], 'no-array', 1],
  ])('is refused where there is none: %j at %j', (text, path, reason, line) => {
    expect(fault(text, path)).toMatchObject({ reason, line });
  });

  it.each([
    ['[{"a": 1},\n{"a": "b', [], 2],
    ['[{"a": 1},\n{"a": [1', [], 2],
    ['[1, 2\n', [], 2],
    ['[1,\n]', [], 2],
    ['[1]\n]', [], 2],
    ['[{}{}]', [], 1],
    ['{"a": [1]', ['a'], 1],
    ['{"a": [1],', ['a'], 1],
    ['{"b" [1]}', ['b'], 1],
    ['{"a": 1 "b": [1]}', ['b'], 1],
  ])('is refused when it is cut off or badly written: %j', (text, path, line) => {
    expect(fault(text, path)).toMatchObject({ reason: 'not-json', line });
  });
});

describe('A JSON reference', () => {
  const record = {
    nom: 'Orsay',
    vide: '',
    rien: null,
    nombre: 3.5,
    vrai: false,
    'a.b': 'point',
    geometry: { coordinates: [2.3, 48.8] },
    tags: ['x', '', 'y'],
    auteurs: [{ nom: 'A' }, { nom: 'B' }, {}],
  };

  it.each([
    ['nom', ['Orsay']],
    ['$.nom', ['Orsay']],
    ['$.geometry.coordinates[1]', ['48.8']],
    ['geometry.coordinates[9]', []],
    ['tags[*]', ['x', 'y']],
    ['auteurs[*].nom', ['A', 'B']],
    ["['a.b']", ['point']],
    ['nombre', ['3.5']],
    ['vrai', ['false']],
    ['vide', []],
    ['rien', []],
    ['absent.nom', []],
    ['nom.length', []],
    ['constructor', []],
    ['geometry', ['{"coordinates":[2.3,48.8]}']],
  ])('%j gives all its values, empty ones left out', (reference, values) => {
    expect(jsonReference(reference)(record)).toEqual(values);
  });
});

describe('A JSON source', () => {
  let files: Awaited<ReturnType<typeof createSourceFolder>>;
  beforeAll(async () => {
    files = await createSourceFolder();
  });
  afterAll(() => files.remove());
  const declared = async (text: string, iterator?: string) =>
    sourceOf({
      path: await files.write(text),
      format: 'json',
      ...(iterator === undefined ? {} : { iterator }),
    });

  it('gives the items of its iterator in order, more than a batch of them', async () => {
    const features = Array.from({ length: 1201 }, (_, index) => ({ properties: { id: index } }));
    const source = await declared(`\uFEFF${JSON.stringify({ type: 'x', features })}`, '$.features[*]');
    const { rows, columns } = await readAll(source, ['properties.id']);
    expect(columns).toBeUndefined();
    expect(rows).toHaveLength(1201);
    expect(rows.at(-1)).toEqual({ row: 1201, line: 1, values: [['1200']] });
  });

  it.each([
    ['{"a": {"b": [{"x": 1}]}}', '$.a.b[*]', [['1']]],
    ['[{"x": 1}, {"x": 2}]', undefined, [['1'], ['2']]],
  ])('reads %s', async (text, iterator, values) => {
    const { rows } = await readAll(await declared(text, iterator), ['x']);
    expect(rows.map((row) => row.values.flat())).toEqual(values);
  });

  it.each([
    ['$.features', '[]', 'n’est pas compris', 'is not understood', undefined],
    ['$..x[*]', '[]', 'n’est pas compris', 'is not understood', undefined],
    ['$.a[*]', '{"b": []}', 'ne mène pas à un tableau', 'leads to no array', 1],
    ['$[*]', '[{"a": 1},\n{"a": tru}]', 'pas du JSON', 'this is not JSON', 2],
    ['$[*]', '[{"a": 1},\n{"a": 2}', 'pas du JSON', 'this is not JSON', 2],
  ])('is refused with iterator %j on %j', async (iterator, text, fr, en, line) => {
    const [complaint] = await refusal(readAll(await declared(text, iterator), []));
    expect(complaint?.found.fr).toContain(fr);
    expect(complaint?.found.en).toContain(en);
    expect(complaint?.place.line).toBe(line);
  });
});
