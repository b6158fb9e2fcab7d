import type { DatabaseSync } from 'node:sqlite';
import { orderKey } from './resource-directory.ts';
import { PAGE_SIZE, type ResourceEntry, writePage } from './resource-page.ts';

/** Writes the pages of resources that come in order. */
export class ResourceWriter {
  readonly #insert;
  #page = 0;
  #entries: ResourceEntry[] = [];

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT INTO resources VALUES (?, ?, ?)');
  }

  add(entry: ResourceEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length === PAGE_SIZE) this.close();
  }

  close(): void {
    const [first] = this.#entries;
    if (first) this.#insert.run(this.#page++, orderKey(first.iri), writePage(this.#entries));
    this.#entries = [];
  }
}
