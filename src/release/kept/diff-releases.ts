import { join } from 'node:path';
import { type Release, thingSpace } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { byCodeUnits, type Pair, sideBySide } from '../side-by-side.ts';
import { type ChangedThing, compareThings, type ThingChange } from './compare-things.ts';
import { type GraphFile, graphFilesOf } from './graph-files.ts';

/** How one graph differs between two releases. */
export interface GraphDifference {
  /** As `graphFilesOf` names it. */
  readonly name: string;
  /** Statements. */
  readonly added: number;
  readonly removed: number;
  /** Things of a dataset; absent for other graphs. */
  readonly things?: Readonly<Record<ThingChange, number>>;
}

/** Two releases, each once its files are known to be whole. */
export interface ReleasePair {
  readonly before: Release;
  readonly after: Release;
}

export interface DiffOptions {
  /** Hears of each statement that is only in one release: lines in order, graph by graph. */
  readonly statement?: (sign: '+' | '-', line: string) => void;
  /** Called between two batches of statements: what makes the reading wait. */
  readonly pause?: () => Promise<void>;
  readonly thing?: (thing: ChangedThing) => void;
}

/**
 * Compares any two releases by merging their sorted dumps; memory does not grow with them.
 * @returns the graphs that differ, those of datasets first
 */
export async function* diffReleases(
  pair: ReleasePair,
  options: DiffOptions = {},
): AsyncGenerator<GraphDifference> {
  for (const graph of graphPairs(pair)) {
    const difference = await diffGraph(graph, pair, options);
    if (difference.added + difference.removed > 0) yield difference;
  }
}

interface GraphPair {
  readonly name: string;
  readonly slug: string | undefined;
  readonly before: GraphFile | undefined;
  readonly after: GraphFile | undefined;
}

/** Graphs of either release, those of the later first; the same file twice is the same graph. */
function graphPairs({ before, after }: ReleasePair): readonly GraphPair[] {
  const old = new Map(graphFilesOf(before.manifest).map((one) => [one.name, one]));
  const now = new Map(graphFilesOf(after.manifest).map((one) => [one.name, one]));
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((name) => {
      const [one, other] = [old.get(name), now.get(name)];
      return { name, before: one, after: other, slug: (other ?? one)?.slug };
    })
    .filter((graph) => graph.before?.sha256 !== graph.after?.sha256);
}

async function diffGraph(
  graph: GraphPair,
  pair: ReleasePair,
  options: DiffOptions,
): Promise<GraphDifference> {
  const counts = { added: 0, removed: 0 };
  const lines = counted(linesOf(graph, pair), counts, options);
  if (graph.slug === undefined) {
    for await (const _ of lines);
    return { name: graph.name, ...counts };
  }
  const things = { created: 0, updated: 0, removed: 0 };
  for await (const thing of compareThings(lines, thingSpace(pair.after.manifest.base, graph.slug))) {
    things[thing.change]++;
    options.thing?.(thing);
  }
  return { name: graph.name, ...counts, things };
}

function linesOf(
  graph: GraphPair,
  { before, after }: ReleasePair,
): AsyncGenerator<readonly Pair<string, string>[]> {
  const read = ({ folder }: Release, file: GraphFile | undefined) =>
    file ? readQuadLines(join(folder, file.path)) : nothing();
  return sideBySide(read(before, graph.before), read(after, graph.after), byCodeUnits);
}

async function* nothing(): AsyncGenerator<readonly string[]> {}

/** Counts lines while they pass, and tells those of one release only. */
async function* counted(
  lines: AsyncIterable<readonly Pair<string, string>[]>,
  counts: { added: number; removed: number },
  { statement, pause }: DiffOptions,
): AsyncGenerator<readonly Pair<string, string>[]> {
  for await (const batch of lines) {
    for (const { left, right } of batch) {
      if (left === right) continue;
      if (right === undefined) counts.removed++;
      else counts.added++;
      statement?.(right === undefined ? '-' : '+', left ?? right ?? '');
    }
    await pause?.();
    yield batch;
  }
}
