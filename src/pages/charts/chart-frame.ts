import type { PageFrame } from '../frame.ts';
import { html, raw } from '../html.ts';
import { siteName } from '../site.ts';
import { CHART } from '../texts/chart-texts.ts';
import { type ChartContent, chartStyle, shownChart } from './chart-page.ts';
import { chartAddress } from './charted.ts';

/** A chart as a small page for frames elsewhere: title, drawing, sentence, numbers, and where they come from. */
export function chartFrame(frame: PageFrame, content: ChartContent): string {
  const { language, base } = frame;
  const { chart, dataset } = content;
  const title = chart.title[language];
  // Links leave the frame: the page around it is not ours to replace a part of.
  const target = `${base.replace(/\/$/, '')}${chartAddress(content)}`;
  return html`${raw('<!doctype html>')}
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${siteName(frame)}</title>
<base target="_top">
<link rel="stylesheet" href="/assets/look.css">
${chartStyle()}<link rel="canonical" href="${target}">
</head>
<body class="framed chart">
<main><h1>${title}</h1>
${shownChart(frame, content, html`<h2 class="small">${CHART.numbers[language]}</h2>`)}
<p class="small soft">${dataset.title[language]} · ${siteName(frame)} · <a href="${target}">${CHART.seeChart[language]}</a></p></main>
</body>
</html>
`.toString();
}
