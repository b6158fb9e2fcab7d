import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../model/index.ts';

/** Held while a build writes. */
export interface BuildLock {
  release(): Promise<void>;
}

/**
 * One build at a time in a folder of releases: a file that names the process. A lock whose process is gone (a killed
 * build) is taken over.
 */
export async function acquireLock(releases: string): Promise<BuildLock> {
  await mkdir(releases, { recursive: true });
  const path = join(releases, '.lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    const handle = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return undefined;
      throw error;
    });
    if (handle !== undefined) {
      await handle.writeFile(String(process.pid));
      await handle.close();
      return { release: () => rm(path, { force: true }) };
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (isRunning(holder)) throw alreadyBuilding(holder, path);
    await rm(path, { force: true });
  }
  throw alreadyBuilding(0, path);
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
