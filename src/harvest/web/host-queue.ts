/** Polite concurrency: one request at a time to a host, in the order in which they are asked. */
export class HostQueue {
  readonly #last = new Map<string, Promise<void>>();

  /** Waits for the host's turn. @returns what ends it; calling it again does nothing */
  async enter(host: string): Promise<() => void> {
    const before = this.#last.get(host);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last.set(host, promise);
    await before;
    return () => {
      if (this.#last.get(host) === promise) this.#last.delete(host);
      resolve();
    };
  }
}
