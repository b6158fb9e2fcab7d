import type { Release } from '../../model/index.ts';
import type { AppContext } from '../context.ts';
import { historyOf, keptRelease, readableRelease } from '../releases/kept-releases.ts';

/** A release, and the one that it was made from, where that is kept. */
export interface TracedRelease {
  readonly release: Release;
  readonly before: Release | undefined;
}

/** The release that is served and those that led to it, latest first. */
export async function* tracedHistory(context: AppContext): AsyncGenerator<TracedRelease> {
  let later: Release | undefined;
  for await (const release of historyOf(context)) {
    if (later) yield { release: later, before: release };
    later = release;
  }
  if (later) yield { release: later, before: undefined };
}

/**
 * A release and the one before it: also one that was left by going back, whose pages were published and stay.
 * @throws HttpProblem 410 for a release that is not kept any more, 404 for one that never was
 */
export async function tracedRelease(context: AppContext, id: string): Promise<TracedRelease> {
  for await (const traced of tracedHistory(context)) if (traced.release.manifest.id === id) return traced;
  const release = await keptRelease(context, id);
  const previous = release.manifest.previous?.id;
  return { release, before: previous === undefined ? undefined : await readableRelease(context, previous) };
}
