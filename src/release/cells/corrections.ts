import { type Bilingual, type Language, SEVERITIES, type ShapeResult, spaced } from '../../model/index.ts';
import { remedyText, SEVERITY_NAMES, suggestedValues } from '../../validation/index.ts';
import { csvRow, harmless } from './csv-row.ts';
import type { LocatedResults } from './locate.ts';

export interface CorrectionsOptions {
  readonly language: Language;
  /** At most so many rows (20,000), the gravest first; the last line says how many were left. */
  readonly limit?: number;
}

const LIMIT = 20_000;
/** Reasons told of a record. */
const MOST_REASONS = 20;

/** A column of ours, before the source's own. */
interface ReasonColumn {
  readonly name: Bilingual;
  /** Where the source is no table. */
  readonly nameInDocuments?: Bilingual;
  /** What is wrong with one record of the source; with a thing, where no record is known. */
  readonly read: (results: readonly ShapeResult[], language: Language) => string;
}

const COLUMNS: readonly ReasonColumn[] = [
  {
    name: { fr: 'Gravité', en: 'Severity' },
    read: ([first], language) => (first ? SEVERITY_NAMES[first.severity][language] : ''),
  },
  {
    name: { fr: 'Ligne', en: 'Row' },
    nameInDocuments: { fr: 'Enregistrement', en: 'Record' },
    read: ([first]) => String(first?.sheetRow ?? first?.row ?? ''),
  },
  {
    name: { fr: 'Colonne', en: 'Column' },
    read: (results) => listed(results, ({ column }) => column ?? NONE),
  },
  {
    name: { fr: 'Motif', en: 'Reason' },
    read: (results, language) => listed(results, ({ message }) => spaced(message[language], language)),
  },
  {
    name: { fr: 'Que faire', en: 'What to do' },
    read: (results, language) => listed(results, (one) => spaced(remedyText(one, language), language)),
  },
  {
    name: { fr: 'Valeurs possibles', en: 'Possible values' },
    read: (results) => listed(results, (one) => suggestedValues(one).join(' | ') || NONE),
  },
  {
    name: { fr: 'Pourquoi', en: 'Why' },
    read: (results, language) =>
      listed(results, ({ why }) => (why === undefined ? NONE : spaced(why[language], language))),
  },
  {
    name: { fr: 'Chose', en: 'Thing' },
    read: (results) => [...new Set(results.map(({ thing }) => thing))].join(' '),
  },
];

/** Where one of several reasons has nothing to tell. */
const NONE = '–';

/**
 * The faulty records alone, as a table for spreadsheets: our columns, then the source's own in their order, with what
 * they hold, unchanged. One line a record, however many reasons it has (numbered, a line each within the cell): a record
 * corrected once is correct, and the columns can be pasted back. Violations and warnings only; informations ask for
 * nothing. RFC 4180 with CRLF and a byte order mark; parted by semicolons in French, by commas in English, as Excel
 * expects. Our own cells never begin a formula.
 */
export function* correctionsCsv(
  { results, records }: LocatedResults,
  { language, limit = LIMIT }: CorrectionsOptions,
): Generator<string> {
  const delimiter = DELIMITERS[language];
  const faulty = faultyRecords(results);
  const read = records.rows;
  const isTable = results.some(({ sheetRow }) => sheetRow !== undefined);
  const ours = COLUMNS.map(({ name, nameInDocuments = name }) =>
    ownName((isTable ? name : nameInDocuments)[language], records.columns),
  );
  yield `\ufeff${csvRow([...ours, ...records.columns], delimiter)}`;
  for (const found of faulty.slice(0, limit)) {
    const cells = read.get(found[0]?.row ?? 0)?.cells ?? records.columns.map(() => '');
    yield csvRow([...reasonsOf(found, language), ...cells], delimiter);
  }
  for (const note of notes({ left: faulty.length - limit, isCut: records.truncated }, language))
    yield csvRow(noteRow(note, ours.length + records.columns.length), delimiter);
}

/** What makes a table open in columns where a language is spoken. */
const DELIMITERS: Readonly<Record<Language, string>> = { fr: ';', en: ',' };

const reasonsOf = (results: readonly ShapeResult[], language: Language): readonly string[] =>
  COLUMNS.map(({ read }) => harmless(read(results, language)));

/** Our columns keep their names apart from the source's. */
const ownName = (name: string, columns: readonly string[]): string =>
  columns.includes(name) ? `${name} (Cimaise)` : name;

/** Results by record, the gravest records first, then in the order of the source. */
function faultyRecords(results: readonly ShapeResult[]): readonly (readonly ShapeResult[])[] {
  const told = results.filter(({ severity }) => severity !== 'info');
  const groups = Map.groupBy(told.flatMap(inEveryRow), ({ row, thing }) => row ?? thing);
  return [...groups.values()]
    .map((found) => found.toSorted((a, b) => rank(a) - rank(b)))
    .toSorted(([a], [b]) => rank(a) - rank(b) || (a?.row ?? 0) - (b?.row ?? 0));
}

/** Rows that contradict each other are all there: nobody knows which is wrong. */
function inEveryRow(result: ShapeResult): readonly ShapeResult[] {
  const { row, sheetRow, cell, alsoRows = [], ...said } = result;
  if (row === undefined || alsoRows.length === 0) return [result];
  const first = {
    row,
    ...(sheetRow === undefined ? {} : { sheetRow }),
    ...(cell === undefined ? {} : { cell }),
  };
  const rows = [first, ...alsoRows.filter((one) => one.cell?.trim() !== '')];
  return rows.map((one) => ({ ...said, ...one, alsoRows: rows.filter((other) => other !== one) }));
}

const rank = (result: ShapeResult | undefined): number =>
  result === undefined ? SEVERITIES.length : SEVERITIES.indexOf(result.severity);

/** What is the same of all reasons once, else numbered, so that what has one number belongs together. */
function listed(results: readonly ShapeResult[], read: (result: ShapeResult) => string): string {
  const texts = results.slice(0, MOST_REASONS).map(read);
  if (new Set(texts).size === 1) return texts[0] === NONE ? '' : (texts[0] ?? '');
  const more = results.length > MOST_REASONS ? [`… (+ ${results.length - MOST_REASONS})`] : [];
  return [...texts.map((text, index) => `${index + 1}. ${text}`), ...more].join('\n');
}

function notes(
  { left, isCut }: { readonly left: number; readonly isCut: boolean },
  language: Language,
): readonly string[] {
  const n = (value: number) => value.toLocaleString(language);
  const cut = {
    fr: `Tronqué : ${n(left)} autres lignes sont à corriger. Corrigez celles-ci, puis relancez la publication.`,
    en: `Truncated: ${n(left)} more rows are to be corrected. Correct these, then publish again.`,
  };
  const unread = {
    fr: 'Tronqué : certaines lignes n’ont pas été relues dans la source, leurs cellules sont vides ici.',
    en: 'Truncated: some rows were not read again in the source, their cells are empty here.',
  };
  return [...(left > 0 ? [cut[language]] : []), ...(isCut ? [unread[language]] : [])];
}

/** A note stands where reasons stand. */
const noteRow = (note: string, width: number): readonly string[] =>
  Array.from({ length: width }, (_, at) =>
    at === COLUMNS.findIndex(({ name }) => name.en === 'Reason') ? note : '',
  );
