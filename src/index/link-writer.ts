import type { DatabaseSync } from 'node:sqlite';
import { detached } from '../rdf/index.ts';
import type { ResourceDirectory } from './resource-directory.ts';

/** Most links go to few resources: the numbers of so many are remembered. */
const MOST_REMEMBERED = 50_000;

/** A link from a thing, or from a hash IRI of it, which is its subject. */
interface Link {
  readonly target: string;
  readonly property: string;
  readonly source: number;
  readonly subject: number;
}

/** Writes links to what is described, unordered. */
export class LinkWriter {
  readonly #directory: ResourceDirectory;
  readonly #ids = new Map<string, number>();
  readonly #properties = new Map<string, number>();
  readonly #insert;
  readonly #insertProperty;

  constructor(database: DatabaseSync, directory: ResourceDirectory) {
    this.#directory = directory;
    this.#insert = database.prepare('INSERT INTO raw_links VALUES (?, ?, ?, ?)');
    this.#insertProperty = database.prepare('INSERT INTO properties VALUES (?, ?)');
  }

  /** @returns the number of the target, 0 for what is not described here */
  add({ target, property, source, subject }: Link): number {
    const id = this.#idOf(target);
    if (id > 0) this.#insert.run(id, this.#propertyId(property), source, subject);
    return id;
  }

  /** 0 for what is not described here. */
  #idOf(iri: string): number {
    const known = this.#ids.get(iri);
    if (known !== undefined) return known;
    const id = this.#directory.find(iri)?.id ?? 0;
    if (this.#ids.size >= MOST_REMEMBERED) this.#ids.clear();
    // A part of a text would keep all that is said of a thing in memory.
    this.#ids.set(detached(iri), id);
    return id;
  }

  #propertyId(iri: string): number {
    const known = this.#properties.get(iri);
    if (known !== undefined) return known;
    const id = this.#properties.size + 1;
    this.#insertProperty.run(id, iri);
    this.#properties.set(iri, id);
    return id;
  }
}
