/**
 * Entry module of a worker thread: one Oxigraph store, loaded once, then one query at a time. It runs under plain Node,
 * so at run time it imports nothing of this project.
 */
import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import { namedNode, Store } from 'oxigraph';
import type { Asked, Reply } from '../pool/messages.ts';
import type { Loading, WorkerData } from './messages.ts';

/** Bytes given to the store at once: bounds the memory of loading, whatever the size of a dump. */
const PART_BYTES = 4 << 20;
const LINE_FEED = 10;

// What stands below is functions only: this waits before the rest of the module is evaluated.
if (parentPort) await serve(parentPort, workerData as WorkerData);

async function serve(port: MessagePort, data: WorkerData): Promise<void> {
  const store = new Store();
  const loading = await load(store, data);
  port.postMessage(loading);
  if (loading.kind === 'loaded')
    port.on('message', (asked: Asked) => port.postMessage(reply(store, asked, data)));
}

async function load(store: Store, { dumps, base }: WorkerData): Promise<Loading> {
  const started = performance.now();
  for (const file of dumps) {
    try {
      for await (const part of wholeLines(file)) {
        // The store is thrown away when a part is refused, so a transaction would only cost time.
        store.load(part, { format: 'application/n-quads', base_iri: base, no_transaction: true });
      }
    } catch (error) {
      return { kind: 'unreadable', file, reason: reasonOf(error) };
    }
  }
  return { kind: 'loaded', quads: store.size, milliseconds: performance.now() - started };
}

/** The unpacked file in parts of some megabytes that end with a line. */
async function* wholeLines(file: string): AsyncGenerator<Uint8Array> {
  // A failure of either stream ends the loop below with that error; the callback has nothing to add.
  const unpacked = pipeline(createReadStream(file), createGunzip({ chunkSize: 1 << 18 }), () => {});
  let kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    kept.push(chunk);
    size += chunk.length;
    const end = size < PART_BYTES ? -1 : chunk.lastIndexOf(LINE_FEED);
    if (end < 0) continue;
    const all = Buffer.concat(kept);
    const cut = size - chunk.length + end + 1;
    yield all.subarray(0, cut);
    kept = [all.subarray(cut)];
    size -= cut;
  }
  if (size > 0) yield Buffer.concat(kept);
}

function reply(store: Store, asked: Asked, { base, resultBytes }: WorkerData): Reply {
  const started = performance.now();
  try {
    const body = store.query(asked.text, {
      base_iri: base,
      results_format: asked.mediaType,
      use_default_graph_as_union: asked.union,
      ...(asked.defaultGraphs && { default_graph: asked.defaultGraphs.map((iri) => namedNode(iri)) }),
      ...(asked.namedGraphs && { named_graphs: asked.namedGraphs.map((iri) => namedNode(iri)) }),
    }) as string;
    if (Buffer.byteLength(body) > resultBytes) return { kind: 'too-large', unit: 'bytes' };
    return { kind: 'answered', body, milliseconds: performance.now() - started };
  } catch (error) {
    return failure(error);
  }
}

/**
 * Oxigraph throws a bare `Error` for what is wrong with a query. Anything else is a trap of the WebAssembly instance,
 * which is unusable afterwards; a text longer than a JavaScript string can be is a result too large.
 */
function failure(error: unknown): Reply {
  const reason = reasonOf(error);
  if (/string longer than|Invalid string length/.test(reason)) return { kind: 'too-large', unit: 'bytes' };
  const isRefusal = error instanceof Error && error.constructor === Error;
  return isRefusal ? { kind: 'malformed', reason } : { kind: 'broken', reason };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
