import { detached } from '../../rdf/index.ts';

/** Kinds that are told apart; what comes after them is counted together, so that memory stays bounded. */
const MOST_KINDS = 50_000;

/** What is counted of one kind. */
export interface Count {
  count: number;
  subjects: number;
}

/** Counts kinds by their names. */
export class Tally {
  readonly #kinds = new Map<string, Count>();
  #beyond = 0;

  /** @param isNewSubject whether it is the first time that this kind is seen with the present subject */
  add(kind: string, isNewSubject: boolean): void {
    const found = this.#kinds.get(kind);
    if (found !== undefined) {
      found.count += 1;
      if (isNewSubject) found.subjects += 1;
    } else if (this.#kinds.size < MOST_KINDS) this.#kinds.set(detached(kind), { count: 1, subjects: 1 });
    else this.#beyond += 1;
  }

  /** The most frequent kinds, equals by name, and how much was counted of all others. */
  largest(most: number): { readonly kinds: readonly (readonly [string, Count])[]; readonly beyond: number } {
    const sorted = [...this.#kinds].sort(
      ([one, { count: ofOne }], [other, { count: ofOther }]) => ofOther - ofOne || (one < other ? -1 : 1),
    );
    const left = sorted.slice(most).reduce((sum, [, { count }]) => sum + count, this.#beyond);
    return { kinds: sorted.slice(0, most), beyond: left };
  }
}
