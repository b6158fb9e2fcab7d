import { pathOfIri } from '../../model/index.ts';
import { type PageFrame, pageAddress } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { anchor } from '../links.ts';
import { CHART } from '../texts/chart-texts.ts';
import { filled } from '../texts/table.ts';
import { capitalised, numberText } from '../typography.ts';
import { type ChartCategory, type ChartTable, totalOf } from './chart-table.ts';
import { isStacked } from './segments.ts';
import { valueText } from './value-text.ts';

/** Rows of a table in a page; the CSV holds them all. */
const MOST_ROWS = 200;

/** The numbers of a chart as a table, the same as are drawn. */
export function chartNumbers(table: ChartTable, frame: PageFrame, caption: string): Html {
  const { language } = frame;
  const { categories, series, unit } = table;
  const shown = categories.slice(0, MOST_ROWS);
  const hasTotal = isStacked(table);
  const columns = [
    ...(series.length === 1 ? [series[0] || capitalised(unit, language)] : series),
    ...(hasTotal ? [CHART.total[language]] : []),
  ];
  const numbers = (one: ChartCategory) => [...one.values, ...(hasTotal ? [totalOf(one)] : [])];
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table class="numbers">
<thead><tr><th scope="col">${CHART.name[language]}</th>${columns.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${shown.map(
    (one) =>
      html`<tr><th scope="row">${nameOf(one, frame)}</th>${numbers(one).map((value) => html`<td class="number">${value === undefined ? '' : valueText(value, language)}</td>`)}</tr>\n`,
  )}</tbody></table></div>
${shown.length < categories.length && html`<p class="small soft">${filled(CHART.allRows, language, { count: numberText(shown.length, language) })}</p>`}`;
}

/** Its name leads to its page, where it has one here. */
function nameOf({ name, iri }: ChartCategory, frame: PageFrame): Html {
  const path = iri === undefined ? undefined : pathOfIri(iri, frame.base);
  return anchor(path && pageAddress(frame, path), html`<bdi>${name}</bdi>`);
}
