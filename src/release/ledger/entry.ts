import type { Withdrawal } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';

/** What is remembered of an IRI that was published. */
export interface LedgerEntry {
  /** Without fragment. */
  readonly iri: string;
  /** 32 hexadecimal digits over its last statements; empty where no release that is kept had any. */
  readonly hash: string;
  /** ISO 8601: when the release was made in which it appeared. */
  readonly first: string;
  /** ISO 8601: when the release was made in which its statements last changed, or it was withdrawn. */
  readonly changed: string;
  readonly status: LedgerStatus;
  /** Where it is replaced or withdrawn. */
  readonly withdrawal?: Omit<Withdrawal, 'iri'>;
}

/** `missing`: published before and not any more, and nobody said why; never in a release. */
export type LedgerStatus = 'published' | 'replaced' | 'withdrawn' | 'missing';

/**
 * `iri TAB hash TAB first TAB changed TAB status TAB date TAB replacedBy TAB reason.fr TAB reason.en`. A tab sorts before
 * every character of an IRI: lines are in the order of their IRIs.
 */
export function entryLine({ iri, hash, first, changed, status, withdrawal }: LedgerEntry): string {
  const { date = '', replacedBy = '', reason } = withdrawal ?? {};
  const reasons = [reason?.fr ?? '', reason?.en ?? ''].map(escaped);
  return [iri, hash, first, changed, status, date, replacedBy, ...reasons].join('\t');
}

export function readEntry(line: string): LedgerEntry {
  const [iri = '', hash = '', first = '', changed = '', status, date = '', replacedBy, fr = '', en = ''] =
    line.split('\t');
  const own = { iri, hash, first, changed, status: status as LedgerStatus };
  if (status !== 'replaced' && status !== 'withdrawn') return own;
  const reason = { fr: unescaped(fr), en: unescaped(en) };
  return { ...own, withdrawal: { date, ...(replacedBy ? { replacedBy } : {}), reason } };
}

/** The entries of a file, in the order of their IRIs. */
export async function* readEntries(path: string): AsyncGenerator<LedgerEntry> {
  for await (const lines of readQuadLines(path)) for (const line of lines) yield readEntry(line);
}

const SIGNS: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const ESCAPED = new Map(Object.entries(SIGNS).map(([sign, written]) => [written, sign]));

const escaped = (text: string): string => text.replace(/[\\\t\n\r]/g, (sign) => SIGNS[sign] ?? sign);
const unescaped = (text: string): string =>
  text.replace(/\\[\\tnr]/g, (written) => ESCAPED.get(written) ?? written);
