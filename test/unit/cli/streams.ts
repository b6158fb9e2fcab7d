import { Writable } from 'node:stream';
import { run } from '../../../src/cli/index.ts';
import type { Streams } from '../../../src/cli/terminal.ts';
import { type ProjectDefaults, parseSettings } from '../../../src/settings.ts';

/** Streams that remember what was written. */
export interface Recorded {
  readonly streams: Streams;
  out(): string;
  err(): string;
}

export function recorded(terminal: { readonly isTTY?: boolean; readonly columns?: number } = {}): Recorded {
  const out: string[] = [];
  const err: string[] = [];
  const into = (parts: string[]) =>
    new Writable({
      write(chunk, _, done) {
        parts.push(String(chunk));
        done();
      },
    });
  return {
    streams: { out: Object.assign(into(out), terminal), err: into(err) },
    out: () => out.join(''),
    err: () => err.join(''),
  };
}

/** Runs a command line in this process. */
export async function cimaise(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  language: 'fr' | 'en' = 'en',
) {
  const { streams, out, err } = recorded();
  const settings = (project: ProjectDefaults) =>
    parseSettings({ CIMAISE_LANGUAGE: language, PORT: '0', ...environment }, process.cwd(), project);
  const code = await run({ argv: ['node', 'cimaise', ...args], settings, language, streams });
  return { code, out: out(), err: err() };
}
