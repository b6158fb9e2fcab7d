import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { inChunks } from '../../../src/release/dataset/stars.ts';
import {
  sha256OfFile,
  sha256OfText,
  writeDurably,
  writeJson,
  writeLines,
} from '../../../src/release/written-file.ts';
import { streamOf, temporaryFolders } from './folders.ts';

const newFolder = temporaryFolders();
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const LINES = Array.from(
  { length: 20_000 },
  (_, index) => `<http://e.org/${index}> <p> "œuvre ${index * 7919}" .`,
);

describe('A file of lines', () => {
  it('is gzip of the lines, each ended by a line feed', async () => {
    const folder = newFolder();
    await writeLines(folder, 'deep/er/x.nq.gz', [['é', 'b'], [], ['😀\u2028']]);
    expect(gunzipSync(readFileSync(join(folder, 'deep/er/x.nq.gz'))).toString()).toBe('é\nb\n😀\u2028\n');
  });

  it('is described as it lies on the disk', async () => {
    const folder = newFolder();
    const described = await writeLines(folder, 'x.nq.gz', [LINES]);
    const path = join(folder, 'x.nq.gz');
    expect(described).toEqual({
      path: 'x.nq.gz',
      bytes: readFileSync(path).length,
      sha256: hashOf(path),
      mediaType: 'application/n-quads',
    });
  });

  it('has bytes that depend on the lines alone, not on time, name or batches', async () => {
    const folder = newFolder();
    const whole = await writeLines(folder, 'whole.nq.gz', [LINES]);
    for (const size of [7, 1000, 4096]) {
      const parts = await writeLines(folder, `by-${size}.nq.gz`, inChunks(streamOf(LINES), size));
      expect(parts.sha256).toBe(whole.sha256);
    }
    const [header, time] = [readFileSync(join(folder, 'whole.nq.gz')), 4];
    expect([...header.subarray(time, time + 4)]).toEqual([0, 0, 0, 0]);
  });

  it('of nothing is a gzip of nothing', async () => {
    const folder = newFolder();
    await writeLines(folder, 'x.nq.gz', []);
    expect(gunzipSync(readFileSync(join(folder, 'x.nq.gz'))).toString()).toBe('');
  });

  it('that cannot be written is an error, not a wait', async () => {
    const folder = newFolder();
    await writeDurably(join(folder, 'file'), 'x');
    await expect(writeLines(folder, 'file/x.nq.gz', [LINES])).rejects.toThrow(/ENOTDIR|EEXIST/);
  });

  it('whose lines fail to come is an error', async () => {
    async function* failing(): AsyncGenerator<readonly string[]> {
      yield ['a'];
      throw new Error('No more lines.');
    }
    await expect(writeLines(newFolder(), 'x.nq.gz', failing())).rejects.toThrow('No more lines.');
  });
});

describe('A JSON file', () => {
  it('is indented, ends in a line feed, and is described', async () => {
    const folder = newFolder();
    const { sha256, bytes, mediaType } = await writeJson(folder, 'reports/x.json', { a: ['é'] });
    const text = '{\n  "a": [\n    "é"\n  ]\n}\n';
    expect(readFileSync(join(folder, 'reports/x.json'), 'utf8')).toBe(text);
    expect({ sha256, bytes, mediaType }).toEqual({
      sha256: sha256OfText(text),
      bytes: Buffer.byteLength(text),
      mediaType: 'application/json',
    });
    expect(readdirSync(join(folder, 'reports'))).toEqual(['x.json']);
  });
});

describe('A SHA-256', () => {
  it('is hexadecimal, the same of a text and of its file', async () => {
    const folder = newFolder();
    await writeDurably(join(folder, 'x'), 'abc');
    const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect([await sha256OfFile(join(folder, 'x')), sha256OfText('abc')]).toEqual([known, known]);
  });
});
