import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { buildIndex, openIndex } from '../../../src/index/index.ts';
import { Fault } from '../../../src/model/index.ts';
import { BASE, id, line, SCHEMA, withFolder, writeDumps, writeLedger } from './dumps.ts';

const content = { musees: [line(id('musees', 'a'), `${SCHEMA}name`, '"a"')] };

const LEDGER_LINE = [id('musees', 'a'), 'hash', '', '2026-11-22T10:00:00Z', 'published', '', '', '', ''].join(
  '\t',
);

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

  it.each([
    ['has lost its dictionary', "DELETE FROM meta WHERE key = 'dictionary'"],
    ['has another dictionary', "UPDATE meta SET value = x'00' WHERE key = 'dictionary'"],
    ['has a block that is no block', "UPDATE descriptions SET block = x'0102030405'"],
  ])('is corrupt when it %s', async (_name, sql) => {
    await withFolder(async (folder) => {
      const file = await built(folder);
      const database = new DatabaseSync(file);
      database.exec(sql);
      database.close();
      expect(openIndex(file)).toMatchObject({ kind: 'corrupt' });
    });
  });

  it('gives no other description where a bit of a block was flipped', async () => {
    await withFolder(async (folder) => {
      const file = await built(folder);
      const database = new DatabaseSync(file);
      const { block } = database.prepare('SELECT block FROM descriptions').get() as { block: Uint8Array };
      for (let at = 0; at < block.length; at++) {
        const flipped = block.map((octet, index) => (index === at ? octet ^ 0x10 : octet));
        database.prepare('UPDATE descriptions SET block = ?').run(flipped);
        const opened = openIndex(file);
        if (opened.kind !== 'open') continue;
        expect(opened.index.describe(id('musees', 'a'))?.lines).toEqual(content.musees);
        opened.index.close();
      }
      database.close();
    });
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 12)],
    ['of another kind', () => gzipSync('http://a/b\tno ledger\n')],
    ['missing', undefined],
  ])('is not made with a ledger that is %s', async (_name, damage) => {
    await withFolder(async (folder) => {
      const dumps = await writeDumps(folder, content);
      const { ledger } = await writeLedger(folder, [LEDGER_LINE]);
      if (damage) await writeFile(ledger, damage(await readFile(ledger)));
      else await rm(ledger);
      const build = buildIndex({ dumps, ledger, base: BASE, file: join(folder, 'i') });
      await expect(build).rejects.toThrow(/ledger.*cannot be read or is damaged/);
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
