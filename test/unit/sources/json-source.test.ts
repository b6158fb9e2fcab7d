import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotAScalar, ReferenceSyntaxError } from '../../../src/model/index.ts';
import { byteCountOf } from '../../../src/sources/encodings.ts';
import { canonicalDouble, recordLanguage } from '../../../src/sources/index.ts';
import { parseJsonPath } from '../../../src/sources/json-path.ts';
import { JsonSlicer } from '../../../src/sources/json-slicer.ts';
import { TextPlaces } from '../../../src/sources/text-places.ts';
import { createSourceFolder, cutAt, readAll, refusal, sourceOf } from './files.ts';

function slice(pieces: readonly string[], iterator: string) {
  const slicer = new JsonSlicer(parseJsonPath(iterator).steps, new TextPlaces(byteCountOf('utf-8')));
  return [...pieces.flatMap((piece) => slicer.push(piece)), ...slicer.end()];
}

/** JSON with space of all kinds between its tokens, strings left alone. */
const spaced = (value: unknown, spaces: readonly string[]): string => {
  let at = 0;
  const space = () => spaces[at++ % (spaces.length || 1)] ?? '';
  return JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"|[[\]{},:]/g, (token) => space() + token + space());
};
const spaces = fc.array(fc.constantFrom(' ', '\n', '\r\n', '\t', ''), { minLength: 1, maxLength: 5 });
const cuts = fc.array(fc.nat(), { maxLength: 8 });

