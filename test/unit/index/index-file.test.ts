import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { buildIndex, openIndex } from '../../../src/index/index.ts';
import { Fault } from '../../../src/model/index.ts';
import { BASE, id, line, SCHEMA, withFolder, writeDumps } from './dumps.ts';

const content = { musees: [line(id('musees', 'a'), `${SCHEMA}name`, '"a"')] };

async function built(folder: string, fingerprint?: string): Promise<string> {
  const file = join(folder, 'index.sqlite');
  const dumps = await writeDumps(folder, content);
  await buildIndex({ dumps, base: BASE, file, ...(fingerprint === undefined ? {} : { fingerprint }) });
  return file;
}

describe('The file of an index', () => {
  it('tells how much it holds when it is built, and leaves nothing aside', async () => {
    await withFolder(async (folder) => {
      const dumps = await writeDumps(folder, content);
      await writeFile(join(folder, 'index.sqlite.tmp-999999999'), 'left by a killed build');
      const counts = await buildIndex({ dumps, base: BASE, file: join(folder, 'index.sqlite') });
      expect(counts).toEqual({ subjects: 1, statements: 1 });
      expect((await readdir(folder)).sort()).toEqual(['index.sqlite', 'musees.nq.gz']);
    });
  });

  it('is missing where there is none', () => {
    expect(openIndex('/nowhere/index.sqlite')).toEqual({ kind: 'missing' });
  });

  it('is stale when another version or another release made it', async () => {
    await withFolder(async (folder) => {
      const file = await built(folder, 'one');
      expect(openIndex(file, 'two')).toEqual({ kind: 'stale' });
      const database = new DatabaseSync(file);
      database.exec('PRAGMA user_version = 999');
      database.close();
      expect(openIndex(file, 'one')).toEqual({ kind: 'stale' });
    });
  });

  it('is corrupt when it is cut short or is no database', async () => {
    await withFolder(async (folder) => {
      const file = await built(folder);
      const { length } = await readFile(file);
      await truncate(file, length - 4096);
      expect(openIndex(file)).toMatchObject({ kind: 'corrupt' });
      await writeFile(file, 'no database at all, but long enough to be looked at'.repeat(100));
      expect(openIndex(file)).toMatchObject({ kind: 'corrupt' });
    });
  });

  it('stays as it was when a new build fails', async () => {
    await withFolder(async (folder) => {
      const file = await built(folder);
      const before = await readFile(file);
      const build = buildIndex({
        dumps: [{ dataset: 'x', path: join(folder, 'no.nq.gz') }],
        base: BASE,
        file,
      });
      await expect(build).rejects.toThrow(Fault);
      expect((await readFile(file)).equals(before)).toBe(true);
      expect((await readdir(folder)).sort()).toEqual(['index.sqlite', 'musees.nq.gz']);
    });
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 12)],
    ['no dump', () => Buffer.from('\u001f\u008bnonsense')],
  ])('is not made from a dump that is %s', async (_name, damage) => {
    await withFolder(async (folder) => {
      const [dump] = await writeDumps(folder, content);
      if (!dump) throw new Error('There is one dump.');
      await writeFile(dump.path, damage(await readFile(dump.path)));
      await expect(buildIndex({ dumps: [dump], base: BASE, file: join(folder, 'i') })).rejects.toThrow(
        dump.path,
      );
    });
  });

  it('is not made from lines without graph or with blank nodes', async () => {
    await withFolder(async (folder) => {
      for (const wrong of ['<http://a/b> <http://a/p> "x" .', '_:b <http://a/p> "x" <http://a/g> .']) {
        const path = join(folder, 'wrong.nq');
        await writeFile(path, `${wrong}\n`);
        const build = buildIndex({ dumps: [{ dataset: 'x', path }], base: BASE, file: join(folder, 'i') });
        await expect(build).rejects.toThrow(/damaged/);
      }
    });
  });
});
