import type { Complaint } from '../../model/index.ts';
import { compactIri, sh } from '../../rdf/index.ts';
import { complainOf } from '../shape-complaint.ts';
import type { ShapeGraph, ShapeStatement } from '../shape-graph.ts';
import { VALIDATORS } from './components.ts';

/** Terms of SHACL that say something of a node that holds a query (SHACL 5.2, 6.2.2, 6.2.3). */
const OF_HOLDERS: readonly string[] = [
  sh.select,
  sh.ask,
  sh.prefixes,
  sh.declare,
  sh.message,
  sh.deactivated,
  sh.name,
  sh.description,
];

/** What stands beside a query and is heeded on shapes only, such as `sh:severity`: it would be ignored in silence. */
export function strayComplaints(graph: ShapeGraph): Complaint[] {
  const holders = new Set(
    graph.statements
      .filter(({ quad }) => [sh.sparql, ...VALIDATORS].includes(quad.predicate.value))
      .map(({ quad }) => quad.object.value),
  );
  return graph.statements
    .filter(({ quad: { subject, predicate } }) => {
      const isStray = predicate.value.startsWith(sh.namespace) && !OF_HOLDERS.includes(predicate.value);
      return isStray && holders.has(subject.value);
    })
    .map(strayComplaint);
}

function strayComplaint(statement: ShapeStatement): Complaint {
  const term = statement.quad.predicate.value;
  const name = compactIri(term);
  return complainOf(statement, term, {
    found: {
      fr: `${name} accompagne une requête, où il ne dit rien.`,
      en: `${name} stands beside a query, where it says nothing.`,
    },
    remedy: {
      fr: 'Mettez-le sur la forme ; s’il ne vaut que pour cette requête, donnez-lui une forme à elle.',
      en: 'Put it on the shape; if it holds for this query only, give that a shape of its own.',
    },
  });
}
