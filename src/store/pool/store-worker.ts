import type { Asked, Reply } from './messages.ts';

/** Something worth a line in the log. */
export type Log = (event: string, details?: Readonly<Record<string, unknown>>) => void;

/**
 * One asker-at-a-time copy of a release: a thread with a store in memory, or a child process. Ending it is the only way
 * to stop what it is doing.
 */
export interface StoreWorker {
  /** Number of quads, once loaded; rejects with a `Fault` when the data cannot be read or the worker ends before. */
  readonly loaded: Promise<number>;
  /** Resolves with the reason when the worker has ended, by itself or stopped; absent: it is noticed at the next question. */
  readonly ended?: Promise<string>;
  /** Asks one query; never rejects: a worker that dies answers `broken`. One question at a time. */
  ask(question: Asked): Promise<Reply>;
  /**
   * Lets everything else on the machine go first, or no longer; false where the system refuses. Absent: it cannot be
   * told to.
   */
  yieldToOthers?(isYielding: boolean): boolean;
  /** Stops the worker, whatever it is doing, within some milliseconds. */
  stop(): Promise<void>;
}
