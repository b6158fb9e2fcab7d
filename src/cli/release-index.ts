import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndexAside, openIndex } from '../index/index.ts';
import type { Release, ResourceIndex } from '../model/index.ts';
import { graphFilesOf } from '../release/index.ts';

/** What became of IRIs that are gone: a graph of the store. The index knows it from the ledger. */
const WITHDRAWN = 'withdrawn';

/** Dumps of a release by the name under which the index knows them. */
export const dumpsOf = ({ folder, manifest }: Release): readonly { dataset: string; path: string }[] =>
  graphFilesOf(manifest).map(({ name, path }) => ({
    dataset: name.endsWith('/quality') ? 'quality' : name,
    path: join(folder, path),
  }));

/** Names what a release holds, for caches that are made of it: by every file that they are made of. */
export function fingerprintOf({ manifest }: Release): string {
  const { id, base, ledger } = manifest;
  const graphs = graphFilesOf(manifest).map(({ name, sha256 }) => [name, sha256]);
  return createHash('sha256')
    .update(JSON.stringify([id, base, graphs, ledger?.sha256]))
    .digest('hex');
}

/** Where the index lies in a cache. */
export const indexFile = (cache: string): string => join(cache, 'index.sqlite');

/**
 * The index is a cache, made when it is missing or unusable; where nothing can be written there (a
 * read-only volume), it is made in the temporary folder.
 */
export async function openReleaseIndex(
  release: Release,
  cache: string,
  log: (event: string, details: object) => void,
): Promise<ResourceIndex> {
  const { base } = release.manifest;
  const fingerprint = fingerprintOf(release);
  const dumps = dumpsOf(release).filter(({ dataset }) => dataset !== WITHDRAWN);
  const places = [cache, join(tmpdir(), `cimaise-index-${fingerprint.slice(0, 16)}`)];
  for (const [at, place] of places.entries()) {
    const file = indexFile(place);
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
