import { RefusedInput } from '../model/index.ts';
import { type RDF, rdfs, sh } from '../rdf/index.ts';
import { createSuperclasses, type Superclasses } from './class-hierarchy.ts';
import {
  GraphIndex,
  type GraphReader,
  type GraphView,
  Overlay,
  ReaderView,
  type StatementReader,
} from './graph-view.ts';
import { newSubclass } from './new-subclass.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { targetedClasses } from './targets.ts';
import type { World } from './visit.ts';

/** All the data that things are part of: a reader of single subjects, one that knows referrers too, or every statement. */
export type RestOfData = StatementReader | GraphReader | readonly RDF.Quad[];

/** A thing's statements. */
export interface ParsedStar {
  readonly iri: string;
  readonly quads: readonly RDF.Quad[];
}

/** Finds the world in which each star of a chunk is judged. */
export type WorldFinder = (chunk: readonly ParsedStar[]) => (star: ParsedStar) => World;

/** Each star by itself. */
export function alone(graph: ShapeGraph, ontologies: readonly RDF.Quad[]): WorldFinder {
  const superclasses = createSuperclasses([...graph.quads, ...ontologies]);
  const asked = [...targetedClasses(graph), ...classesAskedFor(graph)];
  return () =>
    ({ quads }) => {
      refuseNewSubclasses(quads, asked, superclasses);
      return { data: new GraphIndex(quads), superclasses };
    };
}

/** The stars of a chunk laid over the rest of the data. */
export function besideRest(
  graph: ShapeGraph,
  ontologies: readonly RDF.Quad[],
  rest: RestOfData,
): WorldFinder {
  const below = createBelow(rest);
  const statements = [...graph.quads, ...ontologies];
  return (chunk) => {
    const data = new Overlay(new GraphIndex(chunk.flatMap(({ quads }) => quads)), below());
    const world = { data, superclasses: createSuperclasses(statements, data) };
    return () => world;
  };
}

/** What is read of a store may change from one chunk to the next; all statements are indexed once. */
function createBelow(rest: RestOfData): () => GraphView {
  if (typeof rest === 'function') return () => new ReaderView(rest);
  if ('referrersOf' in rest) return () => new ReaderView(rest.statementsOf, rest.referrersOf);
  const index = new GraphIndex(rest);
  return () => index;
}

const classesAskedFor = (graph: ShapeGraph): readonly string[] =>
  graph.statements
    .filter(({ quad }) => quad.predicate.value === sh.class)
    .map(({ quad }) => quad.object.value);

/** A subclass that only the data know would change the targets of things that were judged before. */
function refuseNewSubclasses(
  quads: readonly RDF.Quad[],
  asked: readonly string[],
  superclasses: Superclasses,
): void {
  for (const { subject, predicate, object } of quads) {
    if (predicate.value !== rdfs.subClassOf) continue;
    const [below, above] = [superclasses(subject.value), superclasses(object.value)];
    const news = asked.find((name) => above.has(name) && !below.has(name));
    if (news !== undefined) throw new RefusedInput([newSubclass(subject.value, news)]);
  }
}
