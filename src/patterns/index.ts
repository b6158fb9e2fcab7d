import type { Bilingual } from '../model/index.ts';
import { costOf } from './cost.ts';
import { readPattern } from './syntax.ts';

/** A regular expression that can be run on texts of others: `limit` is the longest text it is tried on. */
export interface Pattern {
  readonly regex: RegExp;
  readonly limit: number;
}

/** Longest pattern, in characters. */
const LONGEST = 4000;
/** Steps that one match may take in the worst case: about a second. */
const STEPS = 3e8;
const LONGEST_TEXT = 100_000;
/** Beyond, no text is short enough to be of use. */
const MOST_POWER = 12;

/**
 * Compiles a pattern (ECMAScript, flag `u`), or says why not: a syntax error, or a repetition within a repetition that
 * can be cut in several ways, such as `(a+)+`, which takes a time that doubles with each letter.
 */
export function compilePattern(source: string, flags = 'u'): Pattern | { readonly problem: Bilingual } {
  const key = `${flags}/${source}`;
  const known = COMPILED.get(key);
  if (known) return known;
  if (COMPILED.size >= 500) COMPILED.clear();
  const made = compile(source, flags);
  COMPILED.set(key, made);
  return made;
}

const COMPILED = new Map<string, Pattern | { problem: Bilingual }>();

function compile(source: string, flags: string): Pattern | { problem: Bilingual } {
  if (source.length > LONGEST)
    return {
      problem: {
        fr: `Le motif a plus de ${LONGEST} caractères.`,
        en: `The pattern has more than ${LONGEST} characters.`,
      },
    };
  try {
    const regex = new RegExp(source, flags);
    const { explodes, power, factor } = costOf(readPattern(source, flags.includes('i')));
    if (explodes || power > MOST_POWER || factor > STEPS / 1000) return { problem: AMBIGUOUS };
    return { regex, limit: longestText(power, factor) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problem: {
        fr: `Le motif n’est pas bien formé : ${reason}`,
        en: `The pattern is not well-formed: ${reason}`,
      },
    };
  }
}

const AMBIGUOUS: Bilingual = {
  fr: 'Le motif répète une répétition qui peut se couper de plusieurs façons, comme « (a+)+ » : sur certains textes il ne finirait pas. Séparez les répétitions par un caractère qu’elles n’acceptent pas.',
  en: 'The pattern repeats a repetition that can be cut in several ways, such as “(a+)+”: on some texts it would not end. Separate the repetitions by a character that they do not accept.',
};

/** The length n at which factor × n^power / power! steps are spent. */
function longestText(power: number, factor: number): number {
  let factorial = 1;
  for (let factor = 2; factor <= power; factor++) factorial *= factor;
  return Math.min(
    power === 1 ? STEPS : LONGEST_TEXT,
    Math.floor(((STEPS / factor) * factorial) ** (1 / power)),
  );
}
