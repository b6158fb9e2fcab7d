import {
  type Complaint,
  type GraphStore,
  RefusedInput,
  type ResourceStar,
  type ShapeResult,
  type ShapeValidator,
} from '../model/index.ts';
import { parseLines, type RDF, rdfs, sh } from '../rdf/index.ts';
import { type Answerable, checkReach } from './check-reach.ts';
import { checkShapes } from './check-shapes.ts';
import { createSuperclasses, type Superclasses } from './class-hierarchy.ts';
import { createEngine, type Engine } from './engine.ts';
import { GraphIndex, type GraphView, Overlay, ReaderView, type StatementReader } from './graph-view.ts';
import { newSubclass } from './new-subclass.ts';
import { pathText } from './paths.ts';
import { createPresenter } from './present.ts';
import { ShapeGraph, type ShapesFile } from './shape-graph.ts';
import { requireSoundness } from './soundness.ts';
import { WITHOUT_STORE, walkWithStore } from './sparql/judge-with-store.ts';
import { createTargetFinder, type TargetFinder, targetedClasses } from './targets.ts';
import { termKey } from './term-keys.ts';
import type { Finding, World } from './visit.ts';

/** A validator, or everything that keeps the shapes from being applied as they are written. */
export type CreatedShapeValidator =
  | {
      readonly kind: 'ready';
      readonly validator: ShapeValidator;
      /**
       * IRIs that shapes name by `sh:targetNode`. One that is described nowhere is judged when it is given as a star
       * without lines.
       */
      readonly named: readonly string[];
    }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/** All the data that things are part of: a reader of single subjects, or every statement. */
export type RestOfData = StatementReader | readonly RDF.Quad[];

export interface ShapesToCompile {
  readonly shapes: readonly ShapesFile[];
  /** Statements whose `rdfs:subClassOf` widen class targets and `sh:class`. */
  readonly ontologies?: readonly RDF.Quad[];
  /** What constraints that look beyond a thing read. Without it, such constraints are complaints. */
  readonly rest?: RestOfData;
  /**
   * Holds all the data: constraints in SPARQL of shapes that other shapes ask are asked of it, thing by thing. Those of
   * target nodes are left to `judgeSets`. Without it, SPARQL is a complaint, unless all of it is judged elsewhere.
   */
  readonly store?: GraphStore | 'elsewhere';
}

/**
 * Compiles shapes files to one validator of things (SHACL 1.0 core; the terms of `shape-terms.ts`). A term that would
 * not be applied, or a constraint that cannot be answered with what may be read, is a complaint, never silence.
 */
export function createShapeValidator({
  shapes,
  ontologies = [],
  rest,
  store,
}: ShapesToCompile): CreatedShapeValidator {
  requireSoundness();
  const graph = new ShapeGraph(shapes);
  const complaints = [
    ...checkShapes(graph, { sparql: store !== undefined }),
    ...checkReach(graph, answerableBy(rest)),
  ];
  if (complaints.length > 0) return { kind: 'refused', complaints };
  const judgeStar = createStarJudge(
    graph,
    rest ? besideRest(graph, ontologies, rest) : alone(graph, ontologies),
  );
  return {
    kind: 'ready',
    validator: {
      validate: async (stars) =>
        typeof store === 'object'
          ? walkWithStore((sparql) => judgeStar(stars, sparql), { graph, store })
          : judgeStar(stars, WITHOUT_STORE),
    },
    named: namedThings(graph),
  };
}

const namedThings = (graph: ShapeGraph): readonly string[] => [
  ...new Set(
    createTargetFinder(graph).named.flatMap(({ focusNodes }) => focusNodes.map(({ value }) => value)),
  ),
];

const answerableBy = (rest: RestOfData | undefined): Answerable =>
  rest === undefined ? 'thing' : typeof rest === 'function' ? 'subjects' : 'all';

interface ParsedStar {
  readonly iri: string;
  readonly quads: readonly RDF.Quad[];
}

/** Finds the world in which each star of a chunk is judged. */
type WorldFinder = (chunk: readonly ParsedStar[]) => (star: ParsedStar) => World;

function createStarJudge(graph: ShapeGraph, worlds: WorldFinder) {
  const engine = createEngine(graph);
  const targets = createTargetFinder(graph);
  const present = createPresenter(graph);
  return (stars: readonly ResourceStar[], sparql?: World['sparql']): ShapeResult[] => {
    const chunk = stars.map(({ iri, lines }) => ({ iri, quads: parseLines(lines) }));
    const worldOf = worlds(chunk);
    return chunk.flatMap((star) =>
      findingsOf(star, { ...worldOf(star), ...(sparql && { sparql }) }, targets, engine).map((finding) =>
        present(finding, star.iri),
      ),
    );
  };
}

/** A property shape that several shapes share speaks once of each fault of a thing. */
function findingsOf(
  star: ParsedStar,
  world: World,
  targets: TargetFinder,
  engine: Engine,
): readonly Finding[] {
  const said = new Map<string, readonly Finding[]>();
  for (const { shape, focusNodes } of targetsIn(star, world, targets))
    for (const node of focusNodes) {
      const found = engine(shape, node, world);
      if (found.length === 0) continue;
      const byFault = Map.groupBy(found, faultKey);
      for (const [fault, findings] of byFault) if (!said.has(fault)) said.set(fault, findings);
    }
  return [...said.values()].flat();
}

const targetsIn = ({ iri, quads }: ParsedStar, world: World, { among, named }: TargetFinder) =>
  quads.length > 0
    ? among(quads, world.superclasses)
    : named.filter(({ focusNodes }) => focusNodes.some(({ value }) => value === iri));

function faultKey({ shape, component, focusNode, value, path, parameter }: Finding): string {
  const terms = [shape, focusNode, ...(value ? [value] : []), ...(parameter ? [parameter] : [])];
  return [...terms.map(termKey), component, path ? pathText(path, String) : ''].join(' ');
}

/** Each star by itself. */
function alone(graph: ShapeGraph, ontologies: readonly RDF.Quad[]): WorldFinder {
  const superclasses = createSuperclasses([...graph.quads, ...ontologies]);
  const asked = [...targetedClasses(graph), ...classesAskedFor(graph)];
  return () =>
    ({ quads }) => {
      refuseNewSubclasses(quads, asked, superclasses);
      return { data: new GraphIndex(quads), superclasses };
    };
}

/** The stars of a chunk laid over the rest of the data. */
function besideRest(graph: ShapeGraph, ontologies: readonly RDF.Quad[], rest: RestOfData): WorldFinder {
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
