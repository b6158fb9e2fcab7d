import { stat } from 'node:fs/promises';
import type { CsvDialect, Guess, Source } from '../model/index.ts';
import { lastWholeLetter } from '../sources/index.ts';
import { dialectGuesses, findDialect } from './csv-dialect.ts';
import { findHeader } from './csv-header.ts';
import { findEncoding } from './encoding.ts';
import { findFormat } from './format.ts';
import { findJsonIterator } from './json-iterator.ts';
import type { ProfileOptions, ToldDialect } from './options.ts';
import { type Peek, peek } from './peek.ts';
import { findXmlRecords } from './xml-records.ts';

/** So much text is cut into rows to find how a table is written. */
const DIALECT_TEXT = 1 << 17;

/** How a file is written, and what that was concluded from. */
export interface FoundWriting {
  readonly source: Source;
  readonly dialect: readonly Guess<string>[];
  /** As it lies there. */
  readonly bytes: number;
  /** Byte order marks at the beginning. */
  readonly marks: number;
}

/**
 * Finds format, encoding, dialect or iterator of a file by its beginning; its encoding by all of it, where that is asked.
 * @throws RefusedInput where there is none, or it is no data
 */
export async function findWriting(
  { path, shown, told = {}, signal }: ProfileOptions,
  how: 'beginning' | 'all',
): Promise<FoundWriting> {
  const bare: Source = { path, shown, format: told.format ?? 'csv', dialect: PLAIN, namespaces: {} };
  const seen = await peek(bare, how, signal);
  const { guess, marks } = findEncoding(seen);
  const encoding = told.encoding ?? guess.value;
  const text = textOf(seen, encoding, marks);
  const format = told.format ?? findFormat(seen, text, shown);
  const written = READERS[format](text, { seen, encoding, told });
  return {
    source: { ...bare, format, ...written.source },
    dialect: [
      told.encoding === undefined ? labelled('encoding', guess) : toldGuess('encoding', encoding),
      ...written.dialect,
    ],
    bytes: (await stat(path)).size,
    marks,
  };
}

const PLAIN: CsvDialect = { delimiter: ',', quote: '"', encoding: 'utf-8' };

const labelled = (label: string, guess: Guess<string>): Guess<string> => ({
  ...guess,
  value: `${label} ${guess.value}`,
});

const toldGuess = (label: string, value: string): Guess<string> => ({
  value: `${label} ${value}`,
  confidence: 1,
  evidence: { fr: `${value} : choisi par vous.`, en: `${value}: chosen by you.` },
});

function textOf({ head, isWhole }: Peek, encoding: string, marks: number): string {
  const bytes =
    encoding === 'utf-8' ? head.subarray(marks * 3, isWhole ? undefined : lastWholeLetter(head)) : head;
  return new TextDecoder(encoding).decode(bytes).replace(/^\ufeff+/, '');
}

interface Written {
  readonly source: Partial<Source>;
  readonly dialect: readonly Guess<string>[];
}

interface Beginning {
  readonly seen: Peek;
  readonly encoding: string;
  readonly told: Partial<ToldDialect>;
}

type Read = (text: string, beginning: Beginning) => Written;

const asTable: Read = (text, { seen, encoding, told }) => {
  const start = text.slice(0, DIALECT_TEXT);
  const found = findDialect(start, seen.isWhole && text.length <= DIALECT_TEXT, encoding, told);
  const header = findHeader(start, found);
  return { source: { dialect: header.dialect }, dialect: [...dialectGuesses(found, told), header.guess] };
};

const asJson: Read = (text, { encoding, told }) => {
  const iterator = told.iterator === undefined ? findJsonIterator(text) : undefined;
  return {
    source: { dialect: { ...PLAIN, encoding }, iterator: told.iterator ?? iterator?.value ?? '$' },
    dialect: [iterator ? labelled('iterator', iterator) : toldGuess('iterator', told.iterator ?? '$')],
  };
};

const asXml: Read = (text, { encoding, told }) => {
  const { iterator, namespaces } = findXmlRecords(text);
  return {
    source: { dialect: { ...PLAIN, encoding }, namespaces, iterator: told.iterator ?? iterator.value },
    dialect: [
      told.iterator === undefined ? labelled('iterator', iterator) : toldGuess('iterator', told.iterator),
    ],
  };
};

/** A new format is a new row. */
const READERS = { csv: asTable, json: asJson, xml: asXml } as const;
