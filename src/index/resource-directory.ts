import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { PAGE_SIZE, type ResourceEntry, readPage } from './resource-page.ts';

/** Pages that are kept read. */
const MOST_PAGES = 2048;

/** A resource and its number. */
export interface Resource extends ResourceEntry {
  readonly id: number;
}

/**
 * The order of resources: by thing, a thing's hash IRIs after it. It is that of IRIs, and of texts as SQLite compares
 * them: a space comes before all that an IRI may hold.
 */
export const orderKey = (iri: string): string => iri.replace('#', ' #');

/** Numbers of IRIs, and IRIs of numbers, read page by page. What pages begin with is held in memory: a byte a resource. */
export class ResourceDirectory {
  readonly #entries: StatementSync;
  readonly #firsts: readonly string[];
  readonly #isBefore: (one: string, other: string) => boolean;
  readonly #pages = new Map<number, readonly ResourceEntry[]>();

  constructor(database: DatabaseSync) {
    this.#entries = database.prepare('SELECT entries FROM resources WHERE page = ?');
    const rows = database.prepare('SELECT first FROM resources ORDER BY page').all() as { first: string }[];
    this.#firsts = rows.map(({ first }) => first);
    this.#isBefore = this.#firsts.some(hasSurrogates) ? isBefore : isBeforeInPlane;
  }

  find(iri: string): Resource | undefined {
    const number = this.#pageFor(orderKey(iri));
    if (number < 0) return undefined;
    const entries = this.#page(number);
    const at = entries.findIndex((entry) => entry.iri === iri);
    const entry = entries[at];
    return entry && { ...entry, id: number * PAGE_SIZE + at + 1 };
  }

  /** How many resources come before an IRI or are it: the number of the last of them, 0 where there is none. */
  upTo(iri: string): number {
    const key = orderKey(iri);
    const number = this.#pageFor(key);
    if (number < 0) return 0;
    const entries = this.#page(number);
    const past = entries.findIndex((entry) => isBefore(key, orderKey(entry.iri)));
    return number * PAGE_SIZE + (past < 0 ? entries.length : past);
  }

  /** @throws RangeError for a number that no resource has */
  at(id: number): ResourceEntry {
    const number = Math.floor((id - 1) / PAGE_SIZE);
    const entry = this.#page(number)[id - 1 - number * PAGE_SIZE];
    if (!entry) throw new RangeError(`No resource has the number ${id}.`);
    return entry;
  }

  /** Resources with numbers above one and up to another. */
  *between(after: number, upTo: number): Generator<Resource> {
    for (let id = after + 1; id <= upTo; id++) yield { ...this.at(id), id };
  }

  /** The last page that begins with this key or before it, -1 where all begin after it. */
  #pageFor(key: string): number {
    const precedes = hasSurrogates(key) ? isBefore : this.#isBefore;
    let [low, high] = [0, this.#firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (precedes(key, this.#firsts[middle] ?? '')) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  #page(number: number): readonly ResourceEntry[] {
    const known = this.#pages.get(number);
    if (known) return known;
    const row = this.#entries.get(number) as { entries: string } | undefined;
    const entries = row ? readPage(row.entries) : [];
    const [oldest] = this.#pages.keys();
    if (this.#pages.size >= MOST_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    this.#pages.set(number, entries);
    return entries;
  }
}

/** By the numbers of characters, as SQLite compares texts: UTF-8 keeps that order, UTF-16 does not beyond its plane. */
const isBefore = (one: string, other: string): boolean =>
  Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
const isBeforeInPlane = (one: string, other: string): boolean => one < other;
const hasSurrogates = (text: string): boolean => /[\ud800-\udfff]/.test(text);
