import type { Release } from '../../model/index.ts';
import type { DatasetVersion } from '../../pages/index.ts';
import type { AppContext } from '../context.ts';
import { changeSummaries } from '../feeds/change-summaries.ts';
import { historyOf } from './kept-releases.ts';

/** Releases on the page of a dataset. */
const MOST_VERSIONS = 10;

/** What each kept release did to a dataset, the latest first. */
export async function datasetVersions(context: AppContext, slug: string): Promise<readonly DatasetVersion[]> {
  const releases: Release[] = [];
  for await (const release of historyOf(context)) {
    releases.push(release);
    if (releases.length > MOST_VERSIONS) break;
  }
  const versions = releases.map(async (release, index): Promise<DatasetVersion | undefined> => {
    const { id, createdAt, datasets } = release.manifest;
    const found = datasets.find((one) => one.slug === slug);
    if (!found) return undefined;
    const before = releases[index + 1];
    const wasThere = before?.manifest.datasets.some((one) => one.slug === slug) ?? false;
    const of = wasThere ? await changeSummaries(release, before) : [];
    const counts = of.find((one) => one.slug === slug)?.counts ?? NONE;
    return { id, createdAt, things: found.things, ...(wasThere && { counts }) };
  });
  return (await Promise.all(versions.slice(0, MOST_VERSIONS))).filter((one) => one !== undefined);
}

const NONE = { created: 0, updated: 0, removed: 0 };
