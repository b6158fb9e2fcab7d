import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, ended, REPOSITORY, scratch } from './command-line.ts';

const MAIN = join(REPOSITORY, 'src', 'main.ts');

/** The blocks of shell commands of a section of the README, in their order. */
export function commandsOf(section: string): readonly string[] {
  const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
  const from = readme.indexOf(`## ${section}\n`);
  const text = readme.slice(from, readme.indexOf('\n## ', from + 1));
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
}

/** What one command that stays (`preview`, `start`) is asked while it runs, and what it answered. */
export interface Served {
  readonly address: string;
  readonly child: ChildProcess;
}

/** A shell in an empty folder, in which `npx cimaise` is this checkout, or a package installed for real. */
export class NewcomersShell {
  readonly folder = scratch();
  readonly #path: string;
  #inside = this.folder;

  /** @param tarball of `npm pack`, to install for real; absent: `npm install` does nothing, `npx` calls this checkout */
  constructor(tarball?: string) {
    const tools = join(scratch(), 'bin');
    mkdirSync(tools);
    this.#path = tools;
    const script = (name: string, text: string) => {
      writeFileSync(join(tools, name), `#!/bin/sh\n${text}\n`);
      chmodSync(join(tools, name), 0o755);
    };
    if (tarball !== undefined) execFileSync('cp', [tarball, this.folder]);
    else {
      script('npm', '[ "$1" = install ] || { echo "npm $*" >&2; exit 1; }');
      script(
        'npx',
        `[ "$1" = cimaise ] || { echo "npx $*" >&2; exit 1; }; shift; exec "${process.execPath}" "${MAIN}" "$@"`,
      );
    }
  }

  /** Runs a block; what it leaves as its folder is where the next one begins. @throws with its output where it fails */
  async run(block: string): Promise<string> {
    const child = this.#spawn(`set -eu\n${block}\npwd >"$0.pwd"`);
    const { code, out, err } = await ended(child);
    if (code !== 0) throw new Error(`ended with ${code}:\n${block}\n${out}\n${err}`);
    this.#inside = readFileSync(join(this.#path, 'shell.pwd'), 'utf8').trim();
    return out;
  }

  /** Starts a command that stays, and waits for its address. */
  async serve(command: string): Promise<Served> {
    const child = this.#spawn(`exec ${command.trim()}`);
    return { child, address: await addressOf(child) };
  }

  #spawn(script: string): ChildProcess {
    return spawn('bash', ['-c', script, join(this.#path, 'shell')], {
      cwd: this.#inside,
      env: {
        ...process.env,
        PATH: `${this.#path}:${process.env['PATH']}`,
        PORT: '0',
        CIMAISE_LANGUAGE: 'fr',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
  }
}

/** Ends a command that stays, and what it started. */
export async function stop({ child }: Served): Promise<number | null> {
  const end = ended(child);
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  return (await end).code;
}
