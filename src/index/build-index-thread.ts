/** Entry module of a thread that builds one index and ends; under plain Node. */
import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../model/index.ts';
import { buildIndex, type IndexInput } from './build-index.ts';
import type { Built } from './build-index-aside.ts';

if (parentPort) parentPort.postMessage(await built(workerData as IndexInput));

async function built(input: IndexInput): Promise<Built> {
  try {
    return { kind: 'built', counts: await buildIndex(input) };
  } catch (error) {
    if (error instanceof Fault)
      return { kind: 'refused', explanation: error.explanation, remedy: error.remedy };
    return {
      kind: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
