import type { Complaint } from '../model/index.ts';
import { compactIri } from '../rdf/index.ts';
import { DEEPEST_SHAPES, shapeNesting } from './references.ts';
import { complainOf, shapeName } from './shape-complaint.ts';
import type { ShapeGraph } from './shape-graph.ts';

/** Shapes that ask themselves, or one another without measure. */
export function nestingComplaints(graph: ShapeGraph): Complaint[] {
  const { circles, tooDeep } = shapeNesting(graph);
  const deep = tooDeep.map((statement) => complainOf(statement, statement.quad.predicate.value, TOO_DEEP));
  return circles
    .map(({ statement, circle }) => {
      const names = circle.map((shape) => compactIri(shapeName(graph, shape)));
      const way = shortWay(names).join(' → ');
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
    })
    .concat(deep);
}

const TOO_DEEP = {
  found: {
    fr: `Plus de ${DEEPEST_SHAPES} formes se demandent l’une l’autre.`,
    en: `More than ${DEEPEST_SHAPES} shapes ask one another.`,
  },
  remedy: { fr: 'Mettez-en moins l’une dans l’autre.', en: 'Nest fewer of them.' },
};

const SHOWN = 10;

/** A long circle by its beginning and its end. */
const shortWay = (names: readonly string[]): readonly string[] =>
  names.length <= SHOWN
    ? names
    : [...names.slice(0, SHOWN - 2), `… (${names.length - 1})`, names.at(-1) ?? ''];
