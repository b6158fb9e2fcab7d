import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WholeRunJob, WholeRunMessage } from './whole-run.ts';

/** Longest run that is waited for. */
const MOST_MILLISECONDS = 30 * 60 * 1000;

export interface StartedRun {
  /** Ends it, and removes what it wrote. */
  cancel(): Promise<void>;
}

/**
 * Starts a whole run in a process of its own, with less of the processor than who is waiting for the page.
 * @param heard is told what it sends; nothing after `cancel` was called
 * @param unforeseen is told what went wrong once it was over: its folder is still there
 * @throws an error of the system where it cannot be started
 */
export async function startWholeRun(
  job: Omit<WholeRunJob, 'work'>,
  heard: (message: WholeRunMessage) => void,
  unforeseen: (error: unknown) => void,
): Promise<StartedRun> {
  const work = await mkdtemp(join(tmpdir(), 'cimaise-preview-'));
  const file = import.meta.url.endsWith('.ts') ? './whole-run-process.ts' : './whole-run-process.js';
  const child = fork(new URL(file, import.meta.url), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const exited = once(child, 'exit').catch(() => undefined);
  let isOver = false;
  const hear = (message: WholeRunMessage): void => {
    if (isOver) return;
    if (message.kind !== 'progress') isOver = true;
    heard(message);
  };
  child.on('message', hear);
  child.once('error', (error) => hear(stopped(error.message)));
  const late = setTimeout(() => child.kill('SIGKILL'), MOST_MILLISECONDS);
  late.unref();
  const ended = exited.then(async (given) => {
    clearTimeout(late);
    await rm(work, { recursive: true, force: true }).catch(unforeseen);
    hear(stopped(String(given?.[1] ?? given?.[0] ?? '')));
  });
  lessen(child);
  child.send({ ...job, work } satisfies WholeRunJob, () => undefined);
  return {
    async cancel() {
      isOver = true;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Where that is not allowed it runs like any other. */
function lessen({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {}
}

const stopped = (how: string): WholeRunMessage => ({
  kind: 'failed',
  reason: {
    fr: `Le processus de la lecture entière s’est arrêté (${how}), peut-être faute de mémoire.`,
    en: `The process that reads the whole file has stopped (${how}), for want of memory perhaps.`,
  },
});
