import { existsSync, readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Niceness of a thread that lets others go first: it gets a tenth of a processor that others want too. */
const YIELDING = 10;

/** The number by which Linux knows the calling thread; undefined elsewhere. */
export function ownThread(): number | undefined {
  try {
    return Number(/\/task\/(\d+)$/.exec(readlinkSync('/proc/thread-self'))?.[1]) || undefined;
  } catch {
    // No such file: another system, whose threads cannot be told apart.
    return undefined;
  }
}

/** Changes how urgent a thread of this process is; false where the system does not let it be as urgent as before. */
export function yieldToOthers(thread: number | undefined, isYielding: boolean): boolean {
  // The number of a thread that has ended may be another's.
  if (thread === undefined || !existsSync(`/proc/self/task/${thread}`)) return true;
  try {
    setPriority(thread, isYielding ? YIELDING : 0);
    return true;
  } catch {
    // EACCES: only the privileged may take niceness back. The worker is replaced when there is time.
    return false;
  }
}
