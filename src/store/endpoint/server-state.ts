import { createHash } from 'node:crypto';
import type { GraphDump } from './graph-parts.ts';
import type { PatientServer } from './patient-server.ts';

/** Names that this platform keeps for itself on a server. */
const SHA256 = 'urn:cimaise:sha256';
const RELEASE = 'urn:cimaise:release';
const STAGES = 'urn:cimaise:stages';

/** Where statements wait until all are there: named by their content, so that what is there is never wrong. */
export const stagingGraph = ({ sha256 }: GraphDump): string => `urn:cimaise:staging:${sha256}`;

/** What the server holds is remembered on the server itself, in a graph of its own for each base. */
export const stateGraph = (base: string): string =>
  `urn:cimaise:loaded:${createHash('sha256').update(base).digest('hex').slice(0, 16)}`;

/** What a server remembers of itself. */
export interface ServerState {
  /** Published graphs by the content that was loaded into them. */
  readonly loaded: ReadonlyMap<string, string>;
  /** Staging graphs that were begun and are not in place. */
  readonly staged: readonly string[];
}

export async function readState(server: PatientServer, base: string): Promise<ServerState> {
  const graph = stateGraph(base);
  const rows = await server.select(
    `SELECT ?s ?p ?o { GRAPH <${graph}> { VALUES ?p { <${SHA256}> <${STAGES}> } ?s ?p ?o } }`,
    { defaultGraphs: [], namedGraphs: [graph] },
  );
  const objects = (p: string) => rows.filter((row) => row['p'] === p);
  return {
    loaded: new Map(objects(SHA256).map(({ s = '', o = '' }) => [s, o])),
    staged: objects(STAGES).map(({ o = '' }) => o),
  };
}

/** Remembers what is about to be staged, and drops what was staged for nothing: nothing stays on the server for ever. */
export function beginUpdate(base: string, graphs: readonly string[], stale: readonly string[]): string {
  const state = stateGraph(base);
  return [
    ...stale.map((iri) => `DROP SILENT GRAPH <${iri}>`),
    ...stale.map((iri) => `DELETE DATA { GRAPH <${state}> { <${base}> <${STAGES}> <${iri}> } }`),
    ...graphs.map((iri) => `INSERT DATA { GRAPH <${state}> { <${base}> <${STAGES}> <${iri}> } }`),
  ].join(' ;\n');
}

/** Statements of a graph, counted by the server. */
export async function countOf(server: PatientServer, graph: string): Promise<number> {
  const [row] = await server.select('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', {
    defaultGraphs: [graph],
    namedGraphs: [],
  });
  return Number(row?.['n']);
}

/** What one release changes on a server. */
export interface Change {
  readonly base: string;
  readonly release: string;
  /** Graphs whose statements wait in staging. */
  readonly changed: readonly GraphDump[];
  /** All graphs of the release. */
  readonly graphs: readonly GraphDump[];
  /** Graphs of the release before that are no more. */
  readonly vanished: readonly string[];
}

/**
 * One update request that puts a release in place: graphs replaced by what is in staging, those that are no more dropped,
 * the new state written. A server that treats a request as one transaction shows either release, never a mixture.
 */
export function switchUpdate({ base, release, changed, graphs, vanished }: Change): string {
  const state = stateGraph(base);
  const lines = graphs.map(({ iri, sha256 }) => `<${iri}> <${SHA256}> "${sha256}" .`);
  return [
    ...changed.flatMap(replacement),
    ...vanished.map((iri) => `DROP SILENT GRAPH <${iri}>`),
    `DROP SILENT GRAPH <${state}>`,
    `INSERT DATA { GRAPH <${state}> {\n<${base}> <${RELEASE}> "${release}" .\n${lines.join('\n')}\n} }`,
  ].join(' ;\n');
}

/**
 * What MOVE means (SPARQL 1.1 Update, section 3.2.4), without it: Jena 5.2 copies while it reads, and loses statements of a
 * graph on disk.
 */
function replacement(graph: GraphDump): readonly string[] {
  const staging = stagingGraph(graph);
  return [
    `DROP SILENT GRAPH <${graph.iri}>`,
    `INSERT { GRAPH <${graph.iri}> { ?s ?p ?o } } WHERE { GRAPH <${staging}> { ?s ?p ?o } }`,
    `DROP SILENT GRAPH <${staging}>`,
  ];
}
