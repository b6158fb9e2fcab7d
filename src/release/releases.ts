import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault, type Release, type ReleaseManifest } from '../model/index.ts';
import { makeReleasesFolder } from './folder.ts';
import { syncFolder, writeDurably } from './written-file.ts';

const ID = /^\d{4}-\d{2}-\d{2}\.\d+$/;
const DRAFT = '.draft-';

/** Ids of the releases in a folder, oldest first. */
export async function listReleases(releases: string): Promise<readonly string[]> {
  const names = await readdir(releases).catch(() => []);
  return names.filter((name) => ID.test(name)).sort(byAge);
}

/** The day in a release's id: `2026-11-22`. */
export const dayOf = (id: string): string => id.split('.', 1)[0] ?? '';

function byAge(left: string, right: string): number {
  const [dayOfLeft = '', numberOfLeft] = left.split('.');
  const [dayOfRight = '', numberOfRight] = right.split('.');
  if (dayOfLeft !== dayOfRight) return dayOfLeft < dayOfRight ? -1 : 1;
  return Number(numberOfLeft) - Number(numberOfRight);
}

/**
 * Id of the release that the pointer names, or undefined where nothing was released.
 * @throws Fault where the pointer is there and names nothing
 */
export async function currentReleaseId(releases: string): Promise<string | undefined> {
  const path = join(releases, 'current');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  const id = text?.trim();
  if (id === undefined || ID.test(id)) return id;
  throw badPointer(path, id);
}

const badPointer = (path: string, text: string): Fault =>
  new Fault(
    {
      fr: `${path} ne nomme pas de version (« ${text.slice(0, 40)} »).`,
      en: `${path} names no release (“${text.slice(0, 40)}”).`,
    },
    {
      fr: 'Écrivez-y le nom d’un dossier de version, seul sur une ligne.',
      en: 'Write the name of a release’s folder into it, alone on a line.',
    },
  );

/** The current release; undefined where there is none. A pointer to something that is not there is a fault. */
export async function currentRelease(releases: string): Promise<Release | undefined> {
  const id = await currentReleaseId(releases);
  return id === undefined ? undefined : readRelease(releases, id);
}

/** Reads a release and checks that its files are there with their sizes. */
export async function readRelease(releases: string, id: string): Promise<Release> {
  const folder = join(releases, id);
  const manifest = await readManifest(folder, id);
  for (const file of manifest.files) {
    const size = await stat(join(folder, file.path)).then(
      ({ size }) => size,
      () => undefined,
    );
    if (size !== file.bytes) throw damaged(id, file.path);
  }
  return { folder, manifest };
}

/** Reads a release's manifest, and nothing else of it. */
export async function readManifest(folder: string, id: string): Promise<ReleaseManifest> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ReleaseManifest;
  } catch (error) {
    throw damaged(id, 'manifest.json', error);
  }
}

const damaged = (id: string, file: string, cause?: unknown): Fault =>
  new Fault(
    { fr: `La version ${id} est abîmée : ${file}.`, en: `Release ${id} is damaged: ${file}.` },
    {
      fr: 'Restaurez ce dossier d’une sauvegarde, ou construisez une nouvelle version (cimaise build --force).',
      en: 'Restore the folder from a backup, or build a new release (cimaise build --force).',
    },
    cause,
  );

/** A release being written aside: nobody sees it before it is published. */
export interface Draft {
  /** Absolute path. */
  readonly folder: string;
  /** Renames the draft into place and moves the pointer. */
  publish(id: string): Promise<Release>;
  discard(): Promise<void>;
}

/** Removes what killed builds and prunes left behind. Call it with the lock held. */
export async function removeDrafts(releases: string): Promise<void> {
  for (const name of await readdir(releases)) {
    if (name.startsWith(DRAFT)) await rm(join(releases, name), { recursive: true, force: true });
  }
}

/**
 * Takes a release away: from then on it is a draft, which whoever reads releases does not see.
 * @returns absolute path of what is left to remove
 */
export async function setAside(releases: string, id: string): Promise<string> {
  const aside = join(releases, `${DRAFT}pruned-${id}`);
  await rename(join(releases, id), aside);
  await syncFolder(releases);
  return aside;
}

/** Begins a draft; drafts that killed builds left behind are removed. Call it with the lock held. */
export async function beginDraft(releases: string): Promise<Draft> {
  await makeReleasesFolder(releases);
  await removeDrafts(releases);
  const folder = await mkdtemp(join(releases, DRAFT));
  return {
    folder,
    discard: () => rm(folder, { recursive: true, force: true }),
    async publish(id) {
      const target = join(releases, id);
      // Drafts are private; what is published may be served by another account.
      await chmod(folder, 0o755);
      await syncFolder(folder);
      await rename(folder, target);
      await syncFolder(releases);
      await pointAt(releases, id);
      return readRelease(releases, id);
    },
  };
}

/** Moves the pointer: written aside, then renamed. */
export async function pointAt(releases: string, id: string): Promise<void> {
  if (!existsSync(join(releases, id))) throw damaged(id, 'manifest.json');
  const aside = join(releases, '.current.new');
  await writeDurably(aside, `${id}\n`);
  await rename(aside, join(releases, 'current'));
  await syncFolder(releases);
}

/** Id for a release made now: the day (UTC) and the next free number. */
export async function nextReleaseId(releases: string, now: Date): Promise<string> {
  const day = now.toISOString().slice(0, 10);
  const numbers = (await listReleases(releases))
    .filter((id) => id.startsWith(`${day}.`))
    .map((id) => Number(id.split('.')[1]));
  return `${day}.${Math.max(0, ...numbers) + 1}`;
}
