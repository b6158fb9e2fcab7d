import { type CsvDialect, counted, type Guess } from '../model/index.ts';
import type { Trial } from './csv-dialect.ts';
import { glimpse } from './sentences.ts';

/** A first row that holds one of these is no header. */
const VALUES = [
  /^[-+]?\d[\d\s.,]*$/,
  /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}/,
  /^https?:\/\//,
  /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i,
  /^\[?-?\d{1,3}\.\d+\s*[,;]\s*-?\d{1,3}\.\d+\]?$/,
  /^(?:PA|IA|PM|IM)\d{8}$/,
  /^M\d{4,5}$/,
];
const LONGEST_NAME = 120;

/** What stands above the rows of a table: lines to leave out, and a header or none. */
export interface FoundHeader {
  readonly dialect: CsvDialect;
  readonly guess: Guess<string>;
}

/** Whether the first full row names the columns, and how many lines stand before it. */
export function findHeader(text: string, found: Trial): FoundHeader {
  const first = Math.max(
    0,
    found.rows.findIndex((row) => row.length === found.width),
  );
  const skipRows = first === 0 ? 0 : linesBefore(text, found, first);
  const [header = [], ...below] = found.rows.slice(first);
  const reason = header.find((cell) => VALUES.some((form) => form.test(cell.trim())));
  const names = new Set(header.map((cell) => cell.trim().toLowerCase()));
  const isHeader = reason === undefined && (names.size === header.length || !looksLikeBelow(header, below));
  const dialect = { ...found.dialect, ...(skipRows > 0 ? { skipRows } : {}) };
  return isHeader
    ? { dialect, guess: headed(header, skipRows) }
    : { dialect: { ...dialect, header: false }, guess: headless(reason) };
}

/** Lines of the text before the row that is the `first` of full width. */
function linesBefore(text: string, { rows, dialect }: Trial, first: number): number {
  const wanted = rows[first]?.[0] ?? '';
  const lines = text.split(/\r\n|\r|\n/);
  const at = lines.findIndex((line) => beginsRow(line, wanted, dialect) && line.includes(dialect.delimiter));
  return Math.max(0, at);
}

const beginsRow = (line: string, cell: string, { quote }: CsvDialect): boolean =>
  line.startsWith(cell) || (quote !== '' && line.startsWith(quote + cell));

/** A cell of the first row that occurs below, or one as long as a text, is a value. */
function looksLikeBelow(header: readonly string[], below: readonly (readonly string[])[]): boolean {
  return header.some(
    (cell, at) =>
      cell.length > LONGEST_NAME || (cell !== '' && below.slice(0, 200).some((row) => row[at] === cell)),
  );
}

function headed(header: readonly string[], skipped: number): Guess<string> {
  const empty = header.filter((cell) => cell.trim() === '').length;
  const before =
    skipped > 0
      ? {
          fr: ` ; ${counted(skipped, ['ligne la précède', 'lignes la précèdent'], ['', '']).fr}`,
          en: `; ${counted(skipped, ['', ''], ['line stands', 'lines stand']).en} before it`,
        }
      : { fr: '', en: '' };
  return {
    value: skipped > 0 ? `header, skipRows ${skipped}` : 'header',
    confidence: empty > 0 ? 0.8 : 0.95,
    evidence: {
      fr: `La première ligne complète donne les noms des colonnes : ni nombre, ni date, ni adresse${before.fr}.`,
      en: `The first full row gives the names of the columns: no number, date or address${before.en}.`,
    },
  };
}

const headless = (reason: string | undefined): Guess<string> => ({
  value: 'header false',
  confidence: reason === undefined ? 0.6 : 0.8,
  evidence:
    reason === undefined
      ? {
          fr: 'La première ligne répète ce que disent les suivantes : elle ne nomme pas les colonnes.',
          en: 'The first row repeats what the next ones say: it does not name the columns.',
        }
      : {
          fr: `La première ligne contient « ${glimpse(reason)} », qui est une valeur et non un nom de colonne.`,
          en: `The first row holds “${glimpse(reason)}”, which is a value and not the name of a column.`,
        },
});
