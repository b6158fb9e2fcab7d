import type { Complaint } from '../model/index.ts';
import { compactIri, sh } from '../rdf/index.ts';
import { recursions } from './references.ts';
import { complainOf, shapeName } from './shape-complaint.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { targetedShapes } from './targets.ts';

/** Shapes that ask themselves. */
export function recursionComplaints(graph: ShapeGraph): Complaint[] {
  return recursions(graph).map(({ statement, circle }) => {
    const way = circle.map((shape) => compactIri(shapeName(graph, shape))).join(' → ');
    return complainOf(statement, statement.quad.predicate.value, {
      found: {
        fr: `Une forme se demande elle-même : ${way}.`,
        en: `A shape asks itself: ${way}.`,
      },
      remedy: {
        fr: 'SHACL ne dit pas ce que cela signifie. Rompez le cercle, par exemple avec sh:class.',
        en: 'SHACL does not say what this means. Break the circle, with sh:class for example.',
      },
    });
  });
}

/** Shapes that target nothing judge nothing, which looks exactly like data without fault. */
export function targetComplaints(graph: ShapeGraph): Complaint[] {
  const [first] = graph.statements;
  const deactivated = graph.statements.some(({ quad }) => quad.predicate.value === sh.deactivated);
  if (!first || deactivated || targetedShapes(graph).length > 0) return [];
  return [
    {
      place: { file: first.source.file },
      found: {
        fr: 'Aucune forme n’a de cible : rien ne serait vérifié.',
        en: 'No shape has a target: nothing would be judged.',
      },
      remedy: {
        fr: `Ajoutez un sh:targetClass, et vérifiez que le préfixe sh: vaut <${sh.namespace}>.`,
        en: `Add an sh:targetClass, and check that the prefix sh: is <${sh.namespace}>.`,
      },
    },
  ];
}
