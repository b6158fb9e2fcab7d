import type { RDF } from '../../rdf/index.ts';
import { sameTerm, termKey } from '../term-keys.ts';
import type { Finding, Trace } from '../visit.ts';

/** What the engine saw and found when a shape judged a node. */
export interface TracedVisit {
  readonly values: readonly RDF.Term[];
  /** Of the shape's own constraints, in this node. */
  readonly own: readonly Finding[];
  /** Whether nothing was found, by the property shapes inside neither. */
  readonly conforms: boolean;
}

/** Remembers every visit of one run of the engine. */
export class VisitTrace {
  readonly #visits = new Map<string, TracedVisit>();

  readonly note: Trace = ({ shape, focusNode, values }, found) => {
    const own = found.filter((one) => sameTerm(one.shape, shape.term) && sameTerm(one.focusNode, focusNode));
    this.#visits.set(key(shape.term, focusNode), {
      values: values.terms,
      own,
      conforms: found.length === 0,
    });
  };

  of(shape: RDF.Term, node: RDF.Term): TracedVisit | undefined {
    return this.#visits.get(key(shape, node));
  }
}

const key = (shape: RDF.Term, node: RDF.Term): string => `${termKey(shape)} ${termKey(node)}`;
