import type { RDF } from '../rdf/index.ts';

/** Statements of one subject that are not worth an index of their own. */
const MANY = 32;

/** A small read-only RDF/JS dataset, indexed by subject: what the engine needs of one, and no more. */
export class QuadSet {
  readonly #quads: readonly RDF.Quad[];
  readonly #bySubject = new Map<string, RDF.Quad[]>();
  /** Of subjects with many statements, made when they are first asked for. */
  readonly #byPredicate = new Map<string, Map<string, RDF.Quad[]>>();
  #allByPredicate: Map<string, RDF.Quad[]> | undefined;
  #byObject: Map<string, RDF.Quad[]> | undefined;

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
    const candidates = this.#candidates(subject, predicate, object);
    return candidates.filter(
      (quad) =>
        (!predicate || predicate.value === quad.predicate.value) &&
        (!subject || subject.termType === quad.subject.termType) &&
        (!object || object.equals(quad.object)),
    );
  }

  #candidates(
    subject: RDF.Term | null | undefined,
    predicate: RDF.Term | null | undefined,
    object: RDF.Term | null | undefined,
  ): readonly RDF.Quad[] {
    if (subject) {
      const own = this.#bySubject.get(subject.value) ?? [];
      return predicate && own.length > MANY ? this.#ofPredicate(subject.value, predicate.value, own) : own;
    }
    if (!object) return predicate ? this.#ofAll(predicate.value) : this.#quads;
    this.#byObject ??= Map.groupBy(this.#quads, (quad) => quad.object.value);
    return this.#byObject.get(object.value) ?? [];
  }

  #ofAll(predicate: string): readonly RDF.Quad[] {
    this.#allByPredicate ??= Map.groupBy(this.#quads, (quad) => quad.predicate.value);
    return this.#allByPredicate.get(predicate) ?? [];
  }

  /** What is said of a node, whatever its kind. */
  of(subject: RDF.Term): readonly RDF.Quad[] {
    return this.#bySubject.get(subject.value) ?? [];
  }

  #ofPredicate(subject: string, predicate: string, own: readonly RDF.Quad[]): readonly RDF.Quad[] {
    const known = this.#byPredicate.get(subject) ?? Map.groupBy(own, (quad) => quad.predicate.value);
    this.#byPredicate.set(subject, known);
    return known.get(predicate) ?? [];
  }
}
