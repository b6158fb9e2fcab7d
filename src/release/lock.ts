import { join } from 'node:path';
import { acquireLock, type Lock } from '../locks/index.ts';
import { Fault } from '../model/index.ts';
import { makeReleasesFolder } from './folder.ts';

/** One build at a time in a folder of releases. @throws Fault where another one is under way */
export async function lockReleases(releases: string): Promise<Lock> {
  await makeReleasesFolder(releases);
  return acquireLock(join(releases, '.lock'), alreadyBuilding);
}

/** One publication at a time: from harvest to verification. @throws Fault where another one is under way */
export async function lockPublication(releases: string): Promise<Lock> {
  await makeReleasesFolder(releases);
  return acquireLock(join(releases, '.publish'), alreadyPublishing);
}

const alreadyPublishing = (pid: number, path: string): Fault =>
  new Fault(
    {
      fr: `Une autre publication est en cours (processus ${pid}).`,
      en: `Another publication is running (process ${pid}).`,
    },
    {
      fr: `Attendez qu’elle finisse ; si elle n’existe plus, supprimez ${path}.`,
      en: `Wait for it to end; if it is gone, delete ${path}.`,
    },
  );

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
