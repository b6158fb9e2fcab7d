import { type RDF, sh } from '../rdf/index.ts';
import type { ShapeGraph, ShapeStatement } from './shape-graph.ts';
import { termKey } from './term-keys.ts';

const OF_ONE: readonly string[] = [sh.property, sh.node, sh.not, sh.qualifiedValueShape];
const OF_SEVERAL: readonly string[] = [sh.and, sh.or, sh.xone];

/** Parameters whose values are shapes, or lists of shapes. */
export const SHAPE_PARAMETERS: readonly string[] = [...OF_ONE, ...OF_SEVERAL];

/** The shapes that a statement of a shape asks: none where its predicate does not ask shapes. */
export function askedShapes(predicate: string, value: RDF.Term, graph: ShapeGraph): readonly RDF.Term[] {
  if (OF_ONE.includes(predicate)) return [value];
  return OF_SEVERAL.includes(predicate) ? (graph.list(value) ?? []) : [];
}

/** A statement by which a shape comes to ask itself, and the shapes on the way round. */
export interface Recursion {
  readonly statement: ShapeStatement;
  readonly circle: readonly RDF.Term[];
}

/** Every circle among shapes. SHACL 3.4.3 leaves their meaning open, and the engine answers them by accident. */
export function recursions(graph: ShapeGraph): Recursion[] {
  const asking = graph.statements.filter(({ quad }) => SHAPE_PARAMETERS.includes(quad.predicate.value));
  const bySubject = Map.groupBy(asking, ({ quad }) => termKey(quad.subject));
  const done = new Set<string>();
  const found: Recursion[] = [];
  const visit = (shape: RDF.Term, above: readonly RDF.Term[]): void => {
    const key = termKey(shape);
    if (done.has(key)) return;
    for (const statement of bySubject.get(key) ?? [])
      for (const asked of askedShapes(statement.quad.predicate.value, statement.quad.object, graph)) {
        const start = [...above, shape].findIndex((one) => termKey(one) === termKey(asked));
        if (start < 0) visit(asked, [...above, shape]);
        else found.push({ statement, circle: [...[...above, shape].slice(start), asked] });
      }
    done.add(key);
  };
  for (const { quad } of asking) visit(quad.subject, []);
  return found;
}
