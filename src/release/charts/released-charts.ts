import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChartAnswer, ChartQuery, Release, ReleasedChart, ReleaseFile } from '../../model/index.ts';
import { writeJson } from '../written-file.ts';

/** The file of a release that keeps what chart queries answered when it was made. */
export const CHARTS = 'charts.json';

/** Most octets that are read: some thousands of charts. */
const MOST_BYTES = 64 << 20;

/**
 * Writes every declared chart with its question, word for word, and its answer: a chart of a kept release stays what it
 * was, whatever becomes of its declaration.
 * @param answers by name of the chart; what has none was not asked
 */
export const writeCharts = (
  folder: string,
  queries: readonly ChartQuery[],
  answers: Readonly<Record<string, ChartAnswer>>,
): Promise<ReleaseFile> =>
  writeJson(folder, CHARTS, { charts: queries.map((query) => releasedChart(query, answers[query.name])) });

function releasedChart(query: ChartQuery, answer: ChartAnswer = UNASKED): ReleasedChart {
  const { name, dataset, title, question, unit, chart, text } = query;
  return { name, dataset, title, question, unit, chart, text, answer };
}

const UNASKED: ChartAnswer = { kind: 'unasked', reason: 'stopped' };

/** The charts of a release; undefined for one that was made without asking any. */
export async function readCharts({
  folder,
  manifest,
}: Release): Promise<readonly ReleasedChart[] | undefined> {
  const file = manifest.files.find(({ path }) => path === CHARTS);
  if (!file || file.bytes > MOST_BYTES) return undefined;
  const { charts } = JSON.parse(await readFile(join(folder, CHARTS), 'utf8')) as {
    readonly charts: readonly ReleasedChart[];
  };
  return charts;
}

/** Whether a release holds the answers to these charts: one that was edited is asked anew, and makes a release. */
export async function hasSameCharts(release: Release, queries: readonly ChartQuery[]): Promise<boolean> {
  const kept = (await readCharts(release)) ?? [];
  return (
    kept.length === queries.length &&
    queries.every((query, at) => declaredAs(query) === declaredAs(kept[at] as ReleasedChart))
  );
}

const declaredAs = ({ name, title, unit, question, chart, text }: ReleasedChart | ChartQuery): string =>
  JSON.stringify([name, title, unit, question, chart, text]);
