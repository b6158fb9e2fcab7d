import { LRUCache } from 'lru-cache';
import type { Release } from '../../model/index.ts';
import { changedDatasets, type ThingChange } from './release-changes.ts';

/** Changes of a page. */
export const PAGE_SIZE = 250;

/** A page of what a release changed. */
export interface ChangePage {
  readonly changes: readonly ThingChange[];
  readonly hasNext: boolean;
}

/** Pages read at once: who reads one goes on to the next, and reading begins at the start of the file each time. */
const BLOCK_PAGES = 100;
const BLOCK = BLOCK_PAGES * PAGE_SIZE;

/** A part of the changes, and one more where there is any. */
type Block = readonly ThingChange[];

/** Blocks remembered: some tens of megabytes. */
const blocks = new LRUCache<string, Promise<Block>>({ max: 6 });

/**
 * A page of all that a release changed, dataset by dataset, the same for ever; undefined beyond the last. A release that
 * changed nothing has no page.
 * @param before the release that it was made from, where that is kept
 * @param page from 1 on
 */
export async function changePage(
  release: Release,
  before: Release | undefined,
  page: number,
): Promise<ChangePage | undefined> {
  const first = (page - 1) * PAGE_SIZE;
  const number = Math.floor(first / BLOCK);
  const block = await blockOf(release, before, number);
  const from = first - number * BLOCK;
  const changes = block.slice(from, Math.min(from + PAGE_SIZE, BLOCK));
  return changes.length === 0 ? undefined : { changes, hasNext: block.length > from + PAGE_SIZE };
}

function blockOf(release: Release, before: Release | undefined, number: number): Promise<Block> {
  const { id, createdAt } = release.manifest;
  const key = `${release.folder} ${id} ${createdAt} ${before?.manifest.id ?? ''} ${number}`;
  const known = blocks.get(key);
  if (known) return known;
  const reading = readBlock(release, before, number * BLOCK);
  blocks.set(key, reading);
  // A failure is not kept: the next request tries again.
  reading.catch(() => blocks.delete(key));
  return reading;
}

async function readBlock(release: Release, before: Release | undefined, from: number): Promise<Block> {
  const datasets = changedDatasets(release, before);
  const found: ThingChange[] = [];
  if (from >= datasets.reduce((sum, { most }) => sum + most, 0)) return found;
  let passed = 0;
  for (const dataset of datasets) {
    for await (const lines of dataset.read()) {
      const here = lines.slice(Math.max(0, from - passed), Math.max(0, from + BLOCK + 1 - passed));
      for (const line of here) found.push(dataset.changeOf(line));
      passed += lines.length;
      if (found.length > BLOCK) return found;
    }
  }
  return found;
}
