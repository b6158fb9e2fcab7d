import { setImmediate } from 'node:timers/promises';
import type { AppContext } from '../context.ts';
import { documentAddress, type SiteAddress } from './site-addresses.ts';

/** Addresses of a file. The protocol takes 50,000 of at most 2,048 characters in 50 MB: so many always fit. */
export const MOST_ADDRESSES = 20_000;
/** Addresses of this length or longer are not for sitemaps (https://www.sitemaps.org/protocol.html). */
const TOO_LONG = 2048;
/** Things read from the index at once: some milliseconds. */
const STEP = 2000;

/** The things of a dataset, cut into files: the IRI after which each file begins, in order. */
export type FileStarts = readonly string[];

/** Reads through a dataset's things once. */
export async function fileStarts(context: AppContext, slug: string): Promise<FileStarts> {
  const starts = [''];
  let count = 0;
  for await (const things of steps(context, slug, '')) {
    count += things.length;
    const last = things.at(-1);
    if (count % MOST_ADDRESSES === 0 && last) starts.push(last.iri);
  }
  // A last file that begins after the last thing is empty.
  return count > 0 && count % MOST_ADDRESSES === 0 ? starts.slice(0, -1) : starts;
}

/** The addresses of one file, some thousand at a time. */
export async function* addressesAfter(
  context: AppContext,
  slug: string,
  after: string,
): AsyncGenerator<readonly SiteAddress[]> {
  const { base } = context.release.manifest;
  let count = 0;
  for await (const things of steps(context, slug, after)) {
    yield things
      .map(({ iri, changed }) => ({ location: documentAddress(iri, base), ...(changed && { changed }) }))
      .filter(({ location }) => location.length < TOO_LONG);
    count += things.length;
    if (count >= MOST_ADDRESSES) return;
  }
}

/** Whole steps but the last: a file ends at the end of one. Others are answered in between. */
async function* steps({ index }: AppContext, slug: string, start: string) {
  let after = start;
  for (;;) {
    const things = index.datedThings(slug, { ...(after && { after }), limit: STEP });
    if (things.length > 0) yield things;
    const last = things.at(-1);
    if (!last || things.length < STEP) return;
    after = last.iri;
    await setImmediate();
  }
}
