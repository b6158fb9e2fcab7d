import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SortedFile } from '../../../src/release/judging/world/sorted-file.ts';
import { temporaryFolders } from './folders.ts';

const scratch = temporaryFolders();

async function opened(lines: readonly string[]): Promise<SortedFile> {
  const path = join(scratch(), 'sorted.nq');
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return SortedFile.open(path);
}

const subjects = (count: number, text: string) =>
  Array.from({ length: count }, (_, number) => [`<s${number}> a`, `<s${number}> b ${text}`])
    .flat()
    .sort();

describe('A sorted file', () => {
  it('gives all lines that begin alike, and no others, wherever they lie', async () => {
    const lines = subjects(5000, 'x'.repeat(50));
    const file = await opened(lines);
    for (let number = 0; number < 5000; number += 7)
      expect(file.linesOf(`<s${number}> `)).toEqual(lines.filter((line) => line.startsWith(`<s${number}> `)));
    file.close();
  });

  it('gives what sorts before the first line, and after the last, as nothing', async () => {
    const file = await opened(subjects(2000, ''));
    expect(
      [file.linesOf('<a> '), file.linesOf('<z> '), file.linesOf('<s5')].map((found) => found.length),
    ).toEqual([0, 0, 222]);
    file.close();
  });

  it('finds its way by letters of several bytes, long lines and beginnings that many lines share', async () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', '\uFFFD', 'b'),
      minLength: 1,
      maxLength: 4,
    });
    const line = fc
      .tuple(word, fc.constantFrom('', 'z'.repeat(170), '😀'.repeat(9000)), word)
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(line, { maxLength: 60 }), word, async (unordered, beginning) => {
        const lines = [...unordered].sort();
        const file = await opened(lines);
        expect(file.linesOf(beginning)).toEqual(lines.filter((one) => one.startsWith(beginning)));
        for (const one of lines)
          expect(file.linesOf(one)).toEqual(lines.filter((other) => other.startsWith(one)));
        file.close();
      }),
      { numRuns: 40 },
    );
  });

  it('is empty where the file is', async () => {
    const file = await opened([]);
    expect(file.linesOf('<a> ')).toEqual([]);
    file.close();
  });
});
