import { Worker } from 'node:worker_threads';
import type { ServiceQuestion, ServiceReply } from './messages.ts';

/** A thread that asks endpoints, one request at a time. Ending it ends its connections. */
export interface ServiceThread {
  /** Never rejects: a thread that dies answers `failed`. */
  ask(question: ServiceQuestion): Promise<ServiceReply>;
  isAlive(): boolean;
  stop(): Promise<void>;
}

export function startServiceThread(): ServiceThread {
  const file = import.meta.url.endsWith('.ts') ? './service-worker.ts' : './service-worker.js';
  const thread = new Worker(new URL(file, import.meta.url));
  // Idle threads do not keep the process.
  thread.unref();
  let hasEnded = false;
  let listener: (reply: ServiceReply) => void = () => {};
  const end = (said: string): void => {
    hasEnded = true;
    listener(broken(said));
  };
  thread.on('message', (reply: ServiceReply) => listener(reply));
  thread.once('error', (error) => end(error instanceof Error ? error.message : String(error)));
  thread.once('exit', (code) => end(`exit code ${code}`));
  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (hasEnded) return resolve(broken('the thread has ended'));
        listener = resolve;
        thread.postMessage(question);
      }),
    isAlive: () => !hasEnded,
    stop: async () => {
      hasEnded = true;
      await thread.terminate();
    },
  };
}

const broken = (said: string): ServiceReply => ({
  kind: 'failed',
  reason: {
    fr: `Le processus qui l’interroge s’est arrêté : ${said}.`,
    en: `The thread that asks it stopped: ${said}.`,
  },
});
