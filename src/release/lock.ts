import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../model/index.ts';
import { makeReleasesFolder } from './folder.ts';

/** Held while a build writes. */
export interface BuildLock {
  release(): Promise<void>;
}

/**
 * One build at a time in a folder of releases: a file that names the process. A lock whose process is gone (a killed
 * build) is taken over.
 */
export async function acquireLock(releases: string): Promise<BuildLock> {
  await makeReleasesFolder(releases);
  const path = join(releases, '.lock');
  const own = join(releases, `.lock-${process.pid}`);
  await writeFile(own, String(process.pid));
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (await linked(own, path)) {
        await sweep(releases);
        return { release: () => rm(path, { force: true }) };
      }
      const holder = await holderOf(path);
      if (isRunning(holder)) throw alreadyBuilding(holder, path);
      await removeIfHeldBy(holder, path);
    }
    throw alreadyBuilding(await holderOf(path), path);
  } finally {
    await rm(own, { force: true });
  }
}

/** Removes what processes left that were killed while they took the lock. */
async function sweep(releases: string): Promise<void> {
  for (const name of await readdir(releases)) {
    const pid = /^\.lock-(?:dead-)?(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(releases, name), { force: true });
  }
}

/** A hard link is made whole or not at all: nobody ever sees a lock that names no process. */
async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const holderOf = async (path: string): Promise<number> =>
  Number(await readFile(path, 'utf8').catch(() => ''));

/** Renamed away first, so that of two builds that find the same dead lock only one removes it. */
async function removeIfHeldBy(holder: number, path: string): Promise<void> {
  const aside = `${path}-dead-${process.pid}`;
  await rename(path, aside).catch(() => undefined);
  const taken = await holderOf(aside);
  // Somebody else's new lock was caught: give it back, unless yet another stands there.
  if (taken !== holder && isRunning(taken)) await linked(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const alreadyBuilding = (pid: number, path: string): Fault =>
  new Fault(
    {
      fr: `Une autre construction est en cours (processus ${pid}).`,
      en: `Another build is running (process ${pid}).`,
    },
    {
      fr: `Attendez qu’elle finisse ; si elle n’existe plus, supprimez ${path}.`,
      en: `Wait for it to end; if it is gone, delete ${path}.`,
    },
  );
