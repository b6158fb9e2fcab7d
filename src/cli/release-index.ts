import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndexAside, type OriginInput, openIndex, openWholeIndex } from '../index/index.ts';
import type { OriginIndex, Release, ResourceFinder, ResourceIndex } from '../model/index.ts';
import { graphFilesOf } from '../release/index.ts';

/** What became of IRIs that are gone: a graph of the store. The index knows it from the ledger. */
const WITHDRAWN = 'withdrawn';

/** Dumps of a release by the name under which the index knows them. */
export const dumpsOf = ({ folder, manifest }: Release): readonly { dataset: string; path: string }[] =>
  graphFilesOf(manifest).map(({ name, path }) => ({
    dataset: name.endsWith('/quality') ? 'quality' : name,
    path: join(folder, path),
  }));

/** The ledger of a release, which those of before do not have. */
const ledgerOf = ({ folder, manifest: { ledger } }: Release): { ledger?: string } =>
  ledger ? { ledger: join(folder, ledger.path) } : {};

/** Where the statements of datasets come from, which releases of before do not tell. */
const originsOf = ({ folder, manifest }: Release): readonly OriginInput[] =>
  manifest.datasets.flatMap(({ slug, origins, rules, cells }) =>
    origins && rules && cells
      ? [
          {
            dataset: slug,
            origins: join(folder, origins.path),
            rules: join(folder, rules.path),
            cells: join(folder, cells.path),
          },
        ]
      : [],
  );

/** Names what a release holds, for caches that are made of it: by every file that they are made of. */
export function fingerprintOf({ manifest }: Release): string {
  const { id, base, ledger } = manifest;
  const graphs = graphFilesOf(manifest).map(({ name, sha256 }) => [name, sha256]);
  const origins = manifest.datasets.map(({ rules, cells }) => [rules?.sha256, cells?.sha256]);
  return createHash('sha256')
    .update(JSON.stringify([id, base, graphs, ledger?.sha256, origins]))
    .digest('hex');
}

/** Where the index lies in a cache. */
export const indexFile = (cache: string): string => join(cache, 'index.sqlite');

/** An index that is open, and what it knows of where statements come from. */
export interface OpenedReleaseIndex {
  readonly index: ResourceIndex & ResourceFinder;
  readonly origins: OriginIndex;
}

/**
 * The index is a cache, made when it is missing or unusable; where nothing can be written there (a
 * read-only volume), it is made in the temporary folder.
 */
export async function openReleaseIndex(
  release: Release,
  cache: string,
  log: (event: string, details: object) => void,
): Promise<OpenedReleaseIndex> {
  const { base } = release.manifest;
  const fingerprint = fingerprintOf(release);
  const dumps = dumpsOf(release).filter(({ dataset }) => dataset !== WITHDRAWN);
  const places = [cache, join(tmpdir(), `cimaise-index-${fingerprint.slice(0, 16)}`)];
  for (const [at, place] of places.entries()) {
    const file = indexFile(place);
    const found = await openWholeIndex(file, fingerprint);
    if (found.kind === 'open') return found;
    if (found.kind !== 'missing') log('index-remade', found);
    try {
      await buildIndexAside({
        dumps,
        ...ledgerOf(release),
        origins: originsOf(release),
        base,
        file,
        fingerprint,
      });
    } catch (error) {
      if (at === places.length - 1) throw error;
      log('index-elsewhere', { place, error });
      continue;
    }
    const made = openIndex(file, fingerprint);
    if (made.kind === 'open') return made;
  }
  throw new Error('The index was made and cannot be opened.');
}