describe('An array of JSON items', () => {
  it('is cut into what JSON.parse reads, whatever items, spacing and pieces', () => {
    const items = fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(items, spaces, cuts, fc.boolean(), (values, between, places, nested) => {
        const document = nested ? { a: 1, b: { x: [[]], 'c"\\': values }, d: [{}] } : values;
        const text = spaced(document, between);
        const iterator = nested ? String.raw`$.b['c"\\'][*]` : '$[*]';
        const { steps, rest } = parseJsonPath(iterator);
        const found = slice(cutAt(text, places), iterator).map((one) => JSON.parse(one.text) as unknown);
        expect(rest === undefined ? found : found.flatMap(rest)).toEqual(JSON.parse(JSON.stringify(values)));
        expect(steps.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('gives line and first byte of each item', () => {
    const item = fc.record({ nom: fc.string({ unit: fc.constantFrom('é', '😀', '\n', '"', '\\', '[') }) });
    fc.assert(
      fc.property(fc.array(item), spaces, cuts, (values, between, places) => {
        const text = spaced({ t: '’', a: values }, between);
        const bytes = Buffer.from(text);
        for (const one of slice(cutAt(text, places), '$.a[*]')) {
          const length = Buffer.byteLength(one.text);
          expect(bytes.subarray(one.offset, one.offset + length).toString()).toBe(one.text);
          const before = bytes.subarray(0, one.offset).toString();
          expect(one.line).toBe(before.split(/\r\n?|\n/).length);
        }
      }),
      { numRuns: 200 },
    );
  });
});

const record = {
  nom: 'Orsay',
  'a.b': 'point',
  'geo point': 'espace',
  nombre: 3.5,
  entier: 12,
  enorme: 1e21,
  vrai: false,
  vide: '',
  rien: null,
  geometry: { coordinates: [2.3, 48.8] },
  tags: ['x', '', 'y'],
  auteurs: [{ nom: 'A' }, { nom: 'B', ne: 1900 }, {}],
};

describe('A reference into a JSON record', () => {
  const language = recordLanguage('json');

  it.each([
    ['nom', ['Orsay']],
    ['$.nom', ['Orsay']],
    ['$.geometry.coordinates[1]', ['48.8']],
    ['geometry.coordinates[9]', []],
    ['tags[*]', ['x', 'y']],
    ['$.tags.*', ['x', 'y']],
    ['auteurs[*].nom', ['A', 'B']],
    ["['a.b']", ['point']],
    ["$['a.b']", ['point']],
    ['geo point', ['espace']],
    ['nombre', ['3.5']],
    ['entier', ['12']],
    ['enorme', ['1.0E21']],
    ['vrai', ['false']],
    ['vide', []],
    ['rien', []],
    ['absent.nom', []],
    ['nom.length', []],
    ['constructor', []],
    ['__proto__', []],
    ['$.auteurs[?@.ne > 1800].nom', ['B']],
    ['$..ne', ['1900']],
    ['$.tags[-1]', ['y']],
    ['$.tags[0,2]', ['x', 'y']],
    ['$.tags[1:]', ['y']],
    ['$.auteurs[?@.nom == $.auteurs[0].nom].nom', ['A']],
  ])('%j gives all its values, empty ones left out', (reference, values) => {
    expect(language.reference(reference)(record)).toEqual(values);
    const single = language.single?.(reference);
    if (single) expect([single(record)].filter((one) => one !== undefined)).toEqual(values);
  });

  it.each([
    ['nombre', ['http://www.w3.org/2001/XMLSchema#double']],
    ['entier', ['http://www.w3.org/2001/XMLSchema#integer']],
    ['enorme', ['http://www.w3.org/2001/XMLSchema#double']],
    ['vrai', ['http://www.w3.org/2001/XMLSchema#boolean']],
    ['tags[*]', [undefined, undefined]],
    ['rien', []],
  ])('%j has the natural datatypes of its values', (reference, datatypes) => {
    expect(language.datatypes?.(reference)(record)).toEqual(datatypes);
  });

  it.each(['geometry', '$.tags', '$.auteurs[*]', '$'])(
    '%j is refused where it leads to no value',
    (reference) => {
      const read = language.reference(reference);
      expect(() => read(record)).toThrow(NotAScalar);
    },
  );

  it.each(['$.tags[*]]', '$.a[', '$..', "$['a", '$.a b', 'a[', '', '$x', '$.a[?foo(@)]'])(
    '%j is refused because it is no JSONPath',
    (reference) => {
      expect(() => language.reference(reference)).toThrow(ReferenceSyntaxError);
      expect(() => language.iterator(reference)).toThrow(expect.objectContaining({ reference }));
    },
  );

  it('keeps integers whole that a double cannot hold', () => {
    const read = language.parse('{"id": 12345678901234567890, "lon": 2.35222190000001234}');
    expect(language.reference('id')(read)).toEqual(['12345678901234567890']);
    expect(language.datatypes?.('id')(read)).toEqual(['http://www.w3.org/2001/XMLSchema#integer']);
    expect(language.reference('lon')(read)).toEqual(['2.3522219000000124']);
  });

  it('counts as absent what its source says', async () => {
    const folder = await createSourceFolder();
    const path = await folder.write('[{"a": "", "b": "NULL", "c": null}]');
    const read = async (nulls?: readonly string[]) => {
      const source = sourceOf({ path, format: 'json', ...(nulls === undefined ? {} : { nulls }) });
      return (await readAll(source, ['a', 'b', 'c'])).rows[0]?.values;
    };
    expect(await read()).toEqual([[], ['NULL'], []]);
    expect(await read([])).toEqual([[''], ['NULL'], []]);
    expect(await read(['NULL'])).toEqual([[''], [], []]);
    await folder.remove();
  });

  it('has the canonical form of a double at hand', () => {
    expect([48.8, -5.9, 100, 0, 1e-7, Number.NaN].map(canonicalDouble)).toEqual([
      '4.88E1',
      '-5.9E0',
      '1.0E2',
      '0.0E0',
      '1.0E-7',
      'NaN',
    ]);
  });
});

const COMPANIES = `{"companies": [
  {"name": "A", "departments": [{"name": "a1", "staff": [{"n": 1}, {"n": 2}]}, {"name": "a2", "staff": []}]},
  {"name": "B", "departments": [{"name": "b1", "staff": [{"n": 3}]}]}
], "n": 0}`;

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
    ['$.companies[*]', 'name', ['A', 'B']],
    ['$.companies[*].departments[*]', 'name', ['a1', 'a2', 'b1']],
    ['$.companies[*].departments[*].staff[*]', 'n', ['1', '2', '3']],
    ['$.companies.*.departments[0]', 'name', ['a1', 'b1']],
    ["$.companies[?@.name == 'B'].departments[*]", 'name', ['b1']],
    ['$..staff[*]', 'n', ['1', '2', '3']],
    ['$.companies[-1]', 'name', ['B']],
    ['$.companies[1].departments[*]', 'name', ['b1']],
    ['$', 'n', ['0']],
    ['$.n', '$', ['0']],
    ['$.companies[*].name', '$', ['A', 'B']],
    ['$.absent[*]', 'n', []],
    ['$.companies.name', '$', []],
  ])('gives what %s selects', async (iterator, reference, values) => {
    const { rows, faults } = await readAll(await declared(COMPANIES, iterator), [reference]);
    expect(rows.map((row) => row.values[0]?.[0])).toEqual(values);
    expect(faults.length).toBe(values.length === 0 ? 1 : 0);
  });

  it.each([
    ['{"x": 1}\n{"x": 2}\n{"x": 3}\n', undefined, ['1', '2', '3']],
    ['{"x": 1} {"x": 2}', '$', ['1', '2']],
    ['{"a":[{"x": 1},{"x":2}]}\n{"a":[{"x": 3}]}', '$.a[*]', ['1', '2', '3']],
    ['[{"x": 1}]\n[{"x": 2}]', '$[*]', ['1', '2']],
    ['[{"x": 1}, {"x": 2}]', undefined, ['1', '2']],
    ['{"k": {"x": 1}, "l": {"x": 2}}', '$.*', ['1', '2']],
    ['{"k": {"x": 1}, "l": {"x": 2}}', '$[*]', ['1', '2']],
    ['[]', '$[*]', []],
    ['{"x": 1}', undefined, ['1']],
  ])('reads %s by the iterator %j', async (text, iterator, values) => {
    const { rows, faults } = await readAll(await declared(text, iterator), ['x']);
    expect(rows.map((row) => row.values[0]?.[0])).toEqual(values);
    expect(faults).toEqual([]);
  });

  it('gives each line of NDJSON its line and first byte', async () => {
    const { rows, offsets } = await readAll(await declared('{"x":"é"}\n\n{"x":2}\n'), ['x']);
    expect(rows.map(({ line }) => line)).toEqual([1, 3]);
    expect(offsets).toEqual([0, 12]);
  });

  it.each([
    ['$[', '[]', 'n’est pas du JSONPath', 'is not JSONPath', undefined],
    ['$.a[*]]', '[]', 'n’est pas du JSONPath', 'is not JSONPath', undefined],
    ['$[*]', '[{"a": 1},\n{"a": tru}]', 'pas du JSON', 'this is not JSON', 2],
    ['$[*]', '[{"a": 1},\n{"a": 2}', 'coupé', 'is cut', 2],
    ['$[*]', '[{"a": 1}]\ngarbage', 'pas du JSON', 'this is not JSON', 2],
    ['$[*]', '[{"a": 1}]\n]', 'pas du JSON', 'this is not JSON', 2],
    ['$[*]', '[1,\n,2]', 'pas du JSON', 'this is not JSON', 2],
    ['$[*]', '[1,\n2,]', 'pas du JSON', 'this is not JSON', 2],
    ['$.a', '{"a" 1}', 'pas du JSON', 'this is not JSON', 1],
    ['$.a', '{a: 1}', 'pas du JSON', 'this is not JSON', 1],
    ['$.a[*]', '{"a": [1],\n"a": [2]}', '« a » deux fois', '“a” twice', 2],
    ['$[*]', `[1,\n${'['.repeat(5000)}${']'.repeat(5000)}]`, 'plus de 1000 niveaux', '1000 levels', 2],
    ['$.b', `{"a":\n${'['.repeat(5000)}`, 'plus de 1000 niveaux', '1000 levels', 2],
    ['$[*]', '  \n', 'coupé', 'is cut', 2],
  ])('is refused with iterator %j on %.40j', async (iterator, text, fr, en, line) => {
    const [complaint] = await refusal(readAll(await declared(text, iterator), []));
    expect(complaint?.found.fr).toContain(fr);
    expect(complaint?.found.en).toContain(en);
    expect(complaint?.place.line).toBe(line);
  });
});
