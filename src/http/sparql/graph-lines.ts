import { readQuadLines, withoutGraph } from '../../rdf/index.ts';
import type { GraphFile } from './graph-files.ts';

/** Statements of all but the largest graphs are kept in memory up to this number, so that none is told twice. */
export const MOST_COMPARED = 100_000;

/** The statements of one graph as N-Triples, thousands of lines at a time. */
export async function* triplesOf({ path, iri }: GraphFile): AsyncGenerator<readonly string[]> {
  const end = ` <${iri}> .`;
  for await (const lines of readQuadLines(path))
    yield lines.map((line) => (line.endsWith(end) ? `${line.slice(0, -end.length)} .` : withoutGraph(line)));
}

/**
 * The statements of several graphs as N-Triples. What small graphs say (some hundred thousand statements in all) is told
 * once, whoever says it; a statement that two large graphs share is told twice, which is the same graph.
 */
export async function* unionOf(graphs: readonly GraphFile[]): AsyncGenerator<readonly string[]> {
  const told = new Set<string>();
  for (const graph of graphs.toSorted((one, other) => one.statements - other.statements)) {
    const isKept = told.size + graph.statements <= MOST_COMPARED;
    for await (const lines of triplesOf(graph)) {
      const fresh = lines.filter((line) => !told.has(line));
      if (isKept) for (const line of fresh) told.add(line);
      if (fresh.length > 0) yield fresh;
    }
  }
}
