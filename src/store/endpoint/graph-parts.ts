import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readQuadLines } from '../../rdf/index.ts';
import { foreignLine } from './faults.ts';

/** A published graph and the dump that holds it. */
export interface GraphDump {
  readonly iri: string;
  readonly statements: number;
  /** Absolute path of N-Quads, gzip; undefined for a graph without statements. */
  readonly dump: string | undefined;
  /** Of the dump. */
  readonly sha256: string;
}

/** How much is sent at once. */
export interface PartBounds {
  readonly statements: number;
  /** UTF-16 code units of text. */
  readonly units: number;
}

const GRAPH = / <([^<>"\s]*)> \.$/;

/** Finds the dump of each graph: a dump holds one graph, which its first line names. */
export async function graphDumps(
  dumps: readonly string[],
  graphs: readonly { readonly iri: string; readonly statements: number }[],
): Promise<readonly GraphDump[]> {
  const found = new Map<string, { dump: string; sha256: string }>();
  for (const dump of dumps) {
    const iri = await firstGraph(dump);
    if (iri !== undefined) found.set(iri, { dump, sha256: await digestOf(dump) });
  }
  return graphs.map((graph) => ({ ...graph, dump: undefined, sha256: 'empty', ...found.get(graph.iri) }));
}

async function firstGraph(dump: string): Promise<string | undefined> {
  for await (const [line] of readQuadLines(dump)) if (line !== undefined) return GRAPH.exec(line)?.[1];
  return undefined;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/**
 * The statements of a graph as N-Triples, in parts that are the same each time: a part that was sent already may be left
 * out, or sent again, since there are no blank nodes. @throws Fault on a line of another graph
 */
export async function* graphParts(
  { iri, dump }: GraphDump,
  bounds: PartBounds,
): AsyncGenerator<readonly string[]> {
  if (dump === undefined) return;
  const ending = ` <${iri}> .`;
  let part: string[] = [];
  let units = 0;
  for await (const lines of readQuadLines(dump)) {
    for (const line of lines) {
      if (!line.endsWith(ending) || BLANK.test(line)) throw foreignLine(dump, iri);
      const triple = `${line.slice(0, -ending.length)} .`;
      if (part.length === bounds.statements || (part.length > 0 && units + triple.length > bounds.units)) {
        yield part;
        part = [];
        units = 0;
      }
      part.push(triple);
      units += triple.length + 1;
    }
  }
  if (part.length > 0) yield part;
}

/** A blank node as subject or object. */
const BLANK = /^_:|> _:[^\s"]+ <[^<>"\s]*> \.$/;
