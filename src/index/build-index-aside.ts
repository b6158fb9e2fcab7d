import { Worker } from 'node:worker_threads';
import { type Bilingual, Fault } from '../model/index.ts';
import type { IndexCounts, IndexInput } from './build-index.ts';

/** How the thread ended, in what can be sent from thread to thread. */
export type Built =
  | { readonly kind: 'built'; readonly counts: IndexCounts }
  | { readonly kind: 'refused'; readonly explanation: Bilingual; readonly remedy: Bilingual }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * `buildIndex` in a thread of its own: whoever serves a release meanwhile is not held up.
 * @throws Fault where a dump cannot be read or the file cannot be written
 */
export async function buildIndexAside(input: IndexInput): Promise<IndexCounts> {
  const file = import.meta.url.endsWith('.ts') ? './build-index-thread.ts' : './build-index-thread.js';
  const built = await messageOf(new Worker(new URL(file, import.meta.url), { workerData: input }));
  if (built.kind === 'built') return built.counts;
  if (built.kind === 'refused') throw new Fault(built.explanation, built.remedy);
  throw new Error(`The index could not be built: ${built.reason}`);
}

const messageOf = (thread: Worker): Promise<Built> =>
  new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The thread that builds the index ended with ${code}.`)));
  });
