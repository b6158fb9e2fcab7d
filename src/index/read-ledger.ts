import { Fault, type Withdrawal } from '../model/index.ts';
import { readQuadLines } from '../rdf/index.ts';

/** What a release's ledger knows of an IRI. */
export interface LedgerLine {
  readonly iri: string;
  /** Hash of its statements. */
  readonly hash: string;
  /** ISO 8601: when it last changed. */
  readonly changed: string;
  /** Of an IRI that is not published any more. */
  readonly withdrawal?: Withdrawal;
}

/**
 * Reads the ledger of a release (`ledger.tsv.gz`): `iri hash first changed status date replacedBy reason.fr reason.en`,
 * tab-separated, tabs, line feeds and backslashes of reasons escaped.
 * @throws Fault where it cannot be read or has a line of another kind
 */
export async function* readLedger(path: string): AsyncGenerator<LedgerLine> {
  try {
    for await (const lines of readQuadLines(path)) for (const line of lines) yield ledgerLine(line);
  } catch (error) {
    const reason = (error as Error).message;
    throw new Fault(
      {
        fr: `Le registre des adresses ${path} est illisible ou abîmé : ${reason}.`,
        en: `The ledger of addresses ${path} cannot be read or is damaged: ${reason}.`,
      },
      {
        fr: 'Refaites la publication : le registre est repris des publications gardées.',
        en: 'Make the release again: the ledger is made anew from the releases that are kept.',
      },
      error,
    );
  }
}

function ledgerLine(line: string): LedgerLine {
  const [iri = '', hash = '', , changed = '', status = '', date = '', replacedBy = '', fr = '', en = ''] =
    line.split('\t');
  if (!STATUSES.has(status)) throw new Error(`“${line.slice(0, 100)}”`);
  if (status === 'published') return { iri, hash, changed };
  const reason = { fr: unescaped(fr), en: unescaped(en) };
  return { iri, hash, changed, withdrawal: { iri, date, reason, ...(replacedBy && { replacedBy }) } };
}

const STATUSES = new Set(['published', 'replaced', 'withdrawn']);
const ESCAPED: Readonly<Record<string, string>> = { '\\t': '\t', '\\n': '\n', '\\r': '\r', '\\\\': '\\' };
const unescaped = (text: string): string => text.replace(/\\./g, (pair) => ESCAPED[pair] ?? pair);
