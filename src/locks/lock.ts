import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Held by one process; given back by `release`. */
export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes a lock: a file that names the process that holds it. A lock whose process is gone (killed) is taken over.
 * @param path of the file, in a folder that is there
 * @param busy makes what is thrown where another process holds it
 */
export async function acquireLock(path: string, busy: (pid: number, path: string) => Error): Promise<Lock> {
  const own = `${path}-${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (await linked(own, path)) {
        await sweep(path);
        return { release: () => rm(path, { force: true }) };
      }
      const holder = await holderOf(path);
      if (isRunning(holder)) throw busy(holder, path);
      await removeIfHeldBy(holder, path);
    }
    throw busy(await holderOf(path), path);
  } finally {
    await rm(own, { force: true });
  }
}

/** Removes what processes left that were killed while they took the lock. */
async function sweep(path: string): Promise<void> {
  const folder = dirname(path);
  const beginning = `${basename(path)}-`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(beginning)) continue;
    const pid = /^(?:dead-)?(\d+)$/.exec(name.slice(beginning.length))?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
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

/** Renamed away first, so that of two processes that find the same dead lock only one removes it. */
async function removeIfHeldBy(holder: number, path: string): Promise<void> {
  const aside = `${path}-dead-${process.pid}`;
  await rename(path, aside).catch(() => undefined);
  const taken = await holderOf(aside);
  // Somebody else's new lock was caught: give it back, unless yet another stands there.
  if (taken !== holder && isRunning(taken)) await linked(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Whether a process of this machine has this number. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
