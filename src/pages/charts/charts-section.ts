import type { ChartAnswer, ReleasedChart } from '../../model/index.ts';
import { type PageFrame, pageAddress } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { pageLink } from '../links.ts';
import { CHART } from '../texts/chart-texts.ts';
import { filled } from '../texts/table.ts';
import { numberText } from '../typography.ts';
import { drawingSvg } from './chart-figure.ts';
import { chartStyle } from './chart-page.ts';
import { chartSentence } from './chart-sentence.ts';
import { type ChartTable, chartTable } from './chart-table.ts';
import { absenceOf, chartPath } from './charted.ts';
import { drawChart, SLIM } from './draw-chart.ts';

/** A chart in a list: of a release, or declared since. */
export type ListedChart = Omit<ReleasedChart, 'answer'> & { readonly answer?: ChartAnswer };

/** Drawings on a page that is about something else; the others are links. */
const MOST_DRAWN = 3;
/** Rows of a small drawing. */
const MOST_ROWS = 8;

/** The charts of a dataset, small and beside each other, each leading to its own page. */
export interface ChartsSection {
  /** For the head of the page. */
  readonly head: Html;
  readonly section: Html;
}

/** Undefined where there is none. */
export function chartsSection(frame: PageFrame, charts: readonly ListedChart[]): ChartsSection | undefined {
  const { language } = frame;
  if (charts.length === 0) return undefined;
  const ordered = inOrder(charts);
  const others = ordered.slice(MOST_DRAWN);
  return {
    head: chartStyle(),
    section: html`<section class="chart"><h2>${CHART.charts[language]}</h2>
<ul class="multiples">${ordered.slice(0, MOST_DRAWN).map((one) => html`<li>${multiple(frame, one)}</li>\n`)}</ul>
${others.length > 0 && html`<p>${CHART.others[language]}</p><ul class="questions">${others.map((one) => html`<li>${pageLink(frame, chartPath(one.name), one.title[language])}<span class="soft small">${one.question[language]}</span></li>`)}</ul>`}</section>`,
  };
}

/** One of time first, then those of names: what is drawn is not all of one kind. */
function inOrder(charts: readonly ListedChart[]): readonly ListedChart[] {
  const [first, ...times] = charts.filter(({ chart }) => chart !== 'bar');
  const names = charts.filter(({ chart }) => chart === 'bar');
  return [...(first ? [first] : []), ...names, ...times];
}

function multiple(frame: PageFrame, chart: ListedChart): Html {
  const { language } = frame;
  const path = chartPath(chart.name);
  const title = chart.title[language];
  const heading = html`<h3><a href="${pageAddress(frame, path)}">${title}</a></h3>`;
  const { answer } = chart;
  const table = answer && chartTable({ ...chart, answer }, language);
  if (!table) return html`${heading}<p class="small soft">${absenceOf(answer, language)}</p>`;
  const small = smallTable(table);
  const drawing = drawChart(small, { width: SLIM, language, staysUpright: true });
  const left = table.categories.length - small.categories.length + drawing.left;
  const svg = drawingSvg(drawing, {
    title,
    sentence: chartSentence(table, language),
    id: `chart-${chart.name.replace(/[^a-z0-9]+/g, '-')}`,
    look: 'small-drawing',
  });
  const more = filled(CHART.moreRows, language, { count: numberText(left, language) });
  return html`<figure>${heading}${svg}
<figcaption class="small soft">${table.unit}${left > 0 && html` · ${more}`}</figcaption></figure>`;
}

/** The first rows of a chart of names; periods and years are shown whole. */
const smallTable = (table: ChartTable): ChartTable =>
  table.kind === 'bar' ? { ...table, categories: table.categories.slice(0, MOST_ROWS) } : table;
