import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program that runs under us and never without us. */
export interface GuardedChild {
  readonly pid: number | undefined;
  /** The reason, when it has ended; never rejects. */
  readonly ended: Promise<{ readonly code: number | null; readonly reason: string }>;
  /** Calls back with each line that it writes to standard error. */
  onLine(listener: (line: string) => void): void;
  /** The last lines of standard error. */
  lastLines(): string;
  /** The beginning of standard output. */
  output(): string;
  /** Ends it at once, whatever it is doing. Resolves when it has ended. */
  kill(): Promise<void>;
}

/**
 * Runs the program in a process group of its own. A watcher in that group reads a pipe that only this process holds open:
 * when it closes (we ended, by SIGKILL even), the group is killed. As long as the watcher is there, the group's number
 * cannot become another's.
 */
const GUARD = 'exec 3<&0; (cat <&3 >/dev/null 2>&1; kill -9 -$$) & exec "$@" 3<&- </dev/null';

const KEPT_LINES = 20;
const LINE_UNITS = 1000;

/** Starts a program with arguments; no shell reads them. */
export function spawnGuarded(program: string, args: readonly string[]): GuardedChild {
  const isGuarded = process.platform !== 'win32';
  const child = isGuarded
    ? spawn('/bin/sh', ['-c', GUARD, 'sh', program, ...args], {
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: true,
      })
    : spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  const listeners = new Set<(line: string) => void>();
  const kept: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    kept.push(line.slice(0, LINE_UNITS));
    if (kept.length > KEPT_LINES) kept.shift();
    for (const listener of listeners) listener(line);
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(0, LINE_UNITS);
  });
  // The pipe breaks when the child ends: `ended` tells.
  child.stdin.on('error', () => {});
  const lastLines = (): string => kept.join('\n');
  const ended = endOf(child, lastLines);
  return {
    pid: child.pid,
    ended,
    onLine: (listener) => listeners.add(listener),
    lastLines,
    output: () => output.trim(),
    kill: async () => {
      killNow(child, isGuarded);
      await ended;
    },
  };
}

function killNow(child: ChildProcess, isGuarded: boolean): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(isGuarded ? -child.pid : child.pid, 'SIGKILL');
  } catch {
    // ESRCH: it ended by itself in this very moment
  }
}

function endOf(child: ChildProcess, lastLines: () => string): GuardedChild['ended'] {
  return new Promise((resolve) => {
    const end = (code: number | null, how: string): void =>
      resolve({ code, reason: [lastLines(), how].filter((text) => text !== '').join('\n') });
    child.once('error', (error) => end(null, error.message));
    // The watcher may go now; then standard error closes too, read to its end.
    child.once('exit', () => child.stdin?.destroy());
    child.once('close', (code, signal) =>
      end(code, signal === null ? `exit code ${code}` : `signal ${signal}`),
    );
  });
}
