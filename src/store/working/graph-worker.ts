/**
 * Entry module of the thread of a graph store: one Oxigraph store that is written and asked, one task at a time. It
 * runs under plain Node, so at run time it imports nothing of this project.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { parse, Store } from 'oxigraph';
import type { GraphReply, GraphTask, GraphWorkerData } from './graph-store-messages.ts';

const FORMAT = 'application/n-quads';

if (parentPort) serve(parentPort, workerData as GraphWorkerData);

function serve(port: MessagePort, data: GraphWorkerData): void {
  const store = new Store();
  port.on('message', (task: GraphTask) => port.postMessage(reply(store, task, data)));
}

function reply(store: Store, task: GraphTask, data: GraphWorkerData): GraphReply {
  try {
    return done(store, task, data);
  } catch (error) {
    return failure(error);
  }
}

function done(store: Store, task: GraphTask, { answerUnits }: GraphWorkerData): GraphReply {
  if (task.kind === 'select') {
    const body = selected(store, task.query);
    return body.length > answerUnits ? { kind: 'too-large' } : { kind: 'selected', body };
  }
  if (task.kind === 'load') store.load(task.nquads, { format: FORMAT, no_transaction: true });
  else for (const quad of parse(task.nquads, { format: FORMAT })) store.delete(quad);
  return { kind: 'held', statements: store.size };
}

const selected = (store: Store, query: string): string =>
  store.query(query, {
    base_iri: 'urn:cimaise:query:',
    results_format: 'application/sparql-results+json',
    use_default_graph_as_union: true,
  }) as string;

/** Oxigraph throws a bare `Error` for what is wrong with a text; anything else is a trap of the WebAssembly instance. */
function failure(error: unknown): GraphReply {
  const reason = error instanceof Error ? error.message : String(error);
  if (/string longer than|Invalid string length/.test(reason)) return { kind: 'too-large' };
  const isRefusal = error instanceof Error && error.constructor === Error;
  return { kind: isRefusal ? 'refused' : 'failed', reason };
}
