import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Site } from './site.ts';

/**
 * The site that answers now, behind one server. Each request is answered by the site that was there when it came; a
 * site that was replaced is closed when its last answer is given.
 */
export class LiveSite {
  readonly #underWay = new Map<Site, number>();
  readonly #longest: number;
  readonly #retiring = new Set<Promise<void>>();
  #current: Site;

  /** @param longest milliseconds after which a replaced site is closed though an answer still flows (a dump) */
  constructor(first: Site, longest: number) {
    this.#current = first;
    this.#longest = longest;
  }

  get current(): Site {
    return this.#current;
  }

  /** The listener of the server. */
  readonly answer = (request: IncomingMessage, response: ServerResponse): void => {
    const site = this.#current;
    this.#count(site, 1);
    response.once('close', () => this.#count(site, -1));
    site.app(request, response);
  };

  /** Moves all traffic that is to come. */
  moveTo(next: Site): void {
    const last = this.#current;
    this.#current = next;
    const retired = this.#retire(last).finally(() => this.#retiring.delete(retired));
    this.#retiring.add(retired);
  }

  /** Closes every site, whatever is under way. */
  async close(): Promise<void> {
    await this.#current.close();
    await Promise.all([...this.#retiring]);
  }

  #count(site: Site, difference: number): void {
    const count = (this.#underWay.get(site) ?? 0) + difference;
    if (count === 0) this.#underWay.delete(site);
    else this.#underWay.set(site, count);
  }

  async #retire(site: Site): Promise<void> {
    const until = performance.now() + this.#longest;
    while (this.#underWay.has(site) && performance.now() < until)
      await sleep(STEP, undefined, { ref: false });
    await site.close();
  }
}

/** Milliseconds between two looks at what is under way. */
const STEP = 50;
