import { counted, type Guess } from '../model/index.ts';
import { areAlike } from './alike.ts';
import { splitCell } from './readings.ts';
import { confidence, figures } from './sentences.ts';

/** Whether a cell, undivided, is one value that has such characters itself; its parts say otherwise where they are read. */
export type WholeTest = (cell: string, parts: readonly string[]) => boolean;

/** A distinct cell and how often it occurs. */
export interface Counted {
  readonly text: string;
  readonly count: number;
}

/** In the order in which they are trusted. */
const SEPARATORS = [';', '|', '#', '\n', ',', '/'] as const;
/** These occur in prose, dates and addresses: more is asked of them. */
const COMMON: ReadonlySet<string> = new Set([',', '/']);

/** Cells beyond these do not change the answer. */
const MOST_CELLS = 3000;
const FEWEST = 3;
const LEAST_SHARE = 0.002;
const LEAST_COMMON_SHARE = 0.02;
/** Of the values that occur again, so many stand now first, now last. */
const MOBILE = 0.9;
/** Characters of one value, on average, beyond which it is prose. */
const PROSE = 60;

interface Measure {
  readonly separator: string;
  readonly cells: number;
  readonly distinctCells: number;
  readonly parts: number;
  /** Share of the parts of such cells that occur in other cells too. */
  readonly recurring: number;
  /** Share of the recurring parts that stand at several places of their cells. */
  readonly mobile: number;
  readonly length: number;
  /** Share of parts that begin as a sentence goes on: with a small letter behind a space, and with several words. */
  readonly prose: number;
  /** Whether parts are all of one form that is never a piece of something else. */
  readonly isAlike: boolean;
}

/**
 * Whether cells hold several values, and what separates them.
 */
export function findSeparation(
  cells: readonly Counted[],
  filled: number,
  whole: WholeTest,
): Guess<string> | undefined {
  const some = cells.length > MOST_CELLS ? spread(cells, MOST_CELLS) : cells;
  const seen = some.reduce((sum, { count }) => sum + count, 0);
  const measures = SEPARATORS.map((separator) => measured(some, separator, whole)).filter(
    (one) => one !== undefined,
  );
  return measures
    .filter(({ cells: held }) => held >= Math.min(FEWEST, seen) && held / seen >= LEAST_SHARE)
    .map((one) => ({ one, trust: trustIn(one, seen) }))
    .filter(({ trust }) => trust > 0.5)
    .sort((a, b) => weight(b) - weight(a))
    .map(({ one, trust }) => said(one, trust, filled))[0];
}

const weight = ({ one, trust }: { one: Measure; trust: number }): number => trust * Math.sqrt(one.cells);

/** Every so manieth, so that the whole file has its say. */
export function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)] as T);
}

function measured(cells: readonly Counted[], separator: string, whole: WholeTest): Measure | undefined {
  const held = cells
    .filter(({ text }) => text.includes(separator))
    .map(({ text, count }) => ({ text, count, parts: splitCell(text, separator) }))
    .filter(({ parts }) => parts.length > 1);
  if (held.length === 0) return undefined;
  const wholes = held.filter(
    ({ text, parts }) =>
      whole(text, parts) || isPair(parts, separator) || (separator === '/' && /\d\/\d/.test(text)),
  ).length;
  if (wholes > held.length / 2) return undefined;
  return { separator, ...recurrence(cells, held), ...lengths(held) };
}

/** Two numbers are rather coordinates than two values. */
const isPair = (parts: readonly string[], separator: string): boolean =>
  parts.length === 2 &&
  parts.every((part) => /^-?\d+(?:[.,]\d+)?$/.test(part)) &&
  (separator === ',' || parts.some((part) => /[.,]\d/.test(part) || part.length > 4));

type Held = Counted & { readonly parts: readonly string[] };

