import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Bilingual, Fault, type ProofReport } from '../model/index.ts';
import { PROOF_FOLDER, type ProofOptions } from './prove.ts';

/** What can be sent to a thread. */
export type AsideOptions = Omit<ProofOptions, 'folder' | 'signal' | 'tell'>;

/** What a thread tells. */
export type AsideMessage =
  | { readonly kind: 'checked'; readonly count: number }
  | { readonly kind: 'proved'; readonly report: ProofReport }
  | { readonly kind: 'unanswered'; readonly reason: Bilingual }
  | { readonly kind: 'failed'; readonly reason: string };

/** A proof that would need more ends, not the process. */
const LIMITS = { maxOldGenerationSizeMb: 1024 };

interface Watching {
  readonly signal: AbortSignal;
  /** Told how many checks were made so far. */
  readonly told: (count: number) => void;
}

/**
 * `prove` in a thread of its own: a server that proves itself goes on answering others.
 * @throws Fault where the address does not answer; the signal's reason once it is aborted
 */
export async function proveAside(options: AsideOptions, { signal, told }: Watching): Promise<ProofReport> {
  signal.throwIfAborted();
  const file = import.meta.url.endsWith('.ts') ? './prove-thread.ts' : './prove-thread.js';
  const folder = await mkdtemp(join(tmpdir(), PROOF_FOLDER));
  const workerData = { ...options, folder };
  const thread = new Worker(new URL(file, import.meta.url), { workerData, resourceLimits: LIMITS });
  try {
    return await reportOf(thread, options.address, { signal, told });
  } finally {
    await thread.terminate();
    await rm(folder, { recursive: true, force: true });
  }
}

function reportOf(thread: Worker, address: string, { signal, told }: Watching): Promise<ProofReport> {
  const { promise, resolve, reject } = Promise.withResolvers<ProofReport>();
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  thread.on('message', (message: AsideMessage) => {
    if (message.kind === 'checked') told(message.count);
    else if (message.kind === 'proved') resolve(message.report);
    else if (message.kind === 'unanswered') reject(noAnswer(address, message.reason));
    else reject(new Error(message.reason));
  });
  thread.once('error', reject);
  thread.once('exit', (code) => reject(new Error(`The thread of the proof ended with ${code}.`)));
  return promise;
}

/** An address that gives no answer at all. */
export const noAnswer = (address: string, reason: Bilingual): Fault =>
  new Fault(
    { fr: `${address} ne répond pas. ${reason.fr}`, en: `${address} does not answer. ${reason.en}` },
    { fr: 'Vérifiez l’adresse, puis réessayez.', en: 'Check the address, then try again.' },
  );
