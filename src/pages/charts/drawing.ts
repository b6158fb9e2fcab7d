import { type Html, html, raw } from '../html.ts';

/** How a shape looks; the style sheet says what that is. Marks of series are `s0` to `s3`. */
export type Look =
  | `s${0 | 1 | 2 | 3}`
  | 'name'
  | 'value'
  | 'tick'
  | 'key'
  | 'axis'
  | 'grid'
  | 'title'
  | 'note';

/** A part of a drawing, in pixels from its upper left. */
export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly look: Look;
      /** What a pointer is told. */
      readonly says?: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the line the letters stand on. */
      readonly y: number;
      readonly text: string;
      readonly anchor?: 'start' | 'middle' | 'end';
      readonly look: Look;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly look: Look;
    }
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly look: Look;
      /** A line, not a surface. */
      readonly isLine?: boolean;
    }
  | {
      readonly kind: 'dot';
      readonly x: number;
      readonly y: number;
      readonly look: Look;
      readonly says?: string;
    };

/** Where marks may stand. */
export interface Plot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A chart as shapes. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly shapes: readonly Shape[];
  /** Rows of the table that are not drawn, for want of room. */
  readonly left: number;
}

/** Size of the type of each look, in pixels. */
export const SIZES = { name: 14, value: 14, tick: 12.5, key: 13.5, title: 22, note: 12.5 } as const;

/** From one line of names to the next. */
export const LEADING = 17;

/** Shapes as SVG. */
export const shapesSvg = (shapes: readonly Shape[]): Html => html`${shapes.map(shapeSvg)}`;

function shapeSvg(shape: Shape): Html {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, look, says } = shape;
      return html`<rect class="${look}" x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}"${said(says, 'rect')}\n`;
    }
    case 'dot': {
      const { x, y, look, says } = shape;
      return html`<circle class="${look}" cx="${at(x)}" cy="${at(y)}" r="3.5"${said(says, 'circle')}\n`;
    }
    case 'line': {
      const { x1, y1, x2, y2, look } = shape;
      return html`<line class="${look}" x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}"/>\n`;
    }
    case 'path':
      return html`<path class="${shape.look}${shape.isLine ? ' line' : ''}" d="${shape.d}"/>\n`;
    case 'text': {
      const { x, y, text, anchor = 'start', look } = shape;
      const anchored = anchor !== 'start' && html` text-anchor="${anchor}"`;
      return html`<text class="${look}" x="${at(x)}" y="${at(y)}"${anchored}>${text}</text>\n`;
    }
  }
}

/** The end of an element's tag, with what a pointer is told of it. */
const said = (says: string | undefined, name: 'rect' | 'circle'): Html =>
  says === undefined
    ? raw('/>')
    : html`><title>${says}</title>${raw(name === 'rect' ? '</rect>' : '</circle>')}`;

/** A tenth of a pixel is enough. */
const at = (value: number): number => Math.round(value * 10) / 10;
