import type { DatabaseSync } from 'node:sqlite';
import { type PlacedThing, thingSpace } from '../model/index.ts';
import type { Resource, ResourceDirectory } from './resource-directory.ts';

interface PlaceRow {
  readonly resource: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** A part of a dataset's things, and the IRI to continue after. */
export interface ResourcePage {
  readonly things: readonly Resource[];
  readonly next?: string;
}

/** What lies in the URI space of a dataset: one range of numbers. */
export class ThingLists {
  readonly #base: string;
  readonly #directory: ResourceDirectory;
  readonly #places;
  readonly #place;

  constructor(database: DatabaseSync, base: string, directory: ResourceDirectory) {
    this.#base = base;
    this.#directory = directory;
    this.#places = database.prepare(
      `SELECT resource, latitude, longitude FROM places WHERE resource > ? AND resource <= ?
       ORDER BY resource LIMIT ?`,
    );
    this.#place = database.prepare('SELECT latitude, longitude FROM places WHERE resource = ?');
  }

  /** Things after an IRI, hash IRIs left out. */
  page(dataset: string, { after = '', limit }: { after?: string; limit: number }): ResourcePage {
    const most = Math.max(1, Math.trunc(limit));
    const range = this.#range(dataset);
    const from = after === '' ? 0 : this.#directory.upTo(after);
    const things: Resource[] = [];
    for (const resource of this.#directory.between(Math.max(range.after, from), range.upTo)) {
      if (resource.iri.includes('#')) continue;
      const last = things.at(-1);
      if (things.length === most && last) return { things, next: last.iri };
      things.push(resource);
    }
    return { things };
  }

  places(dataset: string, limit: number): readonly PlacedThing[] {
    const { after, upTo } = this.#range(dataset);
    const rows = this.#places.all(after, upTo, Math.max(0, Math.trunc(limit))) as unknown as PlaceRow[];
    return rows.map(({ resource, ...place }) => ({ iri: this.#directory.at(resource).iri, ...place }));
  }

  /** The place of one thing. */
  place(resource: number): PlacedThing | undefined {
    const row = this.#place.get(resource) as { latitude: number; longitude: number } | undefined;
    return row && { iri: this.#directory.at(resource).iri, ...row };
  }

  /** All IRIs of a dataset: after `…/`, before `…0`, the character after the slash. */
  #range(dataset: string): { readonly after: number; readonly upTo: number } {
    const from = thingSpace(this.#base, dataset);
    const below = `${from.slice(0, -1)}0`;
    const isThere = this.#directory.find(below) !== undefined;
    return {
      after: this.#directory.upTo(from),
      upTo: this.#directory.upTo(below) - (isThere ? 1 : 0),
    };
  }
}
