import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from '../src/cli/release-caches.ts';
import { type OpenedReleaseIndex, openReleaseIndex } from '../src/cli/release-index.ts';
import type { ReleaseManifest } from '../src/model/index.ts';
import { currentRelease } from '../src/release/index.ts';
import { cimaise, REPOSITORY } from './integration/command-line.ts';
import { RUN } from './one-run.ts';

/** Milliseconds between two looks at whether another suite has built. */
const PAUSE = 100;

/** Slugs of the shipped datasets: the folders of `data/`. */
export const SLUGS: readonly string[] = readdirSync(join(REPOSITORY, 'data'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A release of the shipped project. */
export interface ShippedRelease {
  readonly folder: string;
  readonly manifest: ReleaseManifest;
}

/**
 * Copies a folder of releases with one of the shipped project, its index beside it, to a folder that a suite may
 * change. It is built once in a run, by the first suite that asks; the others wait.
 */
export async function copyShippedRelease(to: string): Promise<ShippedRelease> {
  const built = await builtOnce(join(process.env[RUN] ?? to, 'shipped'));
  cpSync(built, to, { recursive: true });
  return currentOf(to);
}

/** The folder, built by who takes its lock; whoever comes later waits for it or for the reason that there is none. */
async function builtOnce(folder: string): Promise<string> {
  if (taken(`${folder}.lock`)) {
    const draft = `${folder}.draft`;
    const { code, out, err } = await cimaise(['build', '--project', REPOSITORY], { CIMAISE_RELEASES: draft });
    if (code === 0) {
      (await indexOfShipped(await currentOf(draft))).index.close();
      renameSync(draft, folder);
    } else writeFileSync(`${folder}.failed`, `The shipped project cannot be built:\n${err}${out}`);
  }
  while (!existsSync(folder)) {
    if (existsSync(`${folder}.failed`)) throw new Error(readFileSync(`${folder}.failed`, 'utf8'));
    await sleep(PAUSE);
  }
  return folder;
}

/** Whether nobody has taken the lock before. */
function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The index of a copy: it is there already. */
export const indexOfShipped = ({ folder, manifest }: ShippedRelease): Promise<OpenedReleaseIndex> =>
  openReleaseIndex({ folder, manifest }, cacheFolder(dirname(folder), manifest.id), () => {});

async function currentOf(releases: string): Promise<ShippedRelease> {
  const release = await currentRelease(releases);
  if (!release) throw new Error(`No release in ${releases}.`);
  return release;
}
