import { rmSync } from 'node:fs';
import { Fault, RefusedInput } from '../../model/index.ts';
import { runWhole } from './run-whole.ts';
import type { WholeRunJob, WholeRunMessage } from './whole-run.ts';

/** The process of a whole run: takes one job, sends how far it is and what it found, and ends. */
process.once('message', (job: WholeRunJob) => {
  // Who asked is gone: nobody else would remove what this run has written.
  const left = (): void => {
    rmSync(job.work, { recursive: true, force: true });
    process.exit(1);
  };
  process.once('disconnect', left);
  void run(job).then(() => {
    process.off('disconnect', left);
    process.disconnect?.();
  });
});

async function run(job: WholeRunJob): Promise<void> {
  let told = 0;
  const send = (message: WholeRunMessage): Promise<void> =>
    new Promise((resolve) => {
      if (process.connected) process.send?.(message, () => resolve());
      else resolve();
    });
  try {
    const done = await runWhole(job, (progress) => {
      const now = Date.now();
      if (now - told < 200 && progress.stage !== 'releasing') return;
      told = now;
      void send({ kind: 'progress', progress });
    });
    await send({ kind: 'done', run: done });
  } catch (error) {
    await send(messageOf(error));
  }
}

function messageOf(error: unknown): WholeRunMessage {
  if (error instanceof RefusedInput) {
    const { complaints } = error;
    return { kind: 'done', run: { faults: [], rows: [], forecast: { kind: 'refused', complaints } } };
  }
  const reason = error instanceof Fault ? error.explanation : undefined;
  const { message } = error as Error;
  return { kind: 'failed', reason: reason ?? { fr: message, en: message } };
}
