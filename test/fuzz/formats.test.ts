import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Parser } from 'n3';
import { canonicalLines } from '../conformance/rml-datasets.ts';
import { outputOf } from '../run-document.ts';
import { inFolder } from '../unit/mapping/yarrrml-run.ts';
import { FORMATS, filesOf } from './table-mapping.ts';
import { cell, type TablePair, tablePairs } from './tables.ts';

/** What the mapping of these files gives, as N-Quads. */
const mapped = (files: Readonly<Record<string, string>>): Promise<string> =>
  inFolder(files, (folder) => outputOf(join(folder, 'mapping.ttl')));

type Options = Parameters<typeof filesOf>[2];

async function expectAlike(pair: TablePair, options: Options): Promise<string> {
  const texts = await Promise.all(FORMATS.map((format) => mapped(filesOf(pair, format, options))));
  const [csv, json, xml] = await Promise.all(texts.map((text) => canonicalLines({ text, syntax: '.nq' })));
  expect(json).toEqual(csv);
  expect(xml).toEqual(csv);
  return texts[0] ?? '';
}

/** The values of a property, read by another parser: what the table says, without any mapping engine. */
const valuesOf = (nquads: string, property: string): readonly string[] =>
  [
    ...new Set(
      new Parser({ format: 'N-Quads' })
        .parse(nquads)
        .filter(({ predicate }) => predicate.value === `http://example.com/${property}`)
        .map(({ object }) => object.value),
    ),
  ].sort();

const columnOf = ({ main }: TablePair, index: number): readonly string[] =>
  [...new Set(main.rows.map((row) => row[index] ?? ''))].sort();

const PROPERTIES = [
  ['plain', 1],
  ['french', 2],
  ['typed', 3],
] as const;

const RUNS = 150;

/**
 * RML gives a term for every value that is not null (RML-Core, “a data error … null”). What is null is the format's:
 * JSON null and an absent key, an absent element; CSV has none of its own, so that an empty cell is the empty text,
 * as `""` in JSON and `<a/>` in XML are, unless `rml:null ""` says otherwise (RML-IO). All values are texts here: a
 * number in JSON has a datatype of its own, which CSV and XML cannot say.
 */
describe('One table as CSV, JSON and XML', () => {
  it('gives one graph, which says what its cells say', async () => {
    await fc.assert(
      fc.asyncProperty(tablePairs(cell), async (pair) => {
        const nquads = await expectAlike(pair, {});
        for (const [property, index] of PROPERTIES)
          expect(valuesOf(nquads, property)).toEqual(columnOf(pair, index));
      }),
      { numRuns: RUNS },
    );
  });

  const perhapsEmpty = fc.oneof(cell, fc.constant(''));

  it('gives one graph where cells are empty: the empty text is a value', async () => {
    await fc.assert(
      fc.asyncProperty(tablePairs(perhapsEmpty), async (pair) => {
        const nquads = await expectAlike(pair, {});
        for (const [property, index] of PROPERTIES)
          expect(valuesOf(nquads, property)).toEqual(columnOf(pair, index));
      }),
      { numRuns: RUNS },
    );
  });

  it('gives one graph where empty cells are null: in CSV empty, in JSON null or no key, in XML no element', async () => {
    await fc.assert(
      fc.asyncProperty(tablePairs(perhapsEmpty), async (pair) => {
        const nquads = await expectAlike(pair, { absent: true, nulls: ' ; rml:null ""' });
        // A row whose subject has no value says nothing at all.
        const said = pair.main.rows.filter((row) => row[1] !== '');
        const spoken = { ...pair, main: { ...pair.main, rows: said } };
        for (const [property, index] of PROPERTIES)
          expect(valuesOf(nquads, property)).toEqual(columnOf(spoken, index).filter((one) => one !== ''));
      }),
      { numRuns: RUNS },
    );
  });
});
