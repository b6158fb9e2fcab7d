import type { Bilingual, BoundTerm } from '../../model/index.ts';
import type { RDF } from '../../rdf/index.ts';
import type { PreboundQuery } from '../../sparql/index.ts';
import type { Path } from '../paths.ts';
import type { ShapeStatement } from '../shape-graph.ts';

/** One query that judges the nodes of one shape, ready to be asked. */
export interface SparqlConstraint {
  readonly shape: RDF.Term;
  /** IRI of the component: that of `sh:sparql`, or one that the shapes graph declares. */
  readonly component: string;
  /** The value of `sh:sparql`; absent for components. */
  readonly source?: RDF.Term;
  readonly query: PreboundQuery;
  /** BIND clauses of the parameters. */
  readonly bindings: string;
  /** Name → value of the component's parameters on this shape. */
  readonly parameters: ReadonlyMap<string, RDF.Term>;
  /** `sh:message` of the constraint or the validator. */
  readonly messages: readonly RDF.Term[];
  /** The shape's path as SPARQL writes it; absent on node shapes. */
  readonly path?: string;
  /** Where its text stands. */
  readonly statement: ShapeStatement;
}

/** What a solution of a constraint's query tells: a result of SHACL (5.3.2) but for what the shape says of it. */
export interface SparqlFault {
  readonly path?: Path;
  readonly value?: RDF.Term;
  readonly parameter?: RDF.Term;
  readonly sourceConstraint?: RDF.Term;
  /** The solution's sentence; terms that are known as the data write them take the place of the store's. */
  readonly say: (written: ReadonlyMap<string, RDF.Term>) => Bilingual;
}

/** A solution: name of the variable → value. */
export type Solution = ReadonlyMap<string, BoundTerm>;

/** Answers what constraints in SPARQL ask of nodes while shapes are walked through. */
export interface SparqlOracle {
  /** What a query finds in a focus node. */
  ofNode(constraint: SparqlConstraint, focusNode: RDF.Term): readonly SparqlFault[];
  /** The same of one value node, where the query is an ASK. */
  ofValue(constraint: SparqlConstraint, focusNode: RDF.Term, value: RDF.Term): readonly SparqlFault[];
}
