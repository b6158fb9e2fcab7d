import type { Dataset } from '../../model/index.ts';
import { scriptAddress } from '../assets.ts';
import { dateText } from '../dates.ts';
import { crumbs, type PageFrame, page, pageAddress } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { anchor, pageLink, queryAddress } from '../links.ts';
import { portableQuery, queryInWords } from '../portable-query.ts';
import { CHART } from '../texts/chart-texts.ts';
import { FRAME } from '../texts/frame-texts.ts';
import { filled } from '../texts/table.ts';
import { numberText } from '../typography.ts';
import { chartFigure } from './chart-figure.ts';
import { chartNumbers } from './chart-numbers.ts';
import { chartSentence } from './chart-sentence.ts';
import { chartTable } from './chart-table.ts';
import { absenceOf, chartAddress, chartPath, type ShownChart } from './charted.ts';
import { embedCartel } from './embed-cartel.ts';

/** What the page of a chart is made of. */
export interface ChartContent extends ShownChart {
  readonly dataset: Pick<Dataset, 'slug' | 'title'>;
  /** Ids of kept releases that hold this chart, the latest first. */
  readonly releases: readonly string[];
}

/** The style of charts, for the head of a page that shows some. */
export const chartStyle = (): Html =>
  html`<link rel="stylesheet" href="${scriptAddress('site', 'charts.css')}">\n`;

/** A chart: the drawing, the sentence, the numbers; its addresses, its query, how to embed it. */
export function chartPage(frame: PageFrame, content: ChartContent): string {
  const { language } = frame;
  const { chart, dataset } = content;
  const title = chart.title[language];
  const steps = [
    { path: '/datasets', text: FRAME.datasets[language] },
    { path: `/dataset/${dataset.slug}`, text: dataset.title[language] },
  ];
  return page(frame, {
    title: `${title} · ${CHART.kind[language]}`,
    description: chart.question[language],
    section: '/datasets',
    head: html`${chartStyle()}<link rel="alternate" type="image/svg+xml" title="SVG" href="${chartAddress(content, '.svg')}">\n`,
    main: html`${crumbs(frame, steps, title)}
<div class="thing chart"><article><header><p class="kind">${CHART.kind[language]}</p><h1>${title}</h1><p class="lead">${chart.question[language]}</p></header>
${shownChart(frame, content, html`<h2 id="numbers">${CHART.numbers[language]}</h2>`)}
<section><h2 id="query">${CHART.query[language]}</h2><p>${CHART.queryNote[language]}</p>
<pre class="graph" tabindex="0" role="region" aria-labelledby="query">${portableQuery(queryInWords(chart, language), frame.base)}</pre>
<p>${anchor(queryAddress(frame, queryInWords(chart, language)), CHART.open[language])}</p></section></article>
<aside>${addressCartel(frame, content)}
${chart.answer?.kind === 'answered' && embedCartel(frame, content)}</aside></div>`,
  });
}

/** Drawing, sentence and numbers; or why there are none. @param heading of the numbers */
export function shownChart(frame: PageFrame, shown: ShownChart, heading: Html): Html {
  const { language } = frame;
  const { chart, release, isEdited } = shown;
  const { answer } = chart;
  const table = answer && chartTable({ ...chart, answer }, language);
  const edited = isEdited && html`<p class="soft">${CHART.edited[language]}</p>`;
  if (!table) return html`<p class="absence">${absenceOf(answer, language)}</p>${edited}`;
  const title = chart.title[language];
  const sentence = chartSentence(table, language);
  const { svg, left } = chartFigure(table, { title, sentence, id: 'chart', language });
  const date = dateText(release.createdAt.slice(0, 10), language) ?? release.createdAt;
  return html`<figure class="drawn">${svg}
<figcaption><p>${sentence}</p><p class="small soft">${left > 0 && html`${filled(CHART.more, language, { count: numberText(left, language) })} `}${filled(CHART.source, language, { id: release.id, date })}</p></figcaption></figure>${edited}
<section>${heading}
${chartNumbers(table, frame, title)}</section>`;
}

function addressCartel(frame: PageFrame, content: ChartContent): Html {
  const { language } = frame;
  const { chart, release, isPinned } = content;
  const text = isPinned ? CHART.pinned : CHART.latest;
  const other = isPinned
    ? pageLink(frame, chartPath(chart.name), CHART.unpin[language])
    : pageLink(
        frame,
        `${chartPath(chart.name)}?release=${release.id}`,
        filled(CHART.pin, language, { id: release.id }),
      );
  const isDrawn = chart.answer?.kind === 'answered';
  const formats = (['.svg', '.csv', '.json'] as const).map(
    (end) =>
      html`<li><a href="${pageAddress(frame, chartAddress(content, end))}">${end.slice(1).toUpperCase()}</a></li>`,
  );
  return html`<section class="cartel"><h2>${CHART.address[language]}</h2><p class="iri">${frame.base.replace(/\/$/, '')}${chartAddress(content)}</p>
<p class="small">${filled(text, language, { id: release.id })}</p>
${isDrawn && html`<p class="small">${other}</p>`}
${isDrawn && html`<h2>${CHART.take[language]}</h2><ul class="formats">${formats}</ul>`}
${content.releases.length > 1 && asOfForm(frame, content)}</section>`;
}

/** The same chart of an older release, without a script. */
function asOfForm({ language, languageChosen }: PageFrame, { chart, release, releases }: ChartContent): Html {
  return html`<form class="as-of" action="${chartPath(chart.name)}" method="get"><label for="release">${CHART.asOf[language]}</label>
<select id="release" name="release">${releases.map((id) => html`<option${id === release.id && html` selected`}>${id}</option>`)}</select>
${languageChosen && html`<input type="hidden" name="lang" value="${language}">`}<button>${CHART.show[language]}</button></form>`;
}
