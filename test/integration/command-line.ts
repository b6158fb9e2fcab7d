import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

export const REPOSITORY = join(import.meta.dirname, '..', '..');
const MAIN = join(REPOSITORY, 'src', 'main.ts');

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for releases and projects, below the system's temporary folder. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cimaise-test-'));
  made.push(folder);
  return folder;
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A copy of a fixture's project that a test may change. */
export function copyOfWorld(name: string): string {
  const folder = join(scratch(), name);
  cpSync(join(REPOSITORY, 'test', 'fixtures', name), folder, { recursive: true });
  return folder;
}

/** Starts the command line as a process of its own, English, on a free port. */
export function startCimaise(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, CIMAISE_LANGUAGE: 'en', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the command line to its end. */
export function cimaise(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return ended(startCimaise(args, environment));
}

export function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (text) => {
    out += text;
  });
  child.stderr?.on('data', (text) => {
    err += text;
  });
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err })));
}

/** Waits for the line with the address. */
export function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    const read = (text: unknown) => {
      seen += String(text);
      const found = /(http:\/\/\S+:\d+\/)\s*$/m.exec(seen)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('close', (code) => reject(new Error(`ended with ${code} before it served: ${seen}`)));
  });
}
