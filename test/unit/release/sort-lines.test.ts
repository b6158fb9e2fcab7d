import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sortLines } from '../../../src/release/dataset/sort-lines.ts';
import { streamOf, temporaryFolders } from './folders.ts';

const newFolder = temporaryFolders();

async function sorted(chunks: readonly string[], runCharacters?: number): Promise<readonly string[]> {
  const options = { folder: newFolder(), ...(runCharacters === undefined ? {} : { runCharacters }) };
  const batches = await Array.fromAsync(sortLines(streamOf(chunks), options));
  expect(readdirSync(options.folder)).toEqual([]);
  return batches.flat();
}

/** Lines with everything that splitting, sorting or writing could trip over, but line feeds. */
const line = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'é',
      '\u2028',
      '\u2029',
      '\u0085',
      '\r',
      '\ufeff',
      '\uffff',
      '😀',
      '𐀀',
      ' ',
      '\t',
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''));

const chunksOf = fc.array(fc.array(line, { maxLength: 12 }), { maxLength: 8 });
const texts = (chunks: readonly (readonly string[])[]) =>
  chunks.map((lines) => lines.map((one) => `${one}\n`).join(''));

describe('Sorted lines', () => {
  it('are the distinct lines by code unit, however they came and however small the runs', async () => {
    await fc.assert(
      fc.asyncProperty(chunksOf, fc.integer({ min: 1, max: 60 }), async (chunks, runCharacters) => {
        const expected = [...new Set(chunks.flat())].sort();
        expect(await sorted(texts(chunks), runCharacters)).toEqual(expected);
        expect(await sorted(texts(chunks))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('put astral characters where their code units stand, in memory and in runs', async () => {
    const lines = ['\uffff', '😀', '\ue000', 'z'];
    const expected = ['z', '😀', '\ue000', '\uffff'];
    expect(await sorted(lines.map((one) => `${one}\n`))).toEqual(expected);
    expect(
      await sorted(
        lines.map((one) => `${one}\n`),
        1,
      ),
    ).toEqual(expected);
  });

  it('keep line separators of Unicode inside a line', async () => {
    const lines = ['"a\u2028b"', '"a\u2029b"', '"a\u0085b"', '"a\rb"'];
    expect(await sorted([`${lines.join('\n')}\n`, `${lines.join('\n')}\n`], 1)).toEqual(lines.toSorted());
  });

  it('of nothing are nothing', async () => {
    expect(await sorted([])).toEqual([]);
    expect(await sorted(['', '\n', '\n\n'], 1)).toEqual([]);
  });

  it('are distinct across the borders of batches', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => String(index));
    const text = lines.map((one) => `${one}\n`).join('');
    expect(await sorted([text, text, text], text.length)).toEqual(lines.toSorted());
  });

  it('come in batches that are never empty', async () => {
    const text = Array.from({ length: 9_000 }, (_, index) => `${index}\n`).join('');
    for (const runCharacters of [100, 1_000_000]) {
      const batches = await Array.fromAsync(
        sortLines(streamOf([text]), { folder: newFolder(), runCharacters }),
      );
      expect(batches.every(({ length }) => length > 0)).toBe(true);
    }
  });
});
