/**
 * Entry module of a worker thread: one Oxigraph store, loaded once, then one query at a time. It runs under plain Node;
 * what it imports imports no other room.
 */
import { Buffer } from 'node:buffer';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Asked, Outcome, Reply } from '../pool/messages.ts';
import { rowCounter } from '../remote/row-counter.ts';
import type { Loading, WorkerData } from './messages.ts';
import { type OpenedStore, openStore } from './open-store.ts';
import { ownThread } from './thread-priority.ts';

type Loaded = Extract<OpenedStore, { kind: 'loaded' }>;

/** Memory that a query may leave behind: it is never given back, and the worker is better replaced. */
const GROWTH = { times: 1.5, plusBytes: 256 << 20 };

// What stands below is functions only: this waits before the rest of the module is evaluated.
if (parentPort) await serve(parentPort, workerData as WorkerData);

async function serve(port: MessagePort, data: WorkerData): Promise<void> {
  const started = performance.now();
  const opened = await openStore(data);
  if (opened.kind === 'unreadable') return port.postMessage(opened satisfies Loading);
  const { oxigraph, quads, notes, checked } = opened;
  const memoryBytes = (): number => oxigraph.insides?.memory.buffer.byteLength ?? 0;
  const most = memoryBytes() * GROWTH.times + GROWTH.plusBytes;
  port.on('message', (asked: Asked) => {
    const outcome = outcomeOf(opened, asked, data);
    port.postMessage({ ...outcome, hasGrown: memoryBytes() > most } satisfies Reply);
  });
  const milliseconds = performance.now() - started;
  const thread = ownThread();
  port.postMessage({ kind: 'loaded', quads, milliseconds, notes, checked, thread } satisfies Loading);
}

function outcomeOf({ store, oxigraph }: Loaded, asked: Asked, data: WorkerData): Outcome {
  const { base, resultBytes, resultRows } = data;
  const graphs = (iris: readonly string[]) => iris.map((iri) => oxigraph.namedNode(iri));
  const started = performance.now();
  try {
    const body = store.query(asked.text, {
      base_iri: base,
      results_format: asked.mediaType,
      use_default_graph_as_union: asked.union,
      ...(asked.defaultGraphs && { default_graph: graphs(asked.defaultGraphs) }),
      ...(asked.namedGraphs && { named_graphs: graphs(asked.namedGraphs) }),
    }) as string;
    if (Buffer.byteLength(body) > resultBytes) return { kind: 'too-large', unit: 'bytes' };
    if (hasMoreRows(body, asked.mediaType, resultRows)) return { kind: 'too-large', unit: 'rows' };
    return { kind: 'answered', body, milliseconds: performance.now() - started };
  } catch (error) {
    return failure(error);
  }
}

/** A row takes a character at least: most answers need not be counted. */
const hasMoreRows = (body: string, mediaType: string, most: number): boolean =>
  body.length > most && rowCounter(mediaType).add(Buffer.from(body)) > most;

/**
 * Oxigraph throws a bare `Error` for what is wrong with a query. Anything else is a trap of the WebAssembly instance,
 * which is unusable afterwards; a text longer than a JavaScript string can be is a result too large.
 */
function failure(error: unknown): Outcome {
  const reason = error instanceof Error ? error.message : String(error);
  if (/string longer than|Invalid string length/.test(reason)) return { kind: 'too-large', unit: 'bytes' };
  const isRefusal = error instanceof Error && error.constructor === Error;
  return isRefusal ? { kind: 'malformed', reason } : { kind: 'broken', reason };
}
