import type { StoreWorker } from '../pool/store-worker.ts';

/**
 * Starts of which the first goes ahead: the others wait until it has loaded, for what it leaves them, or has failed, and
 * then load by themselves.
 */
export function inTurn(start: () => StoreWorker): () => StoreWorker {
  let first: Promise<unknown> | undefined;
  return () => {
    if (first) return startAfter(first, start);
    const worker = start();
    first = worker.loaded.catch(() => {});
    return worker;
  };
}

/** A worker that is started when a promise has resolved, unless it was stopped before. */
function startAfter(before: Promise<unknown>, start: () => StoreWorker): StoreWorker {
  let isStopped = false;
  const started = before.then(() => {
    if (isStopped) throw new Error('The worker was stopped before it was started.');
    return start();
  });
  return {
    loaded: started.then((worker) => worker.loaded),
    // One that is not there yet has not ended.
    ended: started.then(
      (worker) => worker.ended ?? new Promise<string>(() => {}),
      (error) => String(error),
    ),
    ask: async (question) => (await started).ask(question),
    stop: async () => {
      isStopped = true;
      const worker = await started.catch(() => undefined);
      await worker?.stop();
    },
  };
}
