import type { DatabaseSync } from 'node:sqlite';
import { PAGE_SIZE, type ResourceEntry, readPage } from './resource-page.ts';

/** Pages that are kept read. */
const MOST_PAGES = 1024;

/** A resource and its number. */
export interface Resource extends ResourceEntry {
  readonly id: number;
}

/**
 * The order of resources: by thing, a thing's hash IRIs after it. It is that of IRIs, and of texts as SQLite compares
 * them: a space comes before all that an IRI may hold.
 */
export const orderKey = (iri: string): string => iri.replace('#', ' #');

/** Numbers of IRIs, and IRIs of numbers, read page by page. */
export class ResourceDirectory {
  readonly #queries: ReturnType<typeof prepareReading>;
  readonly #pages = new Map<number, readonly ResourceEntry[]>();

  constructor(database: DatabaseSync) {
    this.#queries = prepareReading(database);
  }

  find(iri: string): Resource | undefined {
    const page = this.#pageFor(iri);
    const at = page?.entries.findIndex((entry) => entry.iri === iri) ?? -1;
    const entry = page?.entries[at];
    return page && entry && { ...entry, id: page.first + at };
  }

  /** How many resources come before an IRI or are it: the number of the last of them, 0 where there is none. */
  upTo(iri: string): number {
    const page = this.#pageFor(iri);
    if (!page) return 0;
    const key = orderKey(iri);
    const past = page.entries.findIndex((entry) => isAfter(orderKey(entry.iri), key));
    return page.first + (past < 0 ? page.entries.length : past) - 1;
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

  #pageFor(iri: string): { first: number; entries: readonly ResourceEntry[] } | undefined {
    const found = this.#queries.pageOf.get(orderKey(iri)) as { page: number } | undefined;
    return found && { first: found.page * PAGE_SIZE + 1, entries: this.#page(found.page) };
  }

  #page(number: number): readonly ResourceEntry[] {
    const known = this.#pages.get(number);
    if (known) return known;
    const row = this.#queries.entries.get(number) as { entries: string } | undefined;
    const entries = row ? readPage(row.entries) : [];
    const [oldest] = this.#pages.keys();
    if (this.#pages.size >= MOST_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    this.#pages.set(number, entries);
    return entries;
  }
}

/** As SQLite compares texts: by their characters' numbers, which UTF-8 keeps and UTF-16 does not. */
function isAfter(one: string, other: string): boolean {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) > 0;
}

function prepareReading(database: DatabaseSync) {
  return {
    pageOf: database.prepare('SELECT page FROM resources WHERE first <= ? ORDER BY first DESC LIMIT 1'),
    entries: database.prepare('SELECT entries FROM resources WHERE page = ?'),
  };
}
