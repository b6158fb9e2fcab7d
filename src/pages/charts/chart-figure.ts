import type { Language } from '../../model/index.ts';
import { type Html, html } from '../html.ts';
import type { ChartTable } from './chart-table.ts';
import { drawChart, SLIM, WIDE } from './draw-chart.ts';
import { type Drawing, shapesSvg } from './drawing.ts';

/** What a chart is called where it is drawn. */
export interface FigureText {
  readonly title: string;
  /** What it shows, in words. */
  readonly sentence: string;
  /** Letters and hyphens, of its own on the page. */
  readonly id: string;
  readonly language: Language;
}

/** A chart drawn twice, for pages and for telephones; the style sheet shows one of them. */
export function chartFigure(
  table: ChartTable,
  text: FigureText,
): { readonly svg: Html; readonly left: number } {
  const [wide, slim] = [WIDE, SLIM].map((width) => drawChart(table, { width, language: text.language }));
  if (!wide || !slim) return { svg: html``, left: 0 };
  return {
    svg: html`${drawingSvg(wide, { ...text, id: `${text.id}-wide`, look: 'wide-drawing' })}
${drawingSvg(slim, { ...text, id: `${text.id}-slim`, look: 'slim-drawing' })}`,
    left: Math.max(wide.left, slim.left),
  };
}

/** One drawing that stands in a page: colours and type are those of the page. */
export function drawingSvg(
  { width, height, shapes }: Drawing,
  { title, sentence, id, look }: Omit<FigureText, 'language'> & { readonly look: string },
): Html {
  return html`<svg class="drawing ${look}" viewBox="0 0 ${width} ${Math.ceil(height)}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${sentence}</desc>
${shapesSvg(shapes)}</svg>`;
}
