import type { Writable } from 'node:stream';
import { type Bilingual, type Language, spaced } from '../model/index.ts';

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
  // Who pipes into `head` has read enough: the work goes on without the words.
  for (const stream of [out, err]) stream.on('error', ignoreClosedPipe);
  let flashing = false;
  const clear = () => {
    if (flashing) out.write('\r\u001b[2K');
    flashing = false;
  };
  const say = (line: string) => {
    clear();
    out.write(`${spaced(line, language)}\n`);
  };
  return {
    language,
    verbose,
    say,
    tell: (text) => say(text[language]),
    flash(line) {
      if (out.isTTY !== true) return;
      clear();
      out.write(line.slice(0, (out.columns ?? 80) - 1));
      flashing = true;
    },
    error(line) {
      clear();
      err.write(`${spaced(line, language)}\n`);
    },
  };
}

/** `44 480` or `44,480`. */
export const figure = (value: number, language: Language): string =>
  Math.round(value).toLocaleString(language);

/** Rows as aligned columns: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
