import type { CsvDialect, Guess } from '../model/index.ts';
import { rowsOf } from '../sources/index.ts';
import { confidence, figures } from './sentences.ts';

const DELIMITERS = [';', ',', '\t', '|'];
/** Tried where none of the usual ones cuts a table. */
const RARE = ['^', '~', ':', '§', '¤', '\u0001'];

/** Rows that are cut to try a dialect. */
const ROWS = 600;

export type Told = Partial<Pick<CsvDialect, 'delimiter' | 'quote' | 'encoding'>>;

/** A dialect on trial: how many columns it gives, and to what share of the rows. */
export interface Trial {
  readonly dialect: CsvDialect;
  readonly rows: readonly (readonly string[])[];
  /** Cells of most rows. */
  readonly width: number;
  /** Share of the rows that have as many. */
  readonly regular: number;
  readonly score: number;
}

/**
 * The dialect that cuts a text into the most regular table.
 * @param ends whether the text ends where the file does
 */
export function findDialect(text: string, ends: boolean, encoding: string, told: Told): Trial {
  const quote = told.quote ?? '"';
  const usual = trials(text, ends, encoding, told.delimiter ? [told.delimiter] : DELIMITERS, quote);
  const best = bestOf(usual);
  const found =
    best.width > 1 || told.delimiter !== undefined
      ? best
      : bestOf([...usual, ...trials(text, ends, encoding, RARE, quote)]);
  return told.quote === undefined ? otherwiseQuoted(text, ends, found) : found;
}

function trials(
  text: string,
  ends: boolean,
  encoding: string,
  delimiters: readonly string[],
  quote: string,
): Trial[] {
  return delimiters.map((delimiter) => trial(text, ends, { delimiter, quote, encoding }));
}

const bestOf = (tried: readonly Trial[]): Trial =>
  tried.reduce((best, one) => (one.score > best.score ? one : best));

/** Another way of quoting is taken where it makes the table more regular. */
function otherwiseQuoted(text: string, ends: boolean, found: Trial): Trial {
  const { dialect } = found;
  const others: CsvDialect[] = [];
  if (text.includes('\\"')) others.push({ ...dialect, doubleQuote: false });
  if (quotedBy(text, dialect.delimiter, "'") > 3 * quotedBy(text, dialect.delimiter, '"'))
    others.push({ ...dialect, quote: "'" });
  others.push({ ...dialect, quote: '' });
  return others
    .map((other) => trial(text, ends, other))
    .reduce((best, one) => (one.score > best.score * 1.02 ? one : best), found);
}

/** How many cells stand between such quotes. */
function quotedBy(text: string, delimiter: string, quote: string): number {
  const between = new RegExp(
    `(?:^|[${escaped(delimiter)}])${quote}[^${quote}\n]*${quote}(?=[${escaped(delimiter)}\r\n]|$)`,
    'gm',
  );
  return text.slice(0, 200_000).match(between)?.length ?? 0;
}

const escaped = (delimiter: string): string => (/[\\^\]-]/.test(delimiter) ? `\\${delimiter}` : delimiter);

function trial(text: string, ends: boolean, dialect: CsvDialect): Trial {
  const { rows: all, isWhole } = rowsOf(text, dialect, ends);
  const rows = all.slice(0, ROWS);
  const width = usualWidth(rows);
  const regular = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
  const quoting = dialect.quote === '"' ? balance(text, dialect.delimiter) : 1;
  const score = width < 2 ? 0 : regular ** 2 * (1 - 1 / width) * neatness(rows, dialect, isWhole) * quoting;
  return { dialect, rows, width, regular, score };
}

