import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndexAside, openIndex } from '../index/index.ts';
import type { Release, ResourceIndex } from '../model/index.ts';
import { cacheFolder } from './release-caches.ts';

/** What became of IRIs that are gone: a graph of the store. The index knows it from the ledger. */
const WITHDRAWN = 'withdrawn.nq.gz';

/** Dumps of a release by the name under which the index knows them. */
export function dumpsOf({ folder, manifest }: Release): readonly { dataset: string; path: string }[] {
  const own = manifest.datasets.map(({ slug, dump }) => ({ dataset: slug, path: join(folder, dump.path) }));
  const quality = manifest.datasets.flatMap((one) =>
    one.quality ? [{ dataset: 'quality', path: join(folder, one.quality.path) }] : [],
  );
  return [
    ...own,
    ...quality,
    { dataset: 'ontology', path: join(folder, 'ontology.nq.gz') },
    { dataset: 'catalogue', path: join(folder, 'catalogue.nq.gz') },
    ...(manifest.files.some(({ path }) => path === WITHDRAWN)
      ? [{ dataset: 'ledger', path: join(folder, WITHDRAWN) }]
      : []),
  ];
}

/** Names what a release holds, for caches that are made of it: by every file. */
export function fingerprintOf({ manifest: { id, files } }: Release): string {
  return createHash('sha256')
    .update(JSON.stringify([id, files.map(({ path, sha256 }) => [path, sha256])]))
    .digest('hex');
}

/**
 * The index is a cache beside the releases, made when it is missing or unusable; where nothing can be written there (a
 * read-only volume), it is made in the temporary folder.
 */
export async function openReleaseIndex(
  release: Release,
  releases: string,
  log: (event: string, details: object) => void,
): Promise<ResourceIndex> {
  const { id, base } = release.manifest;
  const fingerprint = fingerprintOf(release);
  const dumps = dumpsOf(release).filter(({ dataset }) => dataset !== 'ledger');
  const places = [cacheFolder(releases, id), join(tmpdir(), `cimaise-index-${fingerprint.slice(0, 16)}`)];
  for (const [at, place] of places.entries()) {
    const file = join(place, 'index.sqlite');
    const found = openIndex(file, fingerprint);
    if (found.kind === 'open') return found.index;
    if (found.kind !== 'missing') log('index-remade', found);
    try {
      await buildIndexAside({ dumps, base, file, fingerprint });
    } catch (error) {
      if (at === places.length - 1) throw error;
      log('index-elsewhere', { place, error });
      continue;
    }
    const made = openIndex(file, fingerprint);
    if (made.kind === 'open') return made.index;
  }
  throw new Error('The index was made and cannot be opened.');
}
