import type { DatasetVersion } from '../catalogue/index.ts';
import { Fault, type Release } from '../model/index.ts';
import { listReleases, readRelease } from './releases.ts';

/**
 * Every dataset as every kept release has it, the oldest release first. A release that is damaged offers nothing.
 * @param releases absolute path of the folder
 * @param base of the catalogue; releases of another site are none of its
 */
export async function keptVersions(releases: string, base: string): Promise<readonly DatasetVersion[]> {
  const found: DatasetVersion[] = [];
  for (const id of await listReleases(releases)) {
    const release = await readRelease(releases, id).catch(undefinedWhereDamaged);
    if (release?.manifest.base === base) found.push(...versionsIn(release));
  }
  return found;
}

const versionsIn = ({ manifest: { id, createdAt, datasets } }: Release): readonly DatasetVersion[] =>
  datasets.map(({ slug, dump }) => ({ slug, release: { id, createdAt }, dump }));

function undefinedWhereDamaged(error: unknown): undefined {
  if (error instanceof Fault) return undefined;
  throw error;
}
