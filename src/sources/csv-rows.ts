import type { CsvDialect } from '../model/index.ts';
import { CsvFault } from './csv-fault.ts';
import { CsvScanner } from './csv-scanner.ts';
import { TextPlaces } from './text-places.ts';

/** The rows of a text, header included, as a dialect cuts them; `isWhole` is false where a quote is never closed. */
export interface TextRows {
  readonly rows: readonly (readonly string[])[];
  readonly isWhole: boolean;
}

/**
 * Cuts a text that is at hand into rows, to try a dialect on it.
 * @param ends whether the text ends where the file does: else its last row, which may be cut, is left out
 */
export function rowsOf(text: string, dialect: CsvDialect, ends: boolean): TextRows {
  const scanner = new CsvScanner(dialect, new TextPlaces(undefined));
  const rows: string[][] = [];
  try {
    for (const { record } of scanner.push(text)) rows.push(record);
    if (ends) for (const { record } of scanner.end()) rows.push(record);
    return { rows, isWhole: true };
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    return { rows, isWhole: false };
  }
}
