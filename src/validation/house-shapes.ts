import type { Complaint } from '../model/index.ts';
import { type RDF, rdf, sh } from '../rdf/index.ts';
import { askedShapes, SHAPE_PARAMETERS } from './references.ts';
import { complainOf } from './shape-complaint.ts';
import type { ShapeGraph, ShapeStatement } from './shape-graph.ts';
import { TARGETS } from './targets.ts';
import { termKey } from './term-keys.ts';

/** A shape as it is met in the files. */
export interface FoundShape {
  readonly shape: RDF.Term;
  /** The first statement about it. */
  readonly declared: ShapeStatement;
  /** The statements of other shapes that ask it. */
  readonly askedBy: readonly ShapeStatement[];
}

const SHAPE_TYPES: readonly string[] = [sh.NodeShape, sh.PropertyShape];

/** Every shape that is described in a shapes graph: by its type, its target, its path, or because another asks it. */
export function findShapes(graph: ShapeGraph): readonly FoundShape[] {
  const about = Map.groupBy(graph.statements, ({ quad }) => termKey(quad.subject));
  const asking = Map.groupBy(references(graph), ({ key }) => key);
  return [...about].flatMap(([key, statements]) => {
    const [declared] = statements;
    const askedBy = (asking.get(key) ?? []).map(({ statement }) => statement);
    if (!declared || (askedBy.length === 0 && !statements.some(makesShape))) return [];
    return [{ shape: declared.quad.subject, declared, askedBy }];
  });
}

/** Who asks which shape. */
const references = (graph: ShapeGraph) =>
  graph.statements
    .filter(({ quad }) => SHAPE_PARAMETERS.includes(quad.predicate.value))
    .flatMap((statement) =>
      askedShapes(statement.quad.predicate.value, statement.quad.object, graph).map((asked) => ({
        key: termKey(asked),
        statement,
      })),
    );

const makesShape = ({ quad: { predicate, object } }: ShapeStatement): boolean =>
  predicate.value === sh.path ||
  TARGETS.includes(predicate.value) ||
  (predicate.value === rdf.type && SHAPE_TYPES.includes(object.value));

/** A complaint about a shape as a whole, at the line where its description begins. */
export function complainOfShape(
  { declared }: FoundShape,
  words: Pick<Complaint, 'found' | 'remedy'>,
): Complaint {
  const { predicate, object } = declared.quad;
  return complainOf(declared, predicate.value === rdf.type ? object.value : predicate.value, words);
}
