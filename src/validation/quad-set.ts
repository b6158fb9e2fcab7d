import type { RDF } from '../rdf/index.ts';

/** A small read-only RDF/JS dataset, indexed by subject: what the engine needs of one, and no more. */
export class QuadSet {
  readonly #quads: readonly RDF.Quad[];
  readonly #bySubject = new Map<string, RDF.Quad[]>();

  constructor(quads: readonly RDF.Quad[]) {
    this.#quads = quads;
    for (const quad of quads) {
      const known = this.#bySubject.get(quad.subject.value);
      if (known) known.push(quad);
      else this.#bySubject.set(quad.subject.value, [quad]);
    }
  }

  /** Never 0: the engine takes an empty dataset for a conforming one. */
  get size(): number {
    return Math.max(1, this.#quads.length);
  }

  [Symbol.iterator](): Iterator<RDF.Quad> {
    return this.#quads[Symbol.iterator]();
  }

  /** Quads with these terms, whatever their graph; null and undefined match all. */
  match(subject?: RDF.Term | null, predicate?: RDF.Term | null, object?: RDF.Term | null): RDF.Quad[] {
    const candidates = subject ? (this.#bySubject.get(subject.value) ?? []) : this.#quads;
    return candidates.filter(
      (quad) =>
        (!predicate || predicate.value === quad.predicate.value) &&
        (!subject || subject.termType === quad.subject.termType) &&
        (!object || object.equals(quad.object)),
    );
  }
}
