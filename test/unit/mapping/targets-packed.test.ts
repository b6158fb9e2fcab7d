import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { Compression } from '../../../src/model/index.ts';
import { readUnwrapped } from '../../conformance/rml-files.ts';
import { inFolder, runTool, targetIn, writtenBy } from './targets-files.ts';

const LINES = Array.from({ length: 3000 }, (_, i) => `<http://a/${i}> <http://a/p> "é ${i}" .\n`);
const TEXT = LINES.join('');

/** Compression → extension, and the program that proves the archive sound. */
const PACKED: readonly (readonly [Compression, string, readonly string[]])[] = [
  ['gzip', '.gz', ['gzip', '-t']],
  ['zip', '.zip', ['unzip', '-tqq']],
  ['tar.gz', '.tar.gz', ['tar', '-tzf']],
  ['tar.xz', '.tar.xz', ['xz', '-t']],
];

describe('A packed target', () => {
  it.each(PACKED)('%s holds the text under its name without %s, smaller', (compression, extension, tool) =>
    inFolder(async (folder) => {
      const target = targetIn(folder, `dump.nq${extension}`, { compression });
      for (const line of LINES.values()) await target.write(line);
      await target.close();
      const { text, entry } = await readUnwrapped(target.path);
      expect(text).toBe(TEXT);
      expect(entry).toBe(compression === 'gzip' ? undefined : 'dump.nq');
      expect(readFileSync(target.path).length).toBeLessThan(TEXT.length / 4);
      const [program = '', ...args] = tool;
      expect(() => runTool(program, ...args, target.path)).not.toThrow();
    }),
  );

  it.each(PACKED)('%s is the same, byte for byte, when it is written twice', async (compression) => {
    const [first, second] = [await writtenBy({ compression }, TEXT), await writtenBy({ compression }, TEXT)];
    expect(first.equals(second)).toBe(true);
  });

  it.each(PACKED)('%s can be empty, and in UTF-16', (compression, extension) =>
    inFolder(async (folder) => {
      const empty = targetIn(folder, `empty.nq${extension}`, { compression });
      await empty.close();
      expect(await readUnwrapped(empty.path)).toMatchObject({ text: '', syntax: '.nq' });
      const wide = targetIn(folder, `wide.nq${extension}`, { compression, encoding: 'utf-16' });
      await wide.write(TEXT);
      await wide.close();
      expect(await readUnwrapped(wide.path)).toMatchObject({ text: TEXT, encoding: 'utf-16' });
    }),
  );

  it.each([0, 1, 511, 512, 513])('in a tar of a file of %i bytes is padded to blocks', async (length) => {
    const tar = gunzipSync(await writtenBy({ compression: 'tar.gz' }, 'x'.repeat(length)));
    expect(tar.length).toBe(512 + Math.ceil(length / 512) * 512 + 1024);
  });

  it('in a tar has the name “data” where its own is too long', () =>
    inFolder(async (folder) => {
      const target = targetIn(folder, `${'é'.repeat(60)}.nq.tar.gz`, { compression: 'tar.gz' });
      await target.write(TEXT);
      await target.close();
      expect(await readUnwrapped(target.path)).toMatchObject({ text: TEXT, entry: 'data' });
    }));

  it('in gzip is read by any gunzip', async () => {
    expect(gunzipSync(await writtenBy({ compression: 'gzip' }, TEXT)).toString()).toBe(TEXT);
  });
});
