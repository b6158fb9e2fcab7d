/** Entry module of a thread that makes one proof and ends; under plain Node. */
import { parentPort, workerData } from 'node:worker_threads';
import { NoOutcome } from './outcomes.ts';
import { type ProofOptions, prove } from './prove.ts';
import type { AsideMessage } from './prove-aside.ts';

const tell = (message: AsideMessage): void => parentPort?.postMessage(message);

if (parentPort) tell(await proved(workerData as ProofOptions));

async function proved(options: ProofOptions): Promise<AsideMessage> {
  let count = 0;
  try {
    const report = await prove({ ...options, tell: () => tell({ kind: 'checked', count: ++count }) });
    return { kind: 'proved', report };
  } catch (error) {
    if (error instanceof NoOutcome) return { kind: 'unanswered', reason: error.reason };
    return {
      kind: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
