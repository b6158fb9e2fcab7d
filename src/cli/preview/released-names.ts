import { openWholeIndex } from '../../index/index.ts';
import type { Language } from '../../model/index.ts';
import { currentRelease } from '../../release/index.ts';
import { cacheFolder } from '../release-caches.ts';
import { fingerprintOf, indexFile } from '../release-index.ts';

/** What the published things are called. */
export interface ReleasedNames {
  readonly label: (iri: string, language: Language) => string | undefined;
  close(): void;
}

/** Names of the things of the current release, where a server has left its index; nothing is made for them. */
export async function openReleasedNames(releases: string, base: string): Promise<ReleasedNames | undefined> {
  const release = await currentRelease(releases).catch(() => undefined);
  if (release?.manifest.base !== base) return undefined;
  const opened = await openWholeIndex(
    indexFile(cacheFolder(releases, release.manifest.id)),
    fingerprintOf(release),
  );
  if (opened.kind !== 'open') return undefined;
  const { index } = opened;
  return { label: (iri, language) => index.label(iri, language), close: () => index.close() };
}
