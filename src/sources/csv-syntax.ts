import type { CsvDialect } from '../model/index.ts';

/** Length of the line terminator at an offset, 0 where there is none. */
export type TerminatorLength = (text: string, at: number) => number;

/** A dialect made ready for scanning. Characters are UTF-16 codes; -1 where there is none. */
export interface CsvSyntax {
  readonly delimiter: number;
  readonly quote: number;
  readonly quoteText: string;
  /** `''`: quotes inside quoted cells are doubled. */
  readonly escaper: string;
  readonly comment: string;
  readonly trim: ((cell: string) => string) | undefined;
  readonly terminators: Terminators;
  /** So many characters must follow a cell's end before it is known what ends it. */
  readonly lookahead: number;
}

interface Terminators {
  /** The codes with which terminators begin. */
  readonly first: number;
  readonly second: number;
  /** Undefined: LF, CRLF and CR, which the scanner knows by itself. */
  readonly length: TerminatorLength | undefined;
}

export function csvSyntax(dialect: CsvDialect): CsvSyntax {
  const { delimiter, quote, commentPrefix = '', trim = false, lineTerminators } = dialect;
  const listed = lineTerminators?.filter((one) => one !== '') ?? [];
  return {
    delimiter: delimiter.charCodeAt(0),
    quote: quote === '' ? -1 : quote.charCodeAt(0),
    quoteText: quote,
    escaper: escaperOf(dialect),
    comment: commentPrefix,
    trim: trim === false ? undefined : TRIMS[`${trim}`],
    terminators: listed.length === 0 ? { first: 10, second: 13, length: undefined } : terminatorsOf(listed),
    lookahead: Math.max(2, ...listed.map((one) => one.length)),
  };
}

function escaperOf({ escape: declared, doubleQuote = true, quote }: CsvDialect): string {
  if (declared !== undefined) return declared === quote ? '' : declared;
  return doubleQuote ? '' : '\\';
}

const TRIMS: Readonly<Record<string, (cell: string) => string>> = {
  true: (cell) => cell.trim(),
  start: (cell) => cell.trimStart(),
  end: (cell) => cell.trimEnd(),
};

function terminatorsOf(listed: readonly string[]): Terminators {
  const longestFirst = [...listed].sort((a, b) => b.length - a.length);
  const [first = 10, second = first, third] = new Set(listed.map((one) => one.charCodeAt(0)));
  if (third !== undefined) throw new RangeError('Line terminators begin with two characters at most.');
  return {
    first,
    second,
    length: (text, at) => longestFirst.find((one) => text.startsWith(one, at))?.length ?? 0,
  };
}
