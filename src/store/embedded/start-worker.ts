import { Worker } from 'node:worker_threads';
import { Fault } from '../../model/index.ts';
import type { Reply } from '../pool/messages.ts';
import type { StoreWorker } from '../pool/store-worker.ts';
import type { Loading, WorkerData } from './messages.ts';
import { yieldToOthers } from './thread-priority.ts';

/** Starts a thread that loads the release at once; `onLoaded` hears how. */
export function startWorker(data: WorkerData, onLoaded: (loaded: Loaded) => void): StoreWorker {
  const file = import.meta.url.endsWith('.ts') ? './oxigraph-worker.ts' : './oxigraph-worker.js';
  const thread = new Worker(new URL(file, import.meta.url), { workerData: data });
  const ended = endOf(thread);
  const next = nextMessageOf(thread, ended);
  let number: number | undefined;
  const noted = (loaded: Loaded): void => {
    number = loaded.thread;
    onLoaded(loaded);
  };
  return {
    ended,
    loaded: next().then((message) => quadsOf(message as Loading | Broken, noted)),
    yieldToOthers: (isYielding) => yieldToOthers(number, isYielding),
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

/** What a thread says of a release that it has loaded. */
export type Loaded = Extract<Loading, { kind: 'loaded' }>;

type Broken = Extract<Reply, { kind: 'broken' }>;
type Message = Loading | Reply;

/** Resolves when the thread has ended, whatever ended it, to why. */
const endOf = (thread: Worker): Promise<string> =>
  new Promise((resolve) => {
    thread.once('error', (error) => resolve(error instanceof Error ? error.message : String(error)));
    thread.once('exit', (code) => resolve(`exit code ${code}`));
  });

/** A function that waits for one message of the thread; a thread that has ended, or ends, says `broken`. */
function nextMessageOf(thread: Worker, ended: Promise<string>): () => Promise<Message> {
  let listener: (message: Message) => void = () => {};
  const broken = ended.then((reason): Broken => ({ kind: 'broken', reason }));
  thread.on('message', (message: Message) => listener(message));
  return () =>
    new Promise((resolve) => {
      listener = resolve;
      void broken.then(resolve);
    });
}

function quadsOf(first: Loading | Broken, onLoaded: (loaded: Loaded) => void): number {
  if (first.kind === 'broken') throw startFault(first.reason);
  if (first.kind === 'unreadable') throw dumpFault(first.file, first.reason);
  onLoaded(first);
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
