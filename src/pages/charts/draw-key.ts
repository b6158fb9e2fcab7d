import { type Look, type Shape, SIZES } from './drawing.ts';
import { cutText, textWidth } from './text-width.ts';

/** Marks of the series, in their order. */
export const markOf = (series: number): Look => MARKS[series % MARKS.length] as Look;
const MARKS = ['s0', 's1', 's2', 's3'] as const satisfies readonly Look[];

const SWATCH = 12;
const GAP = 7;
const ROW = 22;

/** The key to the series: a mark and a name each, in as many rows as it takes. Nothing where there is one series. */
export function drawKey(
  series: readonly string[],
  width: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  if (series.length < 2) return { shapes: [], height: 0 };
  const shapes: Shape[] = [];
  let [x, y] = [0, 0];
  for (const [at, name] of series.entries()) {
    const text = cutText(name, width - SWATCH - GAP, SIZES.key);
    const wide = SWATCH + GAP + textWidth(text, SIZES.key);
    if (x > 0 && x + wide > width) [x, y] = [0, y + ROW];
    shapes.push(
      { kind: 'rect', x: x + 0.5, y: y + 3, width: SWATCH - 1, height: SWATCH - 1, look: markOf(at) },
      { kind: 'text', x: x + SWATCH + GAP, y: y + 14, text, look: 'key' },
    );
    x += wide + 2 * GAP;
  }
  return { shapes, height: y + ROW + GAP };
}
