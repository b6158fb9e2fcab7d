import type { Piece } from './syntax.ts';

type Sequence = readonly Piece[];

/** How the time of matching grows with the length of a text. */
export interface Cost {
  /** A repetition whose turns can be cut in several ways: the time doubles with each letter. */
  readonly explodes: boolean;
  /** Repetitions that compete with what follows them, and the search for a place to begin: the time is n to this power. */
  readonly power: number;
  /** Ways of taking repetitions with a bound that compete as well: the time is so many times that. */
  readonly factor: number;
}

/**
 * Estimates the worst case of a backtracking match. Inside a repetition everything must be told apart by the next
 * letter (as in a deterministic expression), else the pattern may explode; outside, each repetition that may share
 * letters with what follows multiplies the time by the length.
 */
export function costOf(branches: readonly Sequence[]): Cost {
  const counter = { explodes: false, rivals: 0, repeats: false, factor: 1 };
  const rivals = branches.map((branch) => {
    counter.rivals = 0;
    walk(branch, '', { looped: false, times: 1 }, counter);
    return counter.rivals;
  });
  const anchored = branches.every(([first]) => first?.kind === 'assertion' && first.start);
  return {
    explodes: counter.explodes,
    power: Math.max(...rivals) + 1 + (counter.repeats && !anchored ? 1 : 0),
    factor: counter.factor,
  };
}

/** Turns that can be tried in every way without harm. */
const FEW = 5;
/** Repetitions from which a bound is as good as none. */
const MANY = 50;

interface Counter {
  explodes: boolean;
  rivals: number;
  repeats: boolean;
  factor: number;
}

/** How often a sequence comes: so often that turns cannot be told apart by counting, or a few times, as if written out. */
interface Turns {
  readonly looped: boolean;
  readonly times: number;
}

/** @param after letters that may follow the sequence */
function walk(sequence: Sequence, after: string, turns: Turns, counter: Counter): void {
  for (const [index, piece] of sequence.entries()) {
    const rest = sequence.slice(index + 1);
    const follow = firstOf(rest) + (isNullable(rest) ? after : '');
    weigh(piece, follow, turns, counter);
    if (piece.kind === 'letter') continue;
    const many = piece.kind === 'group' && piece.max > FEW;
    if ((turns.looped || many) && !disjoint(piece.branches)) counter.explodes = true;
    if (many && piece.branches.some(isNullable)) counter.explodes = true;
    const next = piece.max > 1 ? firstOf([piece]) + follow : follow;
    const inside = { looped: turns.looped || many, times: turns.times * (many ? 1 : Math.max(1, piece.max)) };
    for (const branch of piece.branches) walk(branch, next, inside, counter);
  }
}

/** A piece that may come more or less often, beside letters that it accepts as well, can end in several places. */
function weigh(piece: Piece, follow: string, { looped, times }: Turns, counter: Counter): void {
  const endless = piece.max > MANY;
  if (endless) counter.repeats = true;
  if (piece.max === piece.min || !overlaps(firstOf([piece]), follow)) return;
  if (looped) counter.explodes = true;
  else if (endless) counter.rivals += times;
  else counter.factor *= (piece.max - piece.min + 1) ** times;
}

const overlaps = (left: string, right: string): boolean => {
  const letters = new Set(right);
  for (const letter of left) if (letters.has(letter)) return true;
  return false;
};

const disjoint = (branches: readonly Sequence[]): boolean =>
  branches.every((branch, index) =>
    branches.slice(index + 1).every((other) => !overlaps(firstOf(branch), firstOf(other))),
  );

/** Letters that a sequence may begin with. */
function firstOf(sequence: Sequence): string {
  let letters = '';
  for (const piece of sequence) {
    if (piece.kind === 'letter') letters += piece.letters;
    else if (piece.kind === 'group') letters += piece.branches.map(firstOf).join('');
    if (!isNullable([piece])) break;
  }
  return letters;
}

const isNullable = (sequence: Sequence): boolean =>
  sequence.every(
    (piece) =>
      piece.min === 0 ||
      piece.kind === 'assertion' ||
      (piece.kind === 'group' && piece.branches.some(isNullable)),
  );
