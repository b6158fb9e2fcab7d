import { createHash } from 'node:crypto';
import type { Language } from '../../model/index.ts';
import { SVG_NAMESPACE } from '../../rdf/index.ts';
import { type Html, html, raw } from '../html.ts';
import type { ChartTable } from './chart-table.ts';
import { drawChart, WIDE } from './draw-chart.ts';
import { LEADING, type Shape, SIZES, shapesSvg } from './drawing.ts';
import { linesOf } from './text-width.ts';

/** What an image of a chart says beside its marks. */
export interface ChartImage {
  readonly title: string;
  readonly sentence: string;
  readonly unit: string;
  /** Where it comes from: dataset, release, address. */
  readonly source: string;
  readonly language: Language;
}

/** Room around the drawing. */
const EDGE = 20;
const TITLE_LEADING = 28;

/**
 * A chart as an image that stands alone: its own colours for light and dark, its title, its source, and the sentence for who
 * does not see it.
 */
export function chartSvg(table: ChartTable, image: ChartImage): string {
  const { language, title, sentence, unit, source } = image;
  const drawing = drawChart(table, { width: WIDE, language });
  const titles = linesOf(title, WIDE, { size: SIZES.title, most: 3 });
  const head = titles.length * TITLE_LEADING + LEADING + 12;
  const sources = linesOf(source, WIDE, { size: SIZES.note, most: 2 });
  const foot = head + drawing.height + 12;
  const [width, height] = [WIDE + 2 * EDGE, Math.ceil(foot + sources.length * LEADING + 2 * EDGE)];
  const texts = [
    ...titles.map(
      (text, at): Shape => ({ kind: 'text', x: 0, y: at * TITLE_LEADING + 20, text, look: 'title' }),
    ),
    { kind: 'text', x: 0, y: head - 14, text: unit, look: 'note' } satisfies Shape,
    ...sources.map(
      (text, at): Shape => ({ kind: 'text', x: 0, y: foot + (at + 1) * LEADING, text, look: 'note' }),
    ),
  ];
  return html`<svg xmlns="${SVG_NAMESPACE}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" lang="${language}">
<title id="title">${title}</title>
<desc id="desc">${sentence}</desc>
<style>${STYLE}</style>
<rect class="ground" width="${width}" height="${height}"/>
<g transform="translate(${EDGE} ${EDGE})">
${shapesSvg(texts)}<g transform="translate(0 ${head})">
${shapesSvg(drawing.shapes)}</g></g></svg>
`.toString();
}

const SANS = '"Atkinson Hyperlegible Next", system-ui, sans-serif';
const SERIF = 'Newsreader, Georgia, serif';

/** The looks in the colours of a scheme: an image is drawn by programs that know no variables. */
const scheme = (wall: string, ink: string, soft: string, line: string, garance: string): string =>
  [
    `.ground{fill:${wall}}`,
    `text{fill:${ink}}`,
    `.tick,.note{fill:${soft}}`,
    `.s0{fill:${garance}}`,
    `.s1{fill:${ink}}`,
    `.s2{fill:${wall};stroke:${ink}}`,
    `.s3{fill:${soft}}`,
    `.axis{stroke:${ink}}`,
    `.grid{stroke:${line}}`,
    `.line{fill:none;stroke:${ink}}`,
    `.line.s0{stroke:${garance}}`,
    `.line.s3{stroke:${soft}}`,
  ].join('');

const STYLE_TEXT = [
  `text{font:${SIZES.name}px ${SANS}}`,
  `.tick,.note{font-size:${SIZES.tick}px}`,
  `.key{font-size:${SIZES.key}px}`,
  `.value{font-weight:600}`,
  `.title{font:500 ${SIZES.title}px ${SERIF}}`,
  scheme('#f5f2ec', '#1c1a17', '#5f5850', '#d8d0c4', '#9b2335'),
  `@media (prefers-color-scheme:dark){${scheme('#161412', '#efe9df', '#aca294', '#37322c', '#ee8f97')}}`,
  '.line{stroke-width:2}',
  '.line.s2{stroke-dasharray:6 4}',
].join('');

const STYLE: Html = raw(STYLE_TEXT);

/** What a content security policy knows the style of these images by. */
export const CHART_STYLE_HASH = `sha256-${createHash('sha256').update(STYLE_TEXT).digest('base64')}`;
