import { waitFor } from './waits.ts';

/** Polite concurrency: one request at a time to a host, in the order in which they are asked, and none while it rests. */
export class HostQueue {
  readonly #last = new Map<string, Promise<void>>();
  readonly #rests = new Map<string, number>();

  /** Waits for the host's turn. @returns what ends it; calling it again does nothing @throws where `signal` ends the wait */
  async enter(host: string, signal?: AbortSignal): Promise<() => void> {
    const before = this.#last.get(host);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last.set(host, promise);
    const leave = () => {
      if (this.#last.get(host) === promise) this.#last.delete(host);
      resolve();
    };
    await before;
    try {
      await this.#rested(host, signal);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  /** Lets a host alone for so long: a server that is busy for one request is busy for all. */
  rest(host: string, milliseconds: number): void {
    const until = performance.now() + milliseconds;
    this.#rests.set(host, Math.max(until, this.#rests.get(host) ?? 0));
  }

  async #rested(host: string, signal: AbortSignal | undefined): Promise<void> {
    for (let left = this.#left(host); left > 0; left = this.#left(host)) await waitFor(left, signal);
    this.#rests.delete(host);
  }

  #left(host: string): number {
    return Math.ceil((this.#rests.get(host) ?? 0) - performance.now());
  }
}
