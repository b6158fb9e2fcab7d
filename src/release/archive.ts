import type { Release } from '../model/index.ts';
import { listReleases, readRelease } from './releases.ts';

/** The releases that are kept, for whoever serves or compares them. */
export interface ReleaseArchive {
  /** Oldest first. */
  ids(): Promise<readonly string[]>;
  /** Undefined where there is none of that id; a release is immutable, and read once. */
  release(id: string): Promise<Release | undefined>;
}

/** @param releases absolute path of the folder */
export function createArchive(releases: string): ReleaseArchive {
  const known = new Map<string, Promise<Release>>();
  const ids = (): Promise<readonly string[]> => listReleases(releases);
  const read = (id: string): Promise<Release> => {
    const reading = known.get(id) ?? readRelease(releases, id);
    known.set(id, reading);
    // A failure is not kept: the next request tries again.
    reading.catch(() => known.delete(id));
    return reading;
  };
  return {
    ids,
    async release(id) {
      const kept = await ids();
      if (kept.includes(id)) return read(id);
      known.delete(id);
      return undefined;
    },
  };
}
