import type { DatabaseSync } from 'node:sqlite';
import { type FactsWriter, parseFacts, type ThingFacts } from './facts-writer.ts';
import type { ValueKind } from './finder-tables.ts';

/** What leads upwards from an area or a concept is remembered of so many. */
const MOST_REMEMBERED = 50_000;
/** Areas and concepts above one: no data has so many, and circles end. */
const MOST_ABOVE = 1000;

/** A value of a facet; that of an area or a concept is the number of its resource. */
export interface FoundValue {
  readonly kind: ValueKind;
  readonly key: number;
  count: number;
}

/** Gives every thing the numbers of the values that it has, those above them included. */
export class FacetClosure {
  readonly #concepts: ReadonlySet<number>;
  readonly #facts;
  readonly #values: FoundValue[] = [];
  readonly #ids = new Map<string, number>();
  readonly #above = new Map<string, readonly number[]>();
  readonly #areas: ReadonlySet<number>;

  constructor(database: DatabaseSync, { concepts, areas }: Pick<FactsWriter, 'areas' | 'concepts'>) {
    this.#concepts = concepts;
    this.#areas = areas;
    this.#facts = database.prepare('SELECT facts FROM facts WHERE resource = ?');
  }

  /** Numbers of values from 0, in ascending order; counts them. */
  valuesOf(facts: ThingFacts): readonly number[] {
    const ids = new Set<number>([this.#id('dataset', facts.dataset)]);
    for (const type of facts.types) ids.add(this.#id('type', type));
    for (const century of facts.centuries) ids.add(this.#id('period', century));
    for (const area of facts.areas) this.#addAll(ids, this.#upwards(area, 'areas'));
    for (const site of facts.sites)
      for (const area of this.#factsOf(site)?.areas ?? []) this.#addAll(ids, this.#upwards(area, 'areas'));
    for (const other of facts.others)
      if (this.#concepts.has(other)) this.#addAll(ids, this.#upwards(other, 'broader'));
    for (const id of ids) (this.#values[id] as FoundValue).count++;
    return [...ids].sort((one, another) => one - another);
  }

  values(): readonly FoundValue[] {
    return this.#values;
  }

  #addAll(ids: Set<number>, more: readonly number[]): void {
    for (const id of more) ids.add(id);
  }

  /** A resource and all above it. */
  #upwards(resource: number, way: 'areas' | 'broader'): readonly number[] {
    const key = `${way} ${resource}`;
    const known = this.#above.get(key);
    if (known) return known;
    const seen = new Set([resource]);
    for (const one of seen)
      for (const above of seen.size < MOST_ABOVE ? (this.#factsOf(one)?.[way] ?? []) : []) seen.add(above);
    const ids = [...seen]
      .filter((one) => this.#areas.has(one) || this.#concepts.has(one))
      .map((one) => this.#id(this.#kindOf(one), one));
    if (this.#above.size >= MOST_REMEMBERED) this.#above.clear();
    this.#above.set(key, ids);
    return ids;
  }

  #kindOf(resource: number): ValueKind {
    if (!this.#areas.has(resource)) return 'concept';
    return this.#concepts.has(resource) ? 'place concept' : 'place';
  }

  #factsOf(resource: number): ThingFacts | undefined {
    const row = this.#facts.get(resource) as { facts: string } | undefined;
    return row && parseFacts(row.facts);
  }

  #id(kind: ValueKind, key: number): number {
    const name = `${kind} ${key}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    this.#ids.set(name, this.#values.length);
    this.#values.push({ kind, key, count: 0 });
    return this.#values.length - 1;
  }
}
