import { join } from 'node:path';
import { currentReleaseId, readManifest } from '../releases.ts';
import { readEntries } from './entry.ts';
import { partOfTerms } from './part.ts';

/**
 * IRIs of the terms that the current release publishes; none where there is no release of this base. What is damaged counts
 * as not there: the build that needs it tells of it.
 */
export async function publishedTerms(releases: string, base: string): Promise<ReadonlySet<string>> {
  const terms = new Set<string>();
  try {
    const id = await currentReleaseId(releases);
    if (id === undefined) return terms;
    const folder = join(releases, id);
    if ((await readManifest(folder, id)).base !== base) return terms;
    for await (const { iri, status } of readEntries(join(folder, partOfTerms(base).path)))
      if (status === 'published') terms.add(iri);
    return terms;
  } catch {
    return new Set();
  }
}
