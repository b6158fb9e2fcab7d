import { createHash, randomBytes } from 'node:crypto';
import type { Bounds } from './bounds.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Networks that are remembered: beyond, all that are not yet known share one allowance. */
const MOST_SENDERS = 10_000;
const OTHERS = 'others';

/**
 * Counts what each network sent. Networks are kept in memory only, as hashes with a salt that changes every day with
 * which all is forgotten: nobody can tell from them who wrote.
 */
export class SenderLimits {
  readonly #bounds: Pick<Bounds, 'perHour' | 'perDay'>;
  #sent = new Map<string, number[]>();
  #salt = randomBytes(32);
  #day = 0;

  constructor(bounds: Pick<Bounds, 'perHour' | 'perDay'>) {
    this.#bounds = bounds;
  }

  /** Seconds until this network may send again; 0: now. */
  wait(network: string, now: number): number {
    const times = this.#timesOf(network, now);
    const inHour = times.filter((time) => time > now - HOUR);
    const until = Math.max(
      untilFree(inHour, this.#bounds.perHour, HOUR),
      untilFree(times, this.#bounds.perDay, DAY),
    );
    return Math.max(0, Math.ceil((until - now) / 1000));
  }

  /** Counts one that was kept. */
  count(network: string, now: number): void {
    this.#timesOf(network, now).push(now);
  }

  #timesOf(network: string, now: number): number[] {
    const day = Math.floor(now / DAY);
    if (day !== this.#day) {
      this.#day = day;
      this.#salt = randomBytes(32);
      this.#sent = new Map();
    }
    const hash = createHash('sha256').update(this.#salt).update(network).digest('base64url');
    const key = this.#sent.has(hash) || this.#sent.size < MOST_SENDERS ? hash : OTHERS;
    const times = this.#sent.get(key) ?? [];
    this.#sent.set(key, times);
    return times;
  }
}

/** When the oldest of those that fill an allowance is old enough; 0 where there is room. */
const untilFree = (times: readonly number[], most: number, milliseconds: number): number =>
  times.length < most ? 0 : (times.at(-most) ?? 0) + milliseconds;
