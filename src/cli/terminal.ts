import type { Writable } from 'node:stream';
import { type Bilingual, type Language, spaced, visible } from '../model/index.ts';

/** Where a command speaks: lines that stay, and on a terminal a last line that is written over. */
export interface Terminal {
  readonly language: Language;
  /** Whether stack traces and the log are wanted. */
  readonly verbose: boolean;
  say(line: string): void;
  tell(text: Bilingual): void;
  /** Shown at once on a terminal; elsewhere not at all. */
  flash(line: string): void;
  error(line: string): void;
}

type Screen = Writable & { isTTY?: boolean; columns?: number };

export interface Streams {
  readonly out: Screen;
  readonly err: Screen;
}

export function createTerminal({ out, err }: Streams, language: Language, verbose: boolean): Terminal {
  // The work goes on without the words; standard output that failed is told when it ends (`brokenBy`).
  for (const stream of [out, err]) listenTo(stream);
  let flashing = false;
  const clear = () => {
    if (flashing) out.write('\r\u001b[2K');
    flashing = false;
  };
  const say = (line: string) => {
    clear();
    out.write(`${visible(spaced(line, language))}\n`);
  };
  return {
    language,
    verbose,
    say,
    tell: (text) => say(text[language]),
    flash(line) {
      if (out.isTTY !== true) return;
      clear();
      out.write(visible(line).slice(0, (out.columns ?? 80) - 1));
      flashing = true;
    },
    error(line) {
      clear();
      err.write(`${visible(spaced(line, language))}\n`);
    },
  };
}

/** A terminal that speaks on standard error alone, for commands whose standard output is data. */
export const besideOutput = ({ err }: Streams, { language, verbose }: Terminal): Terminal =>
  createTerminal({ out: err, err }, language, verbose);

/** `44 480` or `44,480`. */
export const figure = (value: number, language: Language): string =>
  Math.round(value).toLocaleString(language);

/** Rows as aligned columns: the first (or those that are told) to the left, the others to the right. */
export function table(
  rows: readonly (readonly string[])[],
  left: readonly number[] = [0],
): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        left.includes(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** What streams said when they could not be written. `errored` of a standard stream does not keep it. */
const broken = new WeakMap<Writable, NodeJS.ErrnoException>();

/** Without a listener an error would end the process with a trace. */
const listenTo = (stream: Writable): void =>
  void stream.on('error', (error: NodeJS.ErrnoException) => broken.set(stream, error));

/** Why a stream could not be written; undefined where all went well, or its reader has read enough (`head`). */
export async function brokenBy(stream: Writable): Promise<NodeJS.ErrnoException | undefined> {
  // What the last write met is known a moment later.
  await new Promise((resolve) => setImmediate(resolve));
  const error = broken.get(stream);
  return error?.code === 'EPIPE' ? undefined : error;
}
