import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lockReleases } from '../lock.ts';
import { dayOf, removeDrafts, setAside } from '../releases.ts';
import { type KeptReleases, keptReleases } from './choose-release.ts';

/** Which releases may go. */
export type PruneRule =
  /** All but the newest so many. */
  | { readonly keep: number }
  /** Those made before a day, `2026-11-22`. */
  | { readonly before: string };

export interface PruneOptions {
  /** Absolute path of the folder of releases. */
  readonly releases: string;
  readonly rule: PruneRule;
  /** Tells what would go, and removes nothing. */
  readonly dryRun?: boolean | undefined;
}

/** A release that went, with what was made of it. */
export interface PrunedRelease {
  readonly id: string;
  /** Of its files, and of its caches. */
  readonly bytes: number;
  readonly cacheBytes: number;
}

export interface PruneOutcome {
  readonly pruned: readonly PrunedRelease[];
  /** Ids of those that stay, oldest first. */
  readonly kept: readonly string[];
}

/**
 * Removes old releases and their caches; never the current one, nor the one before it, to which one goes
 * back, nor the newest, whose ledger remembers all. Each is
 * renamed to a draft before its files go: killed at any moment, a release is whole or is none, and what is left of it goes
 * with the next prune or build.
 */
export async function prune({ releases, rule, dryRun = false }: PruneOptions): Promise<PruneOutcome> {
  const lock = await lockReleases(releases);
  try {
    const all = await keptReleases(releases);
    const going = goingOf(all, rule);
    const pruned: PrunedRelease[] = [];
    if (!dryRun) await removeDrafts(releases);
    for (const id of going) {
      const cache = join(releases, '.cache', id);
      pruned.push({ id, bytes: await bytesBelow(join(releases, id)), cacheBytes: await bytesBelow(cache) });
      if (dryRun) continue;
      await rm(cache, { recursive: true, force: true });
      await rm(await setAside(releases, id), { recursive: true, force: true });
    }
    return { pruned, kept: all.ids.filter((id) => !going.includes(id)) };
  } finally {
    await lock.release();
  }
}

/** Releases that a rule lets go, oldest first. */
export function goingOf({ ids, current }: KeptReleases, rule: PruneRule): readonly string[] {
  const pointed = current === undefined ? -1 : ids.indexOf(current);
  const at = pointed === -1 ? ids.length - 1 : pointed;
  // The ledger of the newest remembers everything that was published, whatever is current.
  const stays = new Set([ids[at], ids[at - 1], ids.at(-1)]);
  const isOld =
    'keep' in rule
      ? (_: string, index: number) => index < ids.length - rule.keep
      : (id: string) => dayOf(id) < rule.before;
  return ids.filter((id, index) => isOld(id, index) && !stays.has(id));
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => stat(join(entry.parentPath, entry.name)).then(({ size }) => size));
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
