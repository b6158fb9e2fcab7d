import { rdf } from '../rdf/index.ts';
import { objectIri } from './line-object.ts';
import { TermUses } from './term-uses.ts';

/** Kinds of word that are counted. */
export type UsageKind = 'class' | 'property' | 'language';

/** No data has so many; what would come after them is not counted, so that memory stays bounded. */
const MOST_OF_A_KIND = 50_000;

/** Counts the classes, the properties and the language tags of the lines that it is shown. */
export class UsageCounter {
  /** Of the things of datasets. */
  readonly terms = new TermUses();
  readonly #counts: Readonly<Record<UsageKind, Map<string, number>>> = {
    class: new Map(),
    property: new Map(),
    language: new Map(),
  };

  /** @param object N-Triples text */
  see(predicate: string, object: string): void {
    this.#count('property', predicate);
    const type = predicate === rdf.type ? objectIri(object) : undefined;
    this.terms.see(predicate, type);
    if (type !== undefined) this.#count('class', type);
    if (predicate === rdf.type) return;
    const last = object.at(-1);
    if (last !== '>' && last !== '"') this.#count('language', object.slice(object.lastIndexOf('@') + 1));
  }

  *counts(): Generator<readonly [kind: UsageKind, term: string, count: number]> {
    for (const kind of Object.keys(this.#counts) as UsageKind[])
      for (const [term, count] of this.#counts[kind]) yield [kind, term, count];
  }

  #count(kind: UsageKind, term: string): void {
    const counts = this.#counts[kind];
    const count = counts.get(term);
    if (count !== undefined) counts.set(term, count + 1);
    else if (counts.size < MOST_OF_A_KIND) counts.set(term, 1);
  }
}
