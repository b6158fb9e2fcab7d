import { Worker } from 'node:worker_threads';
import type { ServiceQuestion, ServiceReply, ThreadMessage } from './messages.ts';

/** A thread that asks endpoints, one request at a time. */
export interface ServiceThread {
  /** Never rejects: a thread that dies answers `failed`. */
  ask(question: ServiceQuestion): Promise<ServiceReply>;
  /** Gives up the request under way: its connection is closed, and its answer is a failure. */
  cancel(): void;
  /** Whether it can be asked: it has not ended, and no request is under way. */
  isFree(): boolean;
  stop(): Promise<void>;
}

/** Holds the longest answer that an endpoint may be allowed, several times over. */
const MEGABYTES = 1024;

export function startServiceThread(): ServiceThread {
  const file = import.meta.url.endsWith('.ts') ? './service-worker.ts' : './service-worker.js';
  const thread = new Worker(new URL(file, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  // Idle threads do not keep the process.
  thread.unref();
  let hasEnded = false;
  let listener: ((reply: ServiceReply) => void) | undefined;
  const tell = (reply: ServiceReply): void => {
    const told = listener;
    listener = undefined;
    told?.(reply);
  };
  const end = (said: string): void => {
    hasEnded = true;
    tell(broken(said));
  };
  thread.on('message', tell);
  thread.once('error', (error) => end(error instanceof Error ? error.message : String(error)));
  thread.once('exit', (code) => end(`exit code ${code}`));
  const post = (message: ThreadMessage): void => thread.postMessage(message);
  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (hasEnded) return resolve(broken('the thread has ended'));
        listener = resolve;
        post({ kind: 'ask', question });
      }),
    cancel: () => post({ kind: 'cancel' }),
    isFree: () => !hasEnded && listener === undefined,
    stop: async () => {
      end('stopped');
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
