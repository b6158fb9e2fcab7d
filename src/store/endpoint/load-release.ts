import type { Log } from '../pool/worker-pool.ts';
import { otherCount } from './faults.ts';
import { type GraphDump, graphParts, type PartBounds } from './graph-parts.ts';
import { insertData } from './insert-data.ts';
import { type Journal, openJournal } from './journal.ts';
import type { PatientServer } from './patient-server.ts';
import { beginUpdate, type Change, countOf, readState, stagingGraph, switchUpdate } from './server-state.ts';

/** A release to be put on a server. */
export interface LoadOptions {
  readonly server: PatientServer;
  readonly base: string;
  readonly release: string;
  readonly graphs: readonly GraphDump[];
  /** Where the journal of parts is kept. */
  readonly journal: string;
  /** Names the server in the journal. */
  readonly name: string;
  /** Of one part; defaults differ for the two ways of sending. */
  readonly bounds?: PartBounds;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** By the Graph Store Protocol; by updates, which some servers compile before they run them. */
const DATA_PART: PartBounds = { statements: 50_000, units: 8 << 20 };
const UPDATE_PART: PartBounds = { statements: 1000, units: 1 << 20 };

/**
 * Puts a release on a server: graphs whose content the server does not hold are sent to staging graphs part by part; one
 * update then puts all in place; every graph is counted before and after. Goes on where an earlier run stopped.
 * @throws Fault when the server refuses, cannot be reached, or counts otherwise
 */
export async function loadRelease(options: LoadOptions): Promise<void> {
  const { server, base, release, graphs, log } = options;
  const started = performance.now();
  const state = await readState(server, base);
  const changed = await changedGraphs(server, graphs, state.loaded);
  const vanished = [...state.loaded.keys()].filter((iri) => graphs.every((graph) => graph.iri !== iri));
  if (changed.length + vanished.length === 0) return log('endpoint holds the release', { release });
  const journal = await openJournal(options.journal, options.name);
  const staging = changed.map(stagingGraph);
  const stale = state.staged.filter((iri) => !staging.includes(iri));
  if (staging.length + stale.length > 0) await server.update(beginUpdate(base, staging, stale));
  for (const graph of changed) await stage(graph, journal, options);
  await putInPlace({ base, release, changed, graphs, vanished }, options);
  for (const graph of graphs) await checkCount(server, graph.iri, graph);
  await journal.remove();
  const milliseconds = Math.round(performance.now() - started);
  log('endpoint loaded', { release, changed: changed.length, vanished: vanished.length, milliseconds });
}

/** Graphs that the server holds otherwise, or that somebody has changed there. */
async function changedGraphs(
  server: PatientServer,
  graphs: readonly GraphDump[],
  state: ReadonlyMap<string, string>,
): Promise<readonly GraphDump[]> {
  const changed: GraphDump[] = [];
  for (const graph of graphs) {
    const isSame = state.get(graph.iri) === graph.sha256;
    if (!isSame || (await countOf(server, graph.iri)) !== graph.statements) changed.push(graph);
  }
  return changed;
}

/** Brings a graph to its staging graph. What the journal says to be there and is not is sent again, once. */
async function stage(graph: GraphDump, journal: Journal, options: LoadOptions): Promise<void> {
  if (graph.statements === 0) return;
  const { server } = options;
  const staging = stagingGraph(graph);
  const isResumed = journal.partsOf(staging) > 0;
  await send(graph, journal, options);
  if (isResumed && (await countOf(server, staging)) !== graph.statements) {
    options.log('endpoint graph sent again', { graph: graph.iri });
    await server.update(`DROP SILENT GRAPH <${staging}>`);
    await journal.forget(staging);
    await send(graph, journal, options);
  }
  await checkCount(server, staging, graph);
}

async function send(graph: GraphDump, journal: Journal, options: LoadOptions): Promise<void> {
  const { server, log, signal } = options;
  const staging = stagingGraph(graph);
  const sent = journal.partsOf(staging);
  const bounds = options.bounds ?? (server.add ? DATA_PART : UPDATE_PART);
  let part = 0;
  let statements = 0;
  for await (const triples of graphParts(graph, bounds)) {
    signal.throwIfAborted();
    part += 1;
    statements += triples.length;
    if (part <= sent) continue;
    if (server.add) await server.add(staging, `${triples.join('\n')}\n`);
    else await server.update(insertData(staging, triples));
    await journal.confirm(staging);
    log('endpoint loading', { graph: graph.iri, statements, of: graph.statements });
  }
}

/**
 * The one update of the switch. Where its answer is lost, the state on the server tells whether it was done; it is tried
 * again only when it was not.
 */
async function putInPlace(change: Change, { server, log }: LoadOptions): Promise<void> {
  const update = switchUpdate(change);
  try {
    await server.updateOnce(update);
  } catch (error) {
    log('endpoint switch unsure', { reason: String(error) });
    if (await isInPlace(change, server)) return;
    await server.updateOnce(update);
  }
}

async function isInPlace({ base, graphs }: Change, server: PatientServer): Promise<boolean> {
  const { loaded } = await readState(server, base);
  return loaded.size === graphs.length && graphs.every(({ iri, sha256 }) => loaded.get(iri) === sha256);
}

async function checkCount(server: PatientServer, name: string, graph: GraphDump): Promise<void> {
  const found = await countOf(server, name);
  if (found !== graph.statements) throw otherCount(graph.iri, graph.statements, found);
}
