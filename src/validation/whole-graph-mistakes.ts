import type { Complaint } from '../model/index.ts';
import { sh } from '../rdf/index.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { targetedShapes } from './targets.ts';

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