function lengths(held: readonly Held[]) {
  const parts = held.flatMap((one) => one.parts);
  const characters = parts.reduce((sum, part) => sum + part.length, 0);
  const isAlike = areAlike(parts);
  const prose = parts.filter((part) => part.length > PROSE || part.split(/\s+/).length > 7).length;
  return {
    cells: held.reduce((sum, { count }) => sum + count, 0),
    distinctCells: held.length,
    parts: held.reduce((sum, one) => sum + one.count * one.parts.length, 0),
    length: characters / parts.length,
    prose: prose / parts.length,
    isAlike,
  };
}

function recurrence(cells: readonly Counted[], held: readonly Held[]) {
  const places = new Map<string, { cells: number; at: Set<number> }>();
  const note = (part: string, at: number) => {
    const key = part.toLowerCase();
    const known = places.get(key) ?? { cells: 0, at: new Set<number>() };
    known.cells++;
    known.at.add(at);
    places.set(key, known);
  };
  const divided = new Set(held.map(({ text }) => text));
  for (const { text } of cells) if (!divided.has(text)) note(text.trim(), 0);
  for (const { parts } of held) for (const [at, part] of parts.entries()) note(part, at);
  const all = held.flatMap(({ parts }) => parts.map((part) => places.get(part.toLowerCase())));
  const again = all.filter((one) => (one?.cells ?? 0) > 1);
  return {
    recurring: again.length / all.length,
    mobile: again.filter((one) => (one?.at.size ?? 0) > 1).length / Math.max(1, again.length),
  };
}

/** From 0 (no separator) to 1. */
function trustIn(one: Measure, seen: number): number {
  const { separator, recurring, length, prose } = one;
  const share = one.cells / seen;
  if (one.isAlike) return 0.97;
  if (length > PROSE * (share > 0.3 ? 2 : 1) || prose > 0.4) return 0;
  if (COMMON.has(separator)) return trustInCommon(one, share);
  // A rare separator is one where what it separates is known from elsewhere.
  if (share < 0.02 && recurring < (separator === ';' ? 0.2 : 0.5)) return 0;
  if (separator === '\n' && recurring < 0.3) return 0;
  // As many parts in each cell, always in the same order, are the fields of one value.
  const each = one.parts / one.cells;
  const isRecord = share > 0.9 && one.mobile < 0.1 && Math.abs(each - Math.round(each)) < 0.1;
  if (isRecord && one.distinctCells > 20) return 0;
  return Math.min(0.99, 0.55 + recurring * 0.3 + Math.min(0.15, share) - prose / 2);
}

function trustInCommon(one: Measure, share: number): number {
  const { separator, recurring, mobile, length, prose } = one;
  if (share < LEAST_COMMON_SHARE || prose > 0.1 || (separator === '/' && length > 30)) return 0;
  // Prose repeats little; a place with its country repeats much, and always in the same order.
  const isLong = one.parts > 5 * one.cells && length < 30;
  const needed = separator === '/' ? 0.6 : isLong ? 0.35 : 0.5;
  return recurring < needed || mobile < MOBILE ? 0 : 0.45 + recurring / 2;
}

const NAMES: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  '\n': { fr: 'par des sauts de ligne', en: 'by line breaks' },
};

function said(one: Measure, trust: number, filled: number): Guess<string> {
  const named = NAMES[one.separator] ?? { fr: `par « ${one.separator} »`, en: `by “${one.separator}”` };
  const [all, percent] = [figures(filled), Math.round(100 * one.recurring)];
  const some = counted(
    one.cells,
    [`cellule sur ${all.fr} contient`, `cellules sur ${all.fr} contiennent`],
    [`of ${all.en} cells holds`, `of ${all.en} cells hold`],
  );
  return {
    value: one.separator,
    confidence: confidence(trust),
    evidence: {
      fr: `${some.fr} plusieurs valeurs, séparées ${named.fr} ; ${percent}\u202f% de ces valeurs se retrouvent dans d’autres cellules.`,
      en: `${some.en} several values, separated ${named.en}; ${percent}% of these values occur in other cells too.`,
    },
  };
}
