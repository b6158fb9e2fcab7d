import type { Account, RealCase } from './case.ts';
import type { PlainRow } from './plain-readers.ts';
import type { RealRun } from './run.ts';

/** What became of a column's values. */
export interface Balance {
  /** Values in the file, by the plain reader. */
  readonly given: number;
  /** Statements of the property. */
  readonly produced: number;
  /** Faults counted at the rule's line. */
  readonly faults: number;
}

export function balanceOf(account: Account, rows: readonly PlainRow[], run: RealRun): Balance {
  const lines = run.mapping.flatMap((text, index) => (text.includes(account.at) ? [index + 1] : []));
  if (lines.length === 0) throw new Error(`The mapping has no line with ${account.at}.`);
  const own = run.report.faults.filter(({ place }) => lines.includes(place.line ?? 0));
  return {
    given: rows.flatMap((row) => account.values(row)).length,
    produced: run.produced.get(account.property) ?? 0,
    faults: own.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Faults and notes of a run by code. */
export function faultsByCode({ report }: RealRun): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code, count } of report.faults) counts[code] = (counts[code] ?? 0) + count;
  return counts;
}

/** A run as a row of a table: file, mapping, records, statements, seconds, faults by code. */
export function summaryRow(
  { file, mapping }: RealCase,
  run: RealRun,
  milliseconds: number,
): readonly string[] {
  const faults = Object.entries(faultsByCode(run)).map(([code, count]) => `${code} ${count}`);
  const numbers = [run.report.records, run.statements].map((count) => count.toLocaleString('en'));
  const short = file.replace('joconde-lexiques/assets/thesaurus/txt/', 'lexiques/');
  return [short, mapping, ...numbers, (milliseconds / 1000).toFixed(1), faults.join(', ')];
}

/** Rows below each other, each column as wide as its widest cell. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
  return `${rows.map((row) => line(row).trimEnd()).join('\n')}\n`;
}
