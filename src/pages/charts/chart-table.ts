import type { ChartKind, ChartPoint, Language, ReleasedChart } from '../../model/index.ts';
import { shortened, withoutDirectionControls } from '../typography.ts';

/** What is told apart: a row of the table, a bar, a column, a moment. */
export interface ChartCategory {
  readonly name: string;
  readonly iri?: string;
  /** By series, in their order; undefined where the series has no value here. */
  readonly values: readonly (number | undefined)[];
}

/** The rows of a chart in a language, gathered by what they tell apart. */
export interface ChartTable {
  readonly kind: ChartKind;
  /** What the numbers count. */
  readonly unit: string;
  /** Names of the series; one that is empty where there is only one. */
  readonly series: readonly string[];
  readonly categories: readonly ChartCategory[];
}

/** The table of a chart; undefined where it has no rows. */
export function chartTable(
  { chart, unit, answer }: Pick<ReleasedChart, 'chart' | 'unit' | 'answer'>,
  language: Language,
): ChartTable | undefined {
  if (answer.kind !== 'answered' || answer.points.length === 0) return undefined;
  const { points } = answer;
  const series = [...new Set(points.map(seriesOf))];
  const categories = [...Map.groupBy(points, keyOf).values()].map((of): ChartCategory => {
    const [{ name, iri }] = of as [ChartPoint];
    return {
      name: shownName(name[language]),
      ...(iri !== undefined && { iri }),
      values: series.map((one) => of.find((point) => seriesOf(point) === one)?.value),
    };
  });
  const labels = series.map((one) => points.find((point) => seriesOf(point) === one)?.series?.[language]);
  return {
    kind: chart,
    unit: unit[language],
    series: labels.map((label) => shownName(label ?? '')),
    categories,
  };
}

/** Letters of a name that is drawn: each is measured, and the data may call a thing by a million of them. */
const LONGEST_NAME = 300;

const shownName = (name: string): string => withoutDirectionControls(shortened(name, LONGEST_NAME));

const seriesOf = ({ series }: ChartPoint): string => (series ? JSON.stringify([series.fr, series.en]) : '');

const keyOf = ({ name, iri }: ChartPoint): string => iri ?? `"${name.fr}`;

/** The sum of a category over its series. */
export const totalOf = ({ values }: ChartCategory): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** Every number of a table. */
export const valuesOf = ({ categories }: ChartTable): readonly number[] =>
  categories.flatMap(({ values }) => values.filter((value) => value !== undefined));
