/**
 * Entry module of a thread that answers one query from one RDF file and ends. It runs under plain Node, so at run time
 * it imports nothing of this project.
 */
import { readFile } from 'node:fs/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Store } from 'oxigraph';
import type { SelectReply, SelectTask } from './select-messages.ts';

// What stands below is functions only: this waits before the rest of the module is evaluated.
if (parentPort) await serve(parentPort, workerData as SelectTask);

async function serve(port: MessagePort, task: SelectTask): Promise<void> {
  const store = new Store();
  port.postMessage((await load(store, task)) ?? select(store, task));
}

async function load(store: Store, { path, mediaType, base }: SelectTask): Promise<SelectReply | undefined> {
  const bytes = await readFile(path);
  try {
    store.load(bytes, { format: mediaType, base_iri: base, no_transaction: true });
    return undefined;
  } catch (error) {
    return { kind: 'not-rdf', reason: reasonOf(error) };
  }
}

function select(store: Store, { query, union, base }: SelectTask): SelectReply {
  try {
    const body = store.query(query, {
      base_iri: base,
      results_format: 'application/sparql-results+json',
      use_default_graph_as_union: union,
    }) as string;
    return { kind: 'answered', body };
  } catch (error) {
    const reason = reasonOf(error);
    const isLong = /string longer than|Invalid string length/.test(reason);
    return { kind: isLong ? 'too-large' : 'failed', reason };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
