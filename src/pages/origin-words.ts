import type { Language, SourceRecord, StatementOrigin, StatementRule } from '../model/index.ts';
import type { PageFrame } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { pageLink } from './links.ts';
import { ORIGIN } from './texts/origin-texts.ts';
import { filled } from './texts/table.ts';
import { numberText, quoted, shortened, withoutDirectionControls } from './typography.ts';

/** Of many records of one value, so many are told; the others are counted. */
const MOST_RECORDS = 4;
const MOST_COLUMNS = 6;
const LONGEST_CELL = 240;
const LONGEST_TRANSFORMATION = 280;

/** File, line, column and cell; rule and transformation: what a sentence can say of where a statement comes from. */
export function originWords(origin: StatementOrigin, frame: PageFrame): Html {
  const columns = [...new Set(origin.rules.flatMap((rule) => rule.columns))];
  const hidden = new Set(origin.rules.flatMap((rule) => rule.private ?? []));
  return html`${recordWords(origin.records, { columns, hidden }, frame.language)}<br>
${ruleWords(origin.rules, frame)}`;
}

/** Columns that a value is made of, and those whose cells are kept private. */
interface ToldColumns {
  readonly columns: readonly string[];
  readonly hidden: ReadonlySet<string>;
}

function recordWords(records: readonly SourceRecord[], columns: ToldColumns, language: Language): Fragment {
  const [first] = records;
  if (!first) return undefined;
  const told = records.slice(0, MOST_RECORDS).map((record) => oneRecord(record, columns, language));
  const more = records.length - told.length;
  const others = more > 0 && filled(ORIGIN.moreRecords, language, { count: numberText(more, language) });
  return html`${ORIGIN.file[language]}<code>${fileName(first.file)}</code>, ${interspersed([...told, others], ' ; ')}.`;
}

/** `ligne 2, colonne « Dimensions » : « 17 H ; 24.2 L »`; columns without anything are told only where all are. */
function oneRecord(
  { file, line, cells }: SourceRecord,
  { columns, hidden }: ToldColumns,
  language: Language,
): Fragment {
  const place = filled(ORIGIN.line, language, { line: String(line) });
  const filledOnes = columns.filter((column) => hidden.has(column) || (cells.get(column) ?? '') !== '');
  const shown = (filledOnes.length > 0 ? filledOnes : columns).slice(0, MOST_COLUMNS);
  if (shown.length === 0) return place;
  const names = shown.map((column) =>
    cellWords(column, hidden.has(column) ? HIDDEN_CELL : cells.get(column), language),
  );
  const word = WORDS[isTable(file) ? 'table' : 'document'][shown.length === 1 ? 'one' : 'many'];
  const [before = '', after = ''] = word[language].split(/\{\w+\}/);
  return html`${place}, ${before}${interspersed(names, ', ')}${after}`;
}

/** A table has columns; a document in JSON or XML has fields. */
const WORDS = {
  table: { one: ORIGIN.column, many: ORIGIN.columns },
  document: { one: ORIGIN.field, many: ORIGIN.fields },
};
const isTable = (file: string): boolean => /\.(?:csv|tsv|txt)(?:\.(?:gz|zip|tgz))?$/i.test(file);

/** Stands for a cell that is kept private. */
const HIDDEN_CELL = Symbol('private');

function cellWords(column: string, cell: string | symbol | undefined, language: Language): Fragment {
  const name = quoted(withoutDirectionControls(column), language);
  if (cell === undefined) return name;
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  if (typeof cell === 'symbol') return html`${name}${colon}${ORIGIN.private[language]}`;
  const text = cell === '' ? ORIGIN.empty[language] : quotedCell(cell, language);
  return html`${name}${colon}${text}`;
}

function quotedCell(cell: string, language: Language): Html {
  const [before = '', after = ''] = quoted('|', language).split('|');
  return html`${before}<bdi>${withoutDirectionControls(shortened(cell, LONGEST_CELL))}</bdi>${after}`;
}

function ruleWords(rules: readonly StatementRule[], frame: PageFrame): Html {
  const { language } = frame;
  const [first, ...others] = rules.map((rule) => oneRule(rule, frame));
  if (others.length === 0) return html`${ORIGIN.rule[language]}${first}.`;
  return html`${ORIGIN.rules[language]} ${interspersed([first, ...others], ' ; ')}.`;
}

function oneRule(rule: StatementRule, frame: PageFrame): Html {
  return html`<code>${fileName(rule.file)}:${rule.line}</code>, ${howWords(rule, frame)}`;
}

function howWords({ how, transformation, vocabulary }: StatementRule, frame: PageFrame): Fragment {
  const { language } = frame;
  if (how === 'cell' || how === 'constant') return ORIGIN[how][language];
  const text = withoutDirectionControls(shortened(transformation ?? '', LONGEST_TRANSFORMATION));
  const place =
    vocabulary !== undefined &&
    html`, ${ORIGIN.lookedUp[language]}${pageLink(frame, `/dataset/${vocabulary}`, vocabulary)}`;
  return html`${ORIGIN[how][language]}<code>${text}</code>${place}`;
}

/** The folders of the project say nothing to a reader; programs are told the whole path. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
