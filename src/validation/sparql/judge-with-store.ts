import type { GraphStore } from '../../model/index.ts';
import { quadLine, type RDF } from '../../rdf/index.ts';
import { createEngine, type Engine } from '../engine.ts';
import { type GraphToJudge, type JudgedBy, judgeAssigned, prepareGraph } from '../find-in-graph.ts';
import type { ShapeGraph } from '../shape-graph.ts';
import type { Finding, World } from '../visit.ts';
import { Questions } from './questions.ts';

/**
 * Judges a whole graph by shapes that have constraints in SPARQL. The store is made, loaded with the data and closed
 * here, and only where something is asked.
 * @throws RefusedInput where the store does not answer
 */
export async function judgeGraphWithStore(
  request: GraphToJudge,
  createStore: () => GraphStore,
): Promise<readonly JudgedBy[]> {
  const { world, assigned } = prepareGraph(request);
  const engine = createEngine(request.graph);
  const questions = new Questions();
  const first = new FirstWalk(engine, questions);
  const judged = judgeAssigned(assigned, world, first.engine);
  if (questions.count === 0) return judged;
  const store = createStore();
  try {
    await store.load(linesOf(request.data));
    const oracle = await questions.answered(request.graph, store);
    const second: Engine = (shape, node, data) =>
      first.withoutQuestions(shape, node) ?? engine(shape, node, { ...data, sparql: { oracle } });
    return judgeAssigned(assigned, world, second);
  } finally {
    await store.close();
  }
}

/** Remembers what was judged without a question: it need not be judged again. */
class FirstWalk {
  readonly engine: Engine;
  readonly #known = new Map<RDF.Term, Map<RDF.Term, readonly Finding[]>>();

  constructor(engine: Engine, questions: Questions) {
    this.engine = (shape, node, world) => {
      const before = questions.count;
      const findings = engine(shape, node, { ...world, sparql: { oracle: questions } });
      if (questions.count === before) this.#keep(shape, node, findings);
      return findings;
    };
  }

  withoutQuestions(shape: RDF.Term, node: RDF.Term): readonly Finding[] | undefined {
    return this.#known.get(shape)?.get(node);
  }

  #keep(shape: RDF.Term, node: RDF.Term, findings: readonly Finding[]): void {
    const ofShape = this.#known.get(shape) ?? new Map<RDF.Term, readonly Finding[]>();
    this.#known.set(shape, ofShape);
    ofShape.set(node, findings);
  }
}

/** Lines put together, so that a large graph is not handed over line by line. */
const LINES = 10_000;

async function* linesOf(data: readonly RDF.Quad[]): AsyncGenerator<string> {
  for (let start = 0; start < data.length; start += LINES)
    yield `${data
      .slice(start, start + LINES)
      .map((quad) => quadLine(quad))
      .join('\n')}\n`;
}

/** A walk whose questions the store answers, but for those of sets: it is walked twice where it asks any. */
export async function walkWithStore<T>(
  walk: (sparql: NonNullable<World['sparql']>) => T,
  { graph, store }: { readonly graph: ShapeGraph; readonly store: GraphStore },
): Promise<T> {
  const questions = new Questions();
  const first = walk({ oracle: questions, exceptSets: true });
  if (questions.count === 0) return first;
  return walk({ oracle: await questions.answered(graph, store), exceptSets: true });
}

const unasked = (): never => {
  throw new TypeError('Shapes that ask queries inside other shapes are judged with a store.');
};

/** Sets are judged elsewhere, and nothing else may be asked. */
export const WITHOUT_STORE: NonNullable<World['sparql']> = {
  oracle: { ofNode: unasked, ofValue: unasked },
  exceptSets: true,
};
