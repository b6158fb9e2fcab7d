import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import {
  type ChosenFacets,
  FACETS,
  type Facet,
  type FacetCounts,
  type FacetValue,
} from '../../model/index.ts';
import type { FoundThings } from './found-things.ts';
import { both, emptySet, fullSet, type NumberSet, sizeOf } from './number-set.ts';

/** Sets of things by value that are remembered. */
const MOST_REMEMBERED = 128;
/** One of so many things are few. */
const FEW = 8;
/** Values of one facet that are told where no number is asked for. */
const USUAL_VALUES = 100;
/** More values, of one facet, than anybody chooses. */
const MOST_CHOSEN = 16;

interface ValueRow {
  readonly id: number;
  readonly facet: string;
  readonly value: string;
  readonly vocabulary: string;
  readonly count: number;
}

/** Values of facets: which things have one, and how many of some things have each. */
export class FacetTable {
  readonly #things: FoundThings;
  readonly #rows: readonly ValueRow[];
  readonly #ids = new Map<string, number>();
  readonly #sets = new LRUCache<number, NumberSet>({ max: MOST_REMEMBERED });

  constructor(database: DatabaseSync, things: FoundThings) {
    this.#things = things;
    this.#rows = database.prepare('SELECT * FROM facet_values ORDER BY id').all() as unknown as ValueRow[];
    for (const { id, facet, value } of this.#rows)
      for (const one of facet.split(' ')) this.#ids.set(`${one} ${value}`, id);
  }

  /** Those of some things that have each of the chosen values. */
  narrowed(found: NumberSet, chosen: ChosenFacets): NumberSet {
    return this.#valuesOf(chosen).reduce<NumberSet>(
      (set, id) => (id === undefined ? emptySet(this.#things.size) : this.#having(set, id)),
      found,
    );
  }

  /** The same for what is chosen alike. */
  keyOf(chosen: ChosenFacets): string {
    return JSON.stringify(this.#valuesOf(chosen).sort());
  }

  /** How many of some things have each value, by the numbers of values. */
  count(found: NumberSet): Uint32Array {
    return this.#things.countValues(found, this.#rows.length);
  }

  /** What was counted, by facet; of each facet at most so many values are told. */
  told(counts: Uint32Array, most: number = USUAL_VALUES): readonly FacetCounts[] {
    const groups = new Map<string, FacetValue[]>(FACETS.slice(0, -1).map((facet) => [facet, []]));
    for (const { id, facet, value, vocabulary } of this.#rows) {
      const count = counts[id] as number;
      if (count === 0) continue;
      // An area that is a concept is told among places.
      const group = facet === 'concept' ? `concept ${vocabulary}` : (facet.split(' ')[0] as string);
      const known = groups.get(group);
      if (known) known.push({ value, count });
      else groups.set(group, [{ value, count }]);
    }
    return [...groups]
      .filter(([, values]) => values.length > 0)
      .map(([group, values]) => counted(group, values, most));
  }

  #valuesOf(chosen: ChosenFacets): (number | undefined)[] {
    return FACETS.flatMap((facet: Facet) =>
      [...new Set(chosen[facet])].slice(0, MOST_CHOSEN).map((value) => this.#ids.get(`${facet} ${value}`)),
    );
  }

  /** Of few things each is looked at; for many, all that have the value are found once, and remembered. */
  #having(found: NumberSet, id: number): NumberSet {
    const known = this.#sets.get(id);
    if (known) return both(found, known);
    if (sizeOf(found) < this.#things.size / FEW) return this.#things.having(id, found);
    const having = this.#things.having(id, fullSet(this.#things.size));
    this.#sets.set(id, having);
    return both(found, having);
  }
}

function counted(group: string, values: readonly FacetValue[], most: number): FacetCounts {
  const [facet, vocabulary] = group.split(' ') as [Facet, string?];
  const ordered = [...values].sort(
    (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
  );
  return {
    facet,
    ...(vocabulary !== undefined && { vocabulary }),
    values: ordered.slice(0, most),
    total: values.length,
  };
}
