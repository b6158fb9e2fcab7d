import { datasetIri, type Language } from '../../model/index.ts';
import {
  absence,
  chartAddress,
  chartSentence,
  chartSvg,
  chartTable,
  type ShownChart,
} from '../../pages/index.ts';
import { problem } from '../problem.ts';
import { csvRow } from '../sparql/result-text.ts';

/** What a chart's file is written for. */
export interface ChartFile {
  readonly shown: ShownChart;
  readonly base: string;
  readonly language: Language;
  /** Title of the dataset, in that language. */
  readonly datasetTitle: string;
}

/** A format of a chart beside its page. */
export interface ChartFormat {
  readonly extension: 'svg' | 'csv' | 'json';
  readonly mediaType: string;
  readonly name: string;
  /** Whether it is written in one language. */
  readonly hasLanguage: boolean;
  write(file: ChartFile): string;
}

/** @throws HttpProblem 404 where the release has no rows */
function pointsOf({ shown: { chart } }: ChartFile) {
  if (chart.answer?.kind !== 'answered') throw problem('not-found', absence(chart.answer));
  return chart.answer.points;
}

function svgText(file: ChartFile): string {
  const { shown, base, language, datasetTitle } = file;
  const { chart, release } = shown;
  const points = pointsOf(file);
  const table = chartTable({ ...chart, answer: { kind: 'answered', points } }, language);
  if (!table) throw problem('not-found', absence(chart.answer));
  const version = { fr: `version ${release.id}`, en: `release ${release.id}` }[language];
  return chartSvg(table, {
    title: chart.title[language],
    sentence: chartSentence(table, language),
    unit: table.unit,
    source: `${datasetTitle} · ${version} · ${base.replace(/\/$/, '')}${chartAddress(shown)}`,
    language,
  });
}

/** RFC 4180; columns that no row fills are left out. */
function csvText(file: ChartFile): string {
  const points = pointsOf(file);
  const { language } = file;
  const columns = [
    ['name', ({ name }) => name[language]],
    ['series', ({ series }) => series?.[language]],
    ['value', ({ value }) => String(value)],
    ['iri', ({ iri }) => iri],
  ] satisfies [string, (point: (typeof points)[number]) => string | undefined][];
  const filled = columns.filter(([name, of]) => !OPTIONAL.has(name) || points.some((one) => of(one)));
  const rows = points.map((one) => filled.map(([, of]) => of(one) ?? ''));
  return [filled.map(([name]) => name), ...rows].map(csvRow).join('');
}

const OPTIONAL: ReadonlySet<string> = new Set(['series', 'iri']);

function jsonText(file: ChartFile): string {
  const { shown, base } = file;
  const { chart, release } = shown;
  const { name, dataset, title, question, unit, text, chart: kind } = chart;
  const root = base.replace(/\/$/, '');
  return `${JSON.stringify(
    {
      ...{ name, title, question, unit, kind },
      dataset: datasetIri(base, dataset),
      release: release.id,
      created: release.createdAt,
      latest: `${root}${chartAddress({ ...shown, isPinned: false })}`,
      asOf: `${root}${chartAddress({ ...shown, isPinned: true })}`,
      query: text,
      points: pointsOf(file),
    },
    null,
    2,
  )}\n`;
}

export const CHART_FORMATS: readonly ChartFormat[] = [
  {
    extension: 'json',
    mediaType: 'application/json',
    name: 'JSON',
    hasLanguage: false,
    write: jsonText,
  },
  { extension: 'csv', mediaType: 'text/csv', name: 'CSV', hasLanguage: true, write: csvText },
  { extension: 'svg', mediaType: 'image/svg+xml', name: 'SVG', hasLanguage: true, write: svgText },
];
