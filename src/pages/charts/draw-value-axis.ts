import type { ScaleLinear } from 'd3-scale';
import type { Language } from '../../model/index.ts';
import { type Plot, type Shape, SIZES } from './drawing.ts';
import { textWidth } from './text-width.ts';
import { shortValueText } from './value-text.ts';

const TICKS = 4;
const BESIDE = 8;

/** Width that the numbers beside an axis take. */
export const valueAxisWidth = (y: ScaleLinear<number, number>, language: Language): number =>
  Math.max(...y.ticks(TICKS).map((one) => textWidth(shortValueText(one, language), SIZES.tick))) + BESIDE;

/** Hairlines and the numbers they stand for. */
export const drawValueAxis = (
  y: ScaleLinear<number, number>,
  plot: Plot,
  language: Language,
): readonly Shape[] =>
  y.ticks(TICKS).flatMap((one): readonly Shape[] => [
    { kind: 'line', x1: plot.x, x2: plot.x + plot.width, y1: y(one), y2: y(one), look: 'grid' },
    {
      kind: 'text',
      x: plot.x - BESIDE,
      y: y(one) + 4,
      text: shortValueText(one, language),
      anchor: 'end',
      look: 'tick',
    },
  ]);
