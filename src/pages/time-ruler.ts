import type { Language } from '../model/index.ts';
import { type Html, html } from './html.ts';
import type { SaidTime } from './said-times.ts';
import { spanText } from './time-spans.ts';
import { NO_BREAK_SPACE, shortened, withoutDirectionControls } from './typography.ts';

/**
 * One ruler for every page, so that two pages compare at a glance. Its scale is wider where there is more to tell
 * apart: year → per cent of the width.
 */
const STOPS: readonly (readonly [year: number, at: number])[] = [
  [-3000, 0],
  [0, 12],
  [1000, 28],
  [1500, 46],
  [2000, 97],
  [2060, 100],
];
const TICKS = [0, 500, 1000, 1500, 1600, 1700, 1800, 1900, 2000];
const ROW = 20;
const MOST_ROWS = 5;

/** The bars of a thing on the ruler; nothing where there is no date. */
export function timeRuler(times: readonly SaidTime[], language: Language): Html | undefined {
  const shown = times.slice(0, MOST_ROWS);
  if (shown.length === 0) return undefined;
  const floor = shown.length * ROW + 6;
  const words = shown.map((time) => saidText(time, language)).join(' ; ');
  return html`<svg class="time" width="100%" height="${floor + 24}" role="img" aria-label="${withoutDirectionControls(words)}">
<line class="axis" x1="0" x2="100%" y1="${floor}" y2="${floor}"/>
${TICKS.map((year) => tick(year, floor))}
${shown.map((time, row) => bar(time, row * ROW + 4, language))}
</svg>`;
}

/** Where a year stands on the ruler, in per cent; years beyond its ends stand at the ends. */
export function rulerPosition(year: number): number {
  const after = STOPS.findIndex(([stop]) => year < stop);
  const [before, next] = [STOPS[after - 1], STOPS[after]];
  if (!before || !next) return after === 0 ? 0 : 100;
  return before[1] + ((year - before[0]) / (next[0] - before[0])) * (next[1] - before[1]);
}

function tick(year: number, floor: number): Html {
  const at = `${rulerPosition(year)}%`;
  const minor = year === 500 && html` class="minor"`;
  return html`<g${minor}><line class="axis" x1="${at}" x2="${at}" y1="${floor - 4}" y2="${floor + 5}"/><text x="${at}" y="${floor + 18}" text-anchor="middle">${year === 0 ? 1 : year}</text></g>`;
}

/** A bar covers its last year whole; what is said of it stands on the side that has room. */
function bar(time: SaidTime, top: number, language: Language): Html {
  const { begin, end, approximate } = time.span;
  const from = rulerPosition(begin);
  const to = rulerPosition(end + 1);
  const open = !Number.isFinite(begin) || !Number.isFinite(end) || approximate;
  const toTheLeft = from > 100 - to;
  return html`<rect class="${open ? 'span open' : 'span'}" x="${percent(from)}" y="${top}" width="${percent(to - from)}" height="12"/><text class="said" x="${percent(toTheLeft ? from : to)}" dx="${toTheLeft ? -8 : 8}" y="${top + 10}" text-anchor="${toTheLeft ? 'end' : 'start'}">${saidText(time, language)}</text>`;
}

const percent = (value: number): string => `${Number(value.toFixed(2))}%`;

function saidText({ label, span }: SaidTime, language: Language): string {
  const years = spanText(span, language);
  if (label === undefined) return years;
  return `${shortened(label, 40)}${language === 'fr' ? NO_BREAK_SPACE : ''}: ${years}`;
}
