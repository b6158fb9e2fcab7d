import type { AppContext, PublishedDataset } from '../context.ts';
import type { SignpostedDataset } from '../signposting.ts';
import { dumpsOf } from './file-addresses.ts';

const PACKED = { gz: 'application/gzip', zst: 'application/zstd' } as const;

/** A dataset with the addresses of its dumps, as its page points to them. */
export function signposted(
  { release }: AppContext,
  { dataset, released }: PublishedDataset,
): SignpostedDataset {
  const items = dumpsOf(released).map(({ format, packing }) => ({
    path: `/dataset/${dataset.slug}.${format}.${packing}`,
    mediaType: PACKED[packing],
  }));
  return { base: release.manifest.base, dataset, items };
}
