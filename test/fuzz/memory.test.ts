import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SourceFormat } from '../../src/model/index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cimaise-memory-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A reader that takes longer hangs. */
const SECONDS = 30;
const MEBI = 1 << 20;

/** A file of a beginning and a text as often as 80 MiB need, written piece by piece, and what reading it gives. */
async function read(format: SourceFormat, beginning: string, repeated: string, iterator?: string) {
  const path = join(folder, 'source');
  const piece = repeated.repeat(Math.ceil(MEBI / repeated.length));
  const times = Math.ceil((80 * MEBI) / piece.length);
  const pieces = (function* () {
    yield beginning;
    for (let count = 0; count < times; count++) yield piece;
  })();
  await pipeline(Readable.from(pieces), createWriteStream(path));
  const script = join(import.meta.dirname, 'read-file.ts');
  const args = ['--no-warnings', script, path, format, ...(iterator === undefined ? [] : [iterator])];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: SECONDS * 1000 });
  return JSON.parse(stdout) as { outcome: string; megabytes: number };
}

/** What is held at most by the README of `src/sources`, with room for the garbage between two collections. */
const BOUNDS: Readonly<Record<SourceFormat, number>> = { csv: 800, json: 600, xml: 600 };

describe('80 MiB, in a process of its own', () => {
  it.each<readonly [string, SourceFormat, string, string, string | undefined, RegExp]>([
    ['a quoted cell that is never closed', 'csv', 'a,b\n1,"', 'x,y\n', undefined, /^x:2 .*never closed/],
    ['a row without end', 'csv', 'a,b\n', 'x,', undefined, /^x:2 .*no end/],
    ['a text without end', 'json', '[1,\n"', 'x', '$[*]', /^x:2 .*too long/],
    ['a text that is not asked for', 'json', '{"z": "', 'x', '$.a[*]', /^x:\d/],
    ['one record of many texts', 'json', '[{"a": [', '"x",', '$[*]', /^x:1 .*too long/],
    ['an attribute without end', 'xml', '<d>\n<r a="', 'x', '/d/r', /^x:2 .*too long/],
    ['a text between the records', 'xml', '<d>', 'x', '/d/r', /^x:1 .*too long/],
    ['a comment without end', 'xml', '<d><!--', 'x', '/d/r', /^x:1 .*too long/],
  ])(
    '%s (%s) is refused at its line, in bounded memory',
    async (_, format, beginning, repeated, iterator, words) => {
      const { outcome, megabytes } = await read(format, beginning, repeated, iterator);
      expect(outcome).toMatch(words);
      expect(megabytes).toBeLessThan(BOUNDS[format]);
    },
  );

  it.each<readonly [string, SourceFormat, string, string, string | undefined]>([
    ['rows', 'csv', 'a,b\n', `x,${'y'.repeat(200)}\n`, undefined],
    ['lines of JSON', 'json', '', '{"a": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}\n', '$'],
  ])('%s (%s) are read in the memory of a few of them', async (_, format, beginning, repeated, iterator) => {
    const { outcome, megabytes } = await read(format, beginning, repeated, iterator);
    expect(outcome).toMatch(/^[1-9]\d+ records$/);
    expect(megabytes).toBeLessThan(300);
  });
});