/** Quotes that open cells and quotes that close them are as many, or they are no such quotes. */
function balance(text: string, delimiter: string): number {
  const edge = `[${escaped(delimiter)}\\r\\n]`;
  const opening = text.match(new RegExp(`(?:^|${edge})"(?!"(?!"))`, 'g'))?.length ?? 0;
  const closing = text.match(new RegExp(`"(?=${edge}|$)`, 'g'))?.length ?? 0;
  // A separator before a closing quote looks like one that opens: cells that are quoted whole count for both.
  const whole = text.match(new RegExp(`(?:^|${edge})"(?:[^"]|"")*"(?=${edge}|$)`, 'g'))?.length ?? 0;
  const most = Math.max(opening, closing);
  return most < 4 || Math.max(2 * whole, Math.min(opening, closing)) > most * 0.6 ? 1 : 0.4;
}

function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** A header that is cut as its rows are, and cells that keep no quotes of their own, speak for a dialect. */
function neatness(rows: readonly (readonly string[])[], { quote }: CsvDialect, isWhole: boolean): number {
  const width = usualWidth(rows);
  const header = rows[0]?.length === width ? 1 : 0.7;
  const cells = rows.slice(0, 100).flat();
  const stray = cells.filter((cell) => straysIn(cell, quote)).length / Math.max(1, cells.length);
  return header * (1 - Math.min(0.5, stray * 5)) * (isWhole ? 1 : 0.5);
}

/** A quote that opened nothing, or text behind one that closed. */
const straysIn = (cell: string, quote: string): boolean =>
  quote === ''
    ? /^".+"$/s.test(cell)
    : cell.startsWith(quote) || (/["\\]$/.test(cell) && cell.split('"').length % 2 === 0);

const NAMES: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  ';': { fr: 'le point-virgule', en: 'the semicolon' },
  ',': { fr: 'la virgule', en: 'the comma' },
  '\t': { fr: 'la tabulation', en: 'the tab' },
  '|': { fr: 'la barre verticale', en: 'the vertical bar' },
};

/** What is said of the separator and of the quotes. */
export function dialectGuesses({ dialect, rows, width, regular }: Trial, told: Told): Guess<string>[] {
  const named = NAMES[dialect.delimiter] ?? { fr: `« ${dialect.delimiter} »`, en: `“${dialect.delimiter}”` };
  const isFound = width > 1 || told.delimiter !== undefined;
  const share = figures(Math.round(regular * rows.length));
  const all = figures(rows.length);
  const columns = figures(width);
  const separator: Guess<string> = {
    value: `delimiter ${JSON.stringify(dialect.delimiter)}`,
    confidence: told.delimiter === undefined ? confidence(width < 2 ? 0.5 : 0.2 + 0.79 * regular) : 1,
    evidence: {
      fr: `Séparateur : ${isFound ? named.fr : 'aucun n’a été trouvé'} (${columns.fr} cellule${width > 1 ? 's' : ''} dans ${share.fr} des ${all.fr} premières lignes).`,
      en: `Separator: ${isFound ? named.en : 'none was found'} (${columns.en} cell${width > 1 ? 's' : ''} in ${share.en} of the first ${all.en} rows).`,
    },
  };
  return dialect.quote === '"' && dialect.doubleQuote !== false
    ? [separator]
    : [separator, quoteGuess(dialect)];
}

function quoteGuess({ quote, doubleQuote }: CsvDialect): Guess<string> {
  if (doubleQuote === false)
    return {
      value: 'doubleQuote false',
      confidence: 0.9,
      evidence: {
        fr: 'Une barre oblique inversée précède les guillemets à l’intérieur des cellules.',
        en: 'A backslash stands before quotes inside cells.',
      },
    };
  return {
    value: `quote ${JSON.stringify(quote)}`,
    confidence: 0.85,
    evidence:
      quote === ''
        ? {
            fr: 'Les guillemets sont du texte : lus comme tels, les lignes ont toutes le même nombre de cellules.',
            en: 'Quotes are text: read as such, rows have the same number of cells.',
          }
        : {
            fr: `Les cellules sont entre « ${quote} ».`,
            en: `Cells stand between “${quote}”.`,
          },
  };
}
