import { Worker } from 'node:worker_threads';
import { Fault } from '../../model/index.ts';
import type { Reply } from '../pool/messages.ts';
import type { StoreWorker } from '../pool/store-worker.ts';
import type { Loading, WorkerData } from './messages.ts';

/** Starts a thread that loads the dumps at once. */
export function startWorker(data: WorkerData): StoreWorker {
  const file = import.meta.url.endsWith('.ts') ? './oxigraph-worker.ts' : './oxigraph-worker.js';
  const thread = new Worker(new URL(file, import.meta.url), { workerData: data });
  const next = nextMessageOf(thread);
  return {
    loaded: next().then((message) => quadsOf(message as Loading | Broken)),
    ask: (question) => {
      const reply = next();
      thread.postMessage(question);
      return reply as Promise<Reply>;
    },
    stop: async () => {
      await thread.terminate();
    },
  };
}

type Broken = Extract<Reply, { kind: 'broken' }>;
type Message = Loading | Reply;

/** A function that waits for one message of the thread; a thread that has ended, or ends, says `broken`. */
function nextMessageOf(thread: Worker): () => Promise<Message> {
  let listener: (message: Message) => void = () => {};
  let ended: Broken | undefined;
  const end = (reason: string): void => {
    ended ??= { kind: 'broken', reason };
    listener(ended);
  };
  thread.on('message', (message: Message) => listener(message));
  thread.once('error', (error) => end(error instanceof Error ? error.message : String(error)));
  thread.once('exit', (code) => end(`exit code ${code}`));
  return () =>
    new Promise((resolve) => {
      if (ended) resolve(ended);
      else listener = resolve;
    });
}

function quadsOf(first: Loading | Broken): number {
  if (first.kind === 'broken') throw startFault(first.reason);
  if (first.kind === 'unreadable') throw dumpFault(first.file, first.reason);
  return first.quads;
}

const dumpFault = (file: string, reason: string): Fault =>
  new Fault(
    {
      fr: `Le fichier ${file} n’a pas pu être chargé dans l’entrepôt : ${reason}.`,
      en: `The file ${file} could not be loaded into the store: ${reason}.`,
    },
    {
      fr: 'Refaites la version publiée par « cimaise build », ou revenez à la précédente.',
      en: 'Make the release again with “cimaise build”, or go back to the one before.',
    },
  );

const startFault = (reason: string): Fault =>
  new Fault(
    {
      fr: `Un processus de l’entrepôt s’est arrêté avant d’avoir chargé les données : ${reason}.`,
      en: `A worker of the store stopped before it had loaded the data: ${reason}.`,
    },
    {
      fr: 'Vérifiez la mémoire disponible : chaque processus tient une copie des données.',
      en: 'Check the available memory: each worker holds a copy of the data.',
    },
  );
