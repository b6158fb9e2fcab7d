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

/** How shapes ask one another. */
export interface ShapeNesting {
  /** Circles, a hundred at most. SHACL 3.4.3 leaves their meaning open, and the engine answers them by accident. */
  readonly circles: readonly Recursion[];
  /** Statements under which more shapes stand within each other than can be judged. */
  readonly tooDeep: readonly ShapeStatement[];
}

/** Each level takes a part of the machine's stack while it is judged. */
export const DEEPEST_SHAPES = 500;

const MOST_CIRCLES = 100;

/** A shape on the way down, and what it asks that was not looked at yet. */
interface Level {
  readonly shape: RDF.Term;
  readonly asked: Iterator<Asked>;
  /** By which statement it came to be asked. */
  readonly by?: ShapeStatement;
  depth: number;
}

interface Asked {
  readonly statement: ShapeStatement;
  readonly shape: RDF.Term;
}

/** Goes down from each shape once, without the machine's stack: shapes of others may be nested without end. */
export function shapeNesting(graph: ShapeGraph): ShapeNesting {
  const asking = graph.statements.filter(({ quad }) => SHAPE_PARAMETERS.includes(quad.predicate.value));
  const bySubject = Map.groupBy(asking, ({ quad }) => termKey(quad.subject));
  const depths = new Map<string, number>();
  const circles: Recursion[] = [];
  const tooDeep: ShapeStatement[] = [];
  for (const { quad } of asking) if (!depths.has(termKey(quad.subject))) descend(quad.subject);
  return { circles, tooDeep: tooDeep.slice(0, 1) };

  function descend(start: RDF.Term): void {
    const open = new Map<string, number>();
    const levels: Level[] = [];
    const enter = (shape: RDF.Term, by?: ShapeStatement): void => {
      open.set(termKey(shape), levels.length);
      levels.push({ shape, asked: askedBy(shape), depth: 1, ...(by && { by }) });
    };
    enter(start);
    for (let level = levels.at(-1); level; level = levels.at(-1)) {
      const next = level.asked.next();
      if (next.done) leave(level);
      else look(next.value, level);
    }

    function look({ statement, shape }: Asked, level: Level): void {
      const key = termKey(shape);
      const at = open.get(key);
      const known = depths.get(key);
      if (at !== undefined && circles.length < MOST_CIRCLES)
        circles.push({ statement, circle: [...levels.slice(at).map((one) => one.shape), shape] });
      else if (known !== undefined) deepen(level, known, statement);
      else if (at === undefined) enter(shape, statement);
    }

    function leave({ shape, depth, by }: Level): void {
      levels.pop();
      open.delete(termKey(shape));
      depths.set(termKey(shape), depth);
      const above = levels.at(-1);
      if (above && by) deepen(above, depth, by);
    }
  }

  function deepen(level: Level, below: number, statement: ShapeStatement): void {
    level.depth = Math.max(level.depth, below + 1);
    if (below === DEEPEST_SHAPES) tooDeep.push(statement);
  }

  function* askedBy(shape: RDF.Term): Generator<Asked> {
    for (const statement of bySubject.get(termKey(shape)) ?? [])
      for (const asked of askedShapes(statement.quad.predicate.value, statement.quad.object, graph))
        yield { statement, shape: asked };
  }
}
