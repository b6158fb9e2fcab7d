import type { GraphStore, ResourceStar, ShapeResult, ShapeValidator } from '../model/index.ts';
import { parseLines, type RDF } from '../rdf/index.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Part } from './part.ts';
import { pathText } from './paths.ts';
import { createPresenter } from './present.ts';
import { createDistances, isBeyond } from './reach.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { WITHOUT_STORE, walkWithStore } from './sparql/judge-with-store.ts';
import { type Assignment, createTargetFinder, type TargetFinder } from './targets.ts';
import { termKey } from './term-keys.ts';
import type { Finding, World } from './visit.ts';
import type { ParsedStar, WorldFinder } from './worlds.ts';

/** Judges the things of a chunk; where shapes ask queries, somebody has to answer. */
export type StarJudge = (stars: readonly ResourceStar[], sparql?: World['sparql']) => ShapeResult[];

/**
 * A judge as a validator.
 * @param store holds all the data, where shapes that other shapes ask have constraints in SPARQL; those on target nodes
 * are left to `judgeSets`
 */
export const validatorOf = (judge: StarJudge, graph: ShapeGraph, store?: GraphStore): ShapeValidator => ({
  validate: async (stars) =>
    store ? walkWithStore((sparql) => judge(stars, sparql), { graph, store }) : judge(stars, WITHOUT_STORE),
});

export interface StarJudging {
  readonly graph: ShapeGraph;
  readonly worlds: WorldFinder;
  /** Absent: all constraints. */
  readonly part?: Part;
  /** Told of every shape with the number of its targets in a thing. */
  readonly onJudged?: (shape: RDF.Term, focusNodes: number) => void;
}

export function createStarJudge(judging: StarJudging): StarJudge {
  const { graph, worlds } = judging;
  const questions = createQuestioner(judging);
  const present = createPresenter(graph);
  return (stars, sparql) => {
    const chunk = stars.map(({ iri, lines }) => ({ iri, quads: parseLines(lines) }));
    const worldOf = worlds(chunk);
    return chunk.flatMap((star) => {
      const world = { ...worldOf(star), ...(sparql && { sparql }) };
      return findingsOf(questions(star, world), world).map((finding) => present(finding, star.iri));
    });
  };
}

/** Nodes to be judged by a shape, and the engine that knows which of its constraints. */
interface Question extends Assignment {
  readonly engine: Engine;
}

type Questioner = (star: ParsedStar, world: World) => readonly Question[];

function createQuestioner({ graph, part = 'all', onJudged }: StarJudging): Questioner {
  const targets = createTargetFinder(graph);
  const engine = createEngine(graph, part);
  const whole = part === 'all' ? engine : createEngine(graph);
  const asks = asksOf(part, graph);
  return (star, world) => {
    const described = targetsIn(star, world, targets);
    // What is only referred to is described elsewhere: all its statements are read beyond the thing.
    const objects = targets.objectsAmong(star.quads);
    if (onJudged)
      for (const { shape, focusNodes } of [...described, ...objects]) onJudged(shape, focusNodes.length);
    const judgedHere = described.filter(({ shape }) => asks(shape)).map((one) => ({ ...one, engine }));
    return part === 'own'
      ? judgedHere
      : [...judgedHere, ...objects.map((one) => ({ ...one, engine: whole }))];
  };
}

/** Whether a shape has anything to ask in a part. */
function asksOf(part: Part, graph: ShapeGraph): (shape: RDF.Term) => boolean {
  if (part !== 'beyond') return () => true;
  const distances = createDistances(graph);
  return (shape) => isBeyond(distances.ofShape(shape));
}

const targetsIn = ({ iri, quads }: ParsedStar, world: World, { among, named }: TargetFinder) =>
  quads.length > 0
    ? among(quads, world.superclasses)
    : named.filter(({ focusNodes }) => focusNodes.some(({ value }) => value === iri));

/** A property shape that several shapes share speaks once of each fault of a thing. */
function findingsOf(questions: readonly Question[], world: World): readonly Finding[] {
  const said = new Map<string, readonly Finding[]>();
  for (const { shape, focusNodes, engine } of questions)
    for (const node of focusNodes) {
      const found = engine(shape, node, world);
      if (found.length === 0) continue;
      const byFault = Map.groupBy(found, faultKey);
      for (const [fault, findings] of byFault) if (!said.has(fault)) said.set(fault, findings);
    }
  return [...said.values()].flat();
}

function faultKey({ shape, component, focusNode, value, path, parameter }: Finding): string {
  const terms = [shape, focusNode, ...(value ? [value] : []), ...(parameter ? [parameter] : [])];
  return [...terms.map(termKey), component, path ? pathText(path, String) : ''].join(' ');
}
