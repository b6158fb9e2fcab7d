import { Worker } from 'node:worker_threads';
import type { WrittenDump } from '../dumps/dump-writer.ts';
import type { DumpsToWrite } from './write-dumps.ts';

/** Dumps that a thread writes. */
export interface DumpsAside {
  readonly written: Promise<readonly WrittenDump[]>;
  /** Ends the thread, whatever it has done. */
  stop(): Promise<unknown>;
}

/** `writeDumps` in a thread of its own: writing the syntaxes of a large dump keeps two processors busy. */
export function dumpsAside(given: DumpsToWrite): DumpsAside {
  const file = import.meta.url.endsWith('.ts') ? './dumps-thread.ts' : './dumps-thread.js';
  const thread = new Worker(new URL(file, import.meta.url), { workerData: given });
  const { promise, resolve, reject } = Promise.withResolvers<readonly WrittenDump[]>();
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', (code) => reject(new Error(`The thread that writes dumps ended with ${code}.`)));
  // Who waits for something else first hears of it later.
  promise.catch(() => undefined);
  return { written: promise, stop: () => thread.terminate() };
}
