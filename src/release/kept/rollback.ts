import { Fault } from '../../model/index.ts';
import { lockReleases } from '../lock.ts';
import { pointAt, readRelease } from '../releases.ts';
import { chosenId, idBefore, keptReleases } from './choose-release.ts';
import { type LostIris, lostIris } from './lost-iris.ts';
import { assertIntact } from './verify-release.ts';

/** How going back ends. */
export type RollbackOutcome =
  | { readonly kind: 'already'; readonly to: string }
  | {
      /** `refused`: published IRIs would die; the pointer has not moved. */
      readonly kind: 'moved' | 'refused';
      readonly from: string;
      readonly to: string;
      /** Absent where the release that is left cannot be read: nobody knows what it published. */
      readonly lost?: LostIris;
    };

export interface RollbackOptions {
  /** Absolute path of the folder of releases. */
  readonly releases: string;
  /** Default: the one before the current one. */
  readonly id?: string | undefined;
  /** Moves although published IRIs would not be known any more. */
  readonly force?: boolean | undefined;
}

/**
 * Moves the pointer to a kept release, once every file of it is known to be what was published. A running server follows.
 * Killed before the pointer is renamed, nothing has happened; after it, all has.
 * @throws Fault where there is no such release, or it is damaged
 */
export async function rollback({ releases, id, force = false }: RollbackOptions): Promise<RollbackOutcome> {
  const lock = await lockReleases(releases);
  try {
    const kept = await keptReleases(releases);
    const from = kept.current ?? '';
    const to = chosenId(kept, id ?? idBefore(kept, chosenId(kept, undefined)));
    if (from === to) return { kind: 'already', to };
    const target = await readRelease(releases, to);
    await assertIntact(target);
    const lost = await lostBy(releases, from, to);
    if (lost && lost.count > 0 && !force) return { kind: 'refused', from, to, lost };
    await pointAt(releases, to);
    return { kind: 'moved', from, to, ...(lost ? { lost } : {}) };
  } finally {
    await lock.release();
  }
}

/** A current release that is damaged is a reason to go back: what cannot be read of it is not asked for. */
async function lostBy(releases: string, from: string, to: string): Promise<LostIris | undefined> {
  try {
    const before = await readRelease(releases, from);
    await assertIntact(before);
    return await lostIris({ before, after: await readRelease(releases, to) });
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
