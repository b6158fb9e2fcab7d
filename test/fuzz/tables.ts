import fc from 'fast-check';

/** Rows of text cells under names that CSV, JSON and XML can all carry. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What XML 1.0 takes as text, with what readers stumble on made frequent. */
const LETTERS = [
  ...'"\',;|\t\n\r&<>{}[]()\\/%#?:@=+-*~^$ aZ09éÉœßñ',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\ufeff',
  'e\u0301',
  '日',
  '\ufffd',
  '🏛',
  '𝄞',
  ']]>',
  '<!--',
  '&amp;',
  '\r\n',
  '""',
  '  ',
];
const anyLetter = fc
  .integer({ min: 0x20, max: 0x10fffd })
  .filter((point) => !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff)
  .map((point) => String.fromCodePoint(point));

const letter = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LETTERS) },
  { weight: 1, arbitrary: anyLetter },
);

/** A cell that is not empty. */
export const cell: fc.Arbitrary<string> = fc
  .array(letter, { minLength: 1, maxLength: 9 })
  .map((letters) => letters.join(''));

/** XML names, some of which mean something elsewhere in XPath or JSONPath. */
const name = fc.oneof(
  fc.constantFrom(
    'div',
    'mod',
    'and',
    'or',
    'if',
    'text',
    'node',
    'self',
    'for',
    'null',
    'length',
    'été',
    'a.b',
    'a-b',
    'a_1',
  ),
  fc
    .tuple(
      fc.constantFrom(...'abzAZ_éœ日'),
      fc.array(fc.constantFrom(...'abzAZ019_-.éœ日'), { maxLength: 6 }),
    )
    .map(([first, rest]) => first + rest.join('')),
);

/** A key: short, so that two tables meet. */
const key = fc.constantFrom('a', 'b', 'ç', 'd e', '1', '01');

/** A table and a small one that it is joined to, by their first columns. */
export interface TablePair {
  readonly main: Table;
  readonly other: Table;
}

const namesOf = (count: number) =>
  fc.uniqueArray(name, { minLength: count, maxLength: count, selector: (one) => one.toLowerCase() });

/** @param value what a cell holds, keys apart */
export const tablePairs = (value: fc.Arbitrary<string>): fc.Arbitrary<TablePair> =>
  fc.record({
    main: fc.record({
      columns: namesOf(4),
      rows: fc.array(fc.tuple(key, value, value, value), { minLength: 1, maxLength: 6 }),
    }),
    other: fc.record({
      columns: namesOf(2),
      rows: fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 4 }),
    }),
  });

/** A table as text of one format. Where `absent` says so, an empty cell is left out, if the format can. */
export type Writer = (table: Table, absent?: boolean) => string;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export const toCsv: Writer = ({ columns, rows }) =>
  [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

export const toJson: Writer = ({ columns, rows }, absent = false) =>
  JSON.stringify({ rows: rows.map((row) => objectOf(columns, row, absent)) });

/** Every second absent cell is null, every other no key at all. */
function objectOf(columns: readonly string[], row: readonly string[], absent: boolean): object {
  const entries = columns.map((column, index) => [column, row[index] ?? ''] as const);
  return Object.fromEntries(
    entries.flatMap(([column, value], index): readonly (readonly [string, string | null])[] => {
      if (!absent || value !== '') return [[column, value]];
      return index % 2 === 0 ? [[column, null]] : [];
    }),
  );
}

export const toXml: Writer = ({ columns, rows }, absent = false) => {
  const element = (column: string, value: string) =>
    absent && value === '' ? '' : `<${column}>${escaped(value)}</${column}>`;
  const record = (row: readonly string[]) =>
    `<row>${columns.map((column, index) => element(column, row[index] ?? '')).join('')}</row>`;
  return `<?xml version="1.0"?>\n<rows>${rows.map(record).join('\n')}</rows>\n`;
};

/** A raw carriage return would be read as a line feed (XML 1.0, 2.11): it is written as a reference. */
const escaped = (text: string): string => text.replace(/[&<>\r]/g, (one) => `&#${one.codePointAt(0)};`);
