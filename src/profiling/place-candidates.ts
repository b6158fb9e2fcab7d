import type { FoundColumn } from './column-profile.ts';
import { wordsOf } from './kinds.ts';
import type { PlacedRow } from './place-rows.ts';
import { numberOf } from './value-forms.ts';

/** Columns that may hold coordinates: one of pairs, or two of numbers. */
export interface PlaceCandidate {
  readonly columns: readonly FoundColumn[];
  /** The two numbers of a record as they are written, in the order of the columns or of the cell. */
  readonly pair: (row: PlacedRow) => readonly [string, string] | undefined;
  /** What stands between two numbers of one cell. */
  readonly separator?: string;
  readonly isMetric: boolean;
}

const METRES = /^(-?\d{5,8}(?:[.,]\d+)?)\s*([;,/|\s])\s*(-?\d{5,8}(?:[.,]\d+)?)$/;
const DEGREES = /^\[?\s*(-?\d{1,3}(?:[.,]\d+)?)\s*([;,/|\s])\s*(-?\d{1,3}(?:[.,]\d+)?)\s*\]?$/;

/** Shares of a column's values that must have the form. */
const LEAST = 0.6;

/** All candidates of a file, those of one column first. */
export function placeCandidates(columns: readonly FoundColumn[]): readonly PlaceCandidate[] {
  return [...columns.flatMap(inOneColumn), ...inTwoColumns(columns)];
}

function inOneColumn(column: FoundColumn): PlaceCandidate[] {
  const values = column.values.slice(0, 400).map(({ text }) => text);
  return [
    { form: METRES, isMetric: true },
    { form: DEGREES, isMetric: false },
  ].flatMap(({ form, isMetric }) => {
    const found = values.map((text) => form.exec(text)).filter((match) => match !== null);
    const fits = found.length >= Math.max(1, values.length * LEAST) && (isMetric || areFine(found));
    return fits ? [oneColumn(column, form, isMetric, separatorOf(found))] : [];
  });
}

/** Degrees have decimals. */
const areFine = (found: readonly RegExpExecArray[]): boolean =>
  found.filter(([, a = '', , b = '']) => /[.,]\d\d/.test(a) || /[.,]\d\d/.test(b)).length >
  found.length * 0.6;

function oneColumn(column: FoundColumn, form: RegExp, isMetric: boolean, separator: string): PlaceCandidate {
  const { position } = column.profile;
  const pair = (row: PlacedRow) => {
    const [, first, , second] = form.exec(row.cell(position) ?? '') ?? [];
    return first === undefined || second === undefined ? undefined : ([first, second] as const);
  };
  return { columns: [column], isMetric, pair, separator };
}

function separatorOf(found: readonly RegExpExecArray[]): string {
  const counts = new Map<string, number>();
  for (const [, , between = ''] of found) counts.set(between, (counts.get(between) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}

/** Names of the first of two columns with those of the second: the rest of the names is the same. */
const TWINS: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:x|coordx|xcoord)\b/, /\b(?:y|coordy|ycoord)\b/],
  [/\blat(?:itude)?\b|^lat/, /\b(?:lon|lng|long)(?:itude)?\b|^lon/],
  [/\bx(?= |$)|x$/, /\by(?= |$)|y$/],
  [/abscisse/, /ordonnee/],
  [/\best(?:ing)?\b|easting/, /\bnord\b|northing/],
  [/coordinates 0$/, /coordinates 1$/],
  [/ 0$/, / 1$/],
];

function inTwoColumns(columns: readonly FoundColumn[]): PlaceCandidate[] {
  const ranges = new Map(columns.map((column) => [column, rangeOf(column)]));
  const numeric = columns.filter((column) => ranges.get(column) !== undefined);
  return numeric
    .flatMap((one) => {
      const twin = numeric.find(
        (other) =>
          one.profile.position !== other.profile.position &&
          ranges.get(one) === ranges.get(other) &&
          areTwins(one, other),
      );
      if (twin === undefined) return [];
      return [twoColumns([one, twin].sort((a, b) => a.profile.position - b.profile.position))];
    })
    .filter(isFirstOfItsColumns);
}

const isFirstOfItsColumns = (one: PlaceCandidate, at: number, all: readonly PlaceCandidate[]): boolean =>
  all.findIndex(({ columns }) => columns.some((column) => one.columns.includes(column))) === at;

/** `degrees` or `metres`, where a column's numbers may be coordinates. */
function rangeOf({ values }: FoundColumn): 'degrees' | 'metres' | undefined {
  const some = values.slice(0, 400).map(({ text }) => text);
  const numbers = some.map(numberOf).filter((number) => !Number.isNaN(number));
  if (numbers.length < Math.max(1, some.length * LEAST)) return undefined;
  const within = (least: number, most: number) =>
    numbers.filter((number) => Math.abs(number) >= least && Math.abs(number) <= most).length >
    numbers.length * 0.9;
  const fine = some.filter((text) => /\d[.,]\d{2}/.test(text)).length;
  if (within(0, 180) && fine > some.length * 0.5) return 'degrees';
  return within(10_000, 99_999_999) ? 'metres' : undefined;
}

function areTwins(one: FoundColumn, other: FoundColumn): boolean {
  const [first, second] = [wordsOf(one.profile.name), wordsOf(other.profile.name)];
  return TWINS.some(
    ([a, b]) => a.test(first) && b.test(second) && first.replace(a, '') === second.replace(b, ''),
  );
}

function twoColumns(columns: readonly FoundColumn[]): PlaceCandidate {
  const [first, second] = columns.map(({ profile }) => profile.position);
  const pair = (row: PlacedRow) => {
    const [a, b] = [row.cell(first ?? -1) ?? '', row.cell(second ?? -1) ?? ''];
    return a === '' || b === '' || Number.isNaN(numberOf(a) + numberOf(b)) ? undefined : ([a, b] as const);
  };
  return { columns, pair, isMetric: columns[0] !== undefined && rangeOf(columns[0]) === 'metres' };
}
