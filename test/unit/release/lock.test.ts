import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Fault } from '../../../src/model/index.ts';
import { lockReleases } from '../../../src/release/lock.ts';
import { temporaryFolders } from './folders.ts';

const newFolder = temporaryFolders();
const fileOf = (releases: string) => join(releases, '.lock');

describe('The lock of a folder of releases', () => {
  it('names its process, and is gone when it is given back', async () => {
    const releases = join(newFolder(), 'made', 'on', 'demand');
    const lock = await lockReleases(releases);
    expect(readFileSync(fileOf(releases), 'utf8')).toBe(String(process.pid));
    await lock.release();
    expect(existsSync(fileOf(releases))).toBe(false);
  });

  it('is refused while a living process holds it, with the process and the file to look at', async () => {
    const releases = newFolder();
    const lock = await lockReleases(releases);
    const refused = await lockReleases(releases).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Fault);
    const { explanation, remedy } = refused as Fault;
    for (const language of ['fr', 'en'] as const) {
      expect(explanation[language]).toContain(String(process.pid));
      expect(remedy[language]).toContain(fileOf(releases));
    }
    await lock.release();
    await (await lockReleases(releases)).release();
  });

  it('is refused for a process of another user too', async () => {
    const releases = newFolder();
    writeFileSync(fileOf(releases), '1');
    await expect(lockReleases(releases)).rejects.toThrow('process 1');
  });

  it('is taken over from a process that is gone', async () => {
    const releases = newFolder();
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(fileOf(releases), String(pid));
    const lock = await lockReleases(releases);
    expect(readFileSync(fileOf(releases), 'utf8')).toBe(String(process.pid));
    await lock.release();
  });

  it('takes away what killed processes left, and nothing of those that run', async () => {
    const releases = newFolder();
    const { pid } = spawnSync(process.execPath, ['--version']);
    for (const name of [`.lock-${pid}`, `.lock-dead-${pid}`, '.lock-1'])
      writeFileSync(join(releases, name), '');
    await (await lockReleases(releases)).release();
    expect(readdirSync(releases)).toEqual(['.lock-1']);
  });

  it.each(['', 'nonsense', '-1', '0', '1.5'])('is taken over where it holds %j', async (content) => {
    const releases = newFolder();
    writeFileSync(fileOf(releases), content);
    await (await lockReleases(releases)).release();
    expect(existsSync(fileOf(releases))).toBe(false);
  });
});
