import * as rdflib from 'rdflib';
import { literal, namedNode, quad, type RDF } from '../rdf/index.ts';

/**
 * An in-memory graph for documents of moderate size: descriptions, ontologies, catalogues. Questions are asked with
 * IRIs and answered with RDF/JS terms.
 */
export class Graph {
  readonly #store = rdflib.graph();

  constructor(quads: Iterable<RDF.Quad> = []) {
    for (const one of quads) this.add(one);
  }

  add({ subject, predicate, object }: RDF.Quad): void {
    this.#store.add(toRdflib(subject) as never, toRdflib(predicate) as never, toRdflib(object) as never);
  }

  get size(): number {
    return this.#store.length;
  }

  /** Objects of a subject and predicate, in the order of their statements. */
  objects(subject: string | RDF.Term, predicate: string): RDF.Term[] {
    return this.#store
      .each(node(subject) as never, rdflib.sym(predicate), undefined)
      .map((term) => fromRdflib(term as RDF.Term));
  }

  object(subject: string | RDF.Term, predicate: string): RDF.Term | undefined {
    return this.objects(subject, predicate)[0];
  }

  /** Subjects that have this predicate with this IRI as object. */
  subjects(predicate: string, object: string): RDF.Term[] {
    return this.#store
      .each(undefined, rdflib.sym(predicate), rdflib.sym(object))
      .map((term) => fromRdflib(term as RDF.Term));
  }

  quads(): RDF.Quad[] {
    return this.#store.statements.map((statement) =>
      quad(
        fromRdflib(statement.subject as RDF.Term) as RDF.Quad_Subject,
        fromRdflib(statement.predicate as RDF.Term) as RDF.Quad_Predicate,
        fromRdflib(statement.object as RDF.Term) as RDF.Quad_Object,
      ),
    );
  }
}

const node = (term: string | RDF.Term) => (typeof term === 'string' ? rdflib.sym(term) : toRdflib(term));

function toRdflib(term: RDF.Term) {
  if (term.termType === 'BlankNode') return new rdflib.BlankNode(term.value);
  if (term.termType !== 'Literal') return rdflib.sym(term.value);
  return term.language
    ? rdflib.lit(term.value, term.language)
    : rdflib.lit(term.value, undefined, rdflib.sym(term.datatype.value));
}

function fromRdflib(term: RDF.Term): RDF.Term {
  if (term.termType === 'NamedNode') return namedNode(term.value);
  if (term.termType !== 'Literal') return term;
  return term.language
    ? literal(term.value, term.language)
    : literal(term.value, namedNode(term.datatype.value));
}
