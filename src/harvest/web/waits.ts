import { setTimeout as pause } from 'node:timers/promises';
import type { HarvestBounds } from '../bounds.ts';
import { retryAfter } from './retry-after.ts';
import type { WebAnswer } from './web-request.ts';

const BUSY: readonly number[] = [429, 503];
const STUMBLES: readonly number[] = [408, 500, 502, 504];

export const isBusy = ({ status }: WebAnswer): boolean => BUSY.includes(status);

/** Milliseconds of the pause after so many attempts: each is twice as long as the one before. */
export const pauseAfter = (attempt: number, { pauseMilliseconds }: HarvestBounds): number =>
  pauseMilliseconds * 2 ** (attempt - 1);

/** Milliseconds to wait before asking again; undefined where the answer stands. No answer: a connection failed. */
export function waitOf(
  answer: WebAnswer | undefined,
  attempt: number,
  bounds: HarvestBounds,
): number | undefined {
  const { attempts } = bounds;
  const longer = pauseAfter(attempt, bounds);
  if (answer === undefined) return longer;
  const { status, headers } = answer;
  if (BUSY.includes(status) && attempt < 2 * attempts) {
    const told = headers['retry-after'];
    return retryAfter(Array.isArray(told) ? told[0] : told, Date.now()) ?? longer;
  }
  return STUMBLES.includes(status) && attempt < attempts ? longer : undefined;
}

/** Waits. @throws the reason of a signal that ends the wait */
export async function waitFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, signal && { signal }).catch((error) => {
    signal?.throwIfAborted();
    throw error;
  });
}
