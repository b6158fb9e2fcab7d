import { shortened } from '../typography.ts';

/** Shares of the size of the type that a character takes, a little more than fonts of the site and their fallbacks do. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[iljtfrI.,;:'’|! \u00a0\u202f()[\]-]/u, 0.38],
  [/[mwMW@%&œæŒÆ]/u, 0.92],
  // Figures of one width, bold ones too.
  [/\d/u, 0.69],
  [/[A-ZÀ-Þ]/u, 0.71],
  [/[\u0020-\u024f\u2013\u2026\u2212«»]/u, 0.6],
];

/** All else: Chinese characters, emoji. */
const WIDEST = 1.2;

/** About how wide a text is, in the unit of `size`; never less than it is drawn. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? WIDEST;
  return width * size;
}

/** A text cut to a width, with an ellipsis. */
export function cutText(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  let end = text.length;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, size) > room) end--;
  return shortened(text, Math.max(1, end));
}

/** A text in lines of a width, at most so many; what does not fit is cut. */
export function linesOf(text: string, room: number, { size, most }: LineRule): readonly string[] {
  const words = text.split(/ +/);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (lines.length === most || textWidth(longer, size) <= room))
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => cutText(line, room, size));
}

/** How lines are set. */
export interface LineRule {
  /** Of the type. */
  readonly size: number;
  /** Most lines. */
  readonly most: number;
}
