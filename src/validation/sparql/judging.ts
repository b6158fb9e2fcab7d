import type { CompiledComponent } from 'shacl-engine';
import type { RDF } from '../../rdf/index.ts';
import type { Fault, Visit } from '../visit.ts';
import type { SparqlConstraint, SparqlFault } from './constraint.ts';
import { asWritten } from './terms-in-queries.ts';

/** A constraint in SPARQL as a component of a shape: it asks the oracle of the world. */
export function judgingBy(constraint: SparqlConstraint): CompiledComponent {
  const judge = (visit: Visit): void => {
    for (const fault of faultsOn(visit, constraint))
      visit.report(constraint.component, asFault(fault, visit));
  };
  const component = { node: judge, property: judge };
  return component as CompiledComponent;
}

function faultsOn(visit: Visit, constraint: SparqlConstraint): readonly SparqlFault[] {
  const { sparql } = visit.world;
  if (!sparql) throw new TypeError('Shapes with SPARQL are judged with a store.');
  if (visit.isOfTarget && sparql.exceptSets) return [];
  if (constraint.query.form === 'select') return sparql.oracle.ofNode(constraint, visit.focusNode);
  return visit.values.terms.flatMap((value) => sparql.oracle.ofValue(constraint, visit.focusNode, value));
}

/** A node shape's value is the focus node, unless the query tells another; literals are told as the data write them. */
function asFault({ say, ...fault }: SparqlFault, visit: Visit): Fault {
  const { focusNode, shape } = visit;
  const told = fault.value && asWritten(fault.value, near(visit));
  const value = told ?? (shape.path ? undefined : focusNode);
  const written = new Map([['this', focusNode], ...(told ? [['value', told] as const] : [])]);
  return { ...fault, ...(value && { value }), said: say(written) };
}

const near = ({ focusNode, values, world }: Visit): readonly RDF.Term[] => [
  focusNode,
  ...values.terms,
  ...[...world.data.statementsOf(focusNode).values()].flat(),
];
