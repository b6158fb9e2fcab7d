import { LRUCache } from 'lru-cache';
import type { Release } from '../../model/index.ts';
import {
  type ChangedDataset,
  type ChangeKind,
  changedDatasets,
  type ThingChange,
} from './release-changes.ts';

/** What a release did to a dataset, in figures and in some of its things. */
export interface ChangeSummary {
  readonly slug: string;
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** The first ones. */
  readonly sample: readonly ThingChange[];
}

/** Things named in an entry of a feed. */
const SAMPLE = 20;
/** Releases whose figures are remembered: they never change. */
const REMEMBERED = 100;

const summaries = new LRUCache<string, Promise<readonly ChangeSummary[]>>({ max: REMEMBERED });

/**
 * What a release changed, dataset by dataset; nothing for those that are as they were.
 * @param before the release that it was made from, where that is kept
 */
export function changeSummaries(
  release: Release,
  before: Release | undefined,
): Promise<readonly ChangeSummary[]> {
  const key = `${release.folder} ${release.manifest.createdAt} ${before?.manifest.id ?? ''}`;
  const known = summaries.get(key);
  if (known) return known;
  const summing = Promise.all(changedDatasets(release, before).map(summaryOf));
  summaries.set(key, summing);
  // A failure is not kept: the next request tries again.
  summing.catch(() => summaries.delete(key));
  return summing;
}

async function summaryOf({ slug, read, changeOf }: ChangedDataset): Promise<ChangeSummary> {
  const counts = { created: 0, updated: 0, removed: 0 };
  const sample: ThingChange[] = [];
  for await (const lines of read())
    for (const line of lines) {
      const change = changeOf(line);
      counts[change.kind] += 1;
      if (sample.length < SAMPLE) sample.push(change);
    }
  return { slug, counts, sample };
}
