import type { Language } from '../../model/index.ts';
import { CHART_SENTENCE as SAID } from '../texts/chart-texts.ts';
import { filled } from '../texts/table.ts';
import { NO_BREAK_SPACE, numberText, shortened } from '../typography.ts';
import { type ChartTable, totalOf } from './chart-table.ts';
import { valueText } from './value-text.ts';

/** What a chart shows, in words: how many values, the largest, the smallest, their sum and, over time, the trend. */
export function chartSentence(table: ChartTable, language: Language): string {
  const values = namedValues(table);
  const [first] = values;
  if (!first) return '';
  const say = (text: (typeof SAID)[keyof typeof SAID], given: Readonly<Record<string, string>> = {}) =>
    filled(text, language, { unit: table.unit, ...given });
  const value = (number: number) => valueText(number, language);
  if (values.length === 1) return say(SAID.one, { name: first.name, value: value(first.value) });
  const numbers = values.map((one) => one.value);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const sum = value(rounded(numbers.reduce((so, one) => so + one, 0)));
  const called = (number: number) => namesOf(values, number, language);
  const extremes =
    least === most
      ? [say(SAID.all, { value: value(most) })]
      : [
          say(SAID.largest, { names: called(most), value: value(most) }),
          say(SAID.smallest, { names: called(least), value: value(least) }),
        ];
  return [
    say(SAID.values, { count: numberText(values.length, language) }),
    ...extremes,
    say(SAID.sum, { value: sum }),
    ...seriesSaid(table, language),
    ...(table.kind === 'line' ? trendSaid(values, language) : []),
  ].join(' ');
}

interface NamedValue {
  readonly name: string;
  readonly value: number;
}

/** Categories by the sum of their series. */
const namedValues = ({ categories }: ChartTable): readonly NamedValue[] =>
  categories.map((one) => ({ name: shortened(one.name, 80), value: rounded(totalOf(one)) }));

/** Without the last digits, in which sums of decimals differ. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/** Two that are equal are named; of more, how many there are. */
function namesOf(values: readonly NamedValue[], number: number, language: Language): string {
  const names = values.filter(({ value }) => value === number).map(({ name }) => name);
  if (names.length > 2) return filled(SAID.several, language, { count: numberText(names.length, language) });
  return names.join({ fr: ' et ', en: ' and ' }[language]);
}

function seriesSaid({ series, categories }: ChartTable, language: Language): readonly string[] {
  if (series.length < 2) return [];
  const list = series.map((name, at) => {
    const sum = categories.reduce((so, { values }) => so + (values[at] ?? 0), 0);
    return `${name}, ${valueText(rounded(sum), language)}`;
  });
  const separator = { fr: `${NO_BREAK_SPACE}; `, en: '; ' }[language];
  return [filled(SAID.series, language, { list: list.join(separator) })];
}

/** A difference of the halves' means beyond this share of the mean is a trend, if the last value does not belie it. */
const TREND = 0.1;

function trendSaid(values: readonly NamedValue[], language: Language): readonly string[] {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return [];
  const span = filled(SAID.span, language, {
    first: first.name,
    from: valueText(first.value, language),
    last: last.name,
    to: valueText(last.value, language),
  });
  const half = Math.floor(values.length / 2);
  const [before, after] = [meanOf(values.slice(0, half)), meanOf(values.slice(-half))];
  const difference = after - before;
  const isBelied = (last.value - first.value) * difference <= 0;
  const isClear = !isBelied && Math.abs(difference) > TREND * Math.max(Math.abs(before), Math.abs(after));
  const trend = isClear ? (difference > 0 ? SAID.rising : SAID.falling) : SAID.steady;
  return values.length < 4 ? [span] : [span, trend[language]];
}

const meanOf = (values: readonly NamedValue[]): number =>
  values.reduce((sum, { value }) => sum + value, 0) / Math.max(1, values.length);
