import { compilePattern } from './xpath-pattern.ts';

const LONGEST = 60;
const DEEPEST = 20;

/** What an example is made with where a pattern leaves a choice. */
const DIGITS = '1234567890';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();

/** Characters that an escape stands for. */
const ESCAPES: Readonly<Record<string, string>> = { d: DIGITS, w: LOWER, s: ' ', t: '\t', n: '\n', r: '\r' };
const CATEGORIES: Readonly<Record<string, string>> = {
  L: LOWER,
  Ll: LOWER,
  Lo: LOWER,
  Lu: UPPER,
  N: DIGITS,
  Nd: DIGITS,
};

/**
 * A text that a pattern of SHACL accepts, as short as it allows; undefined where none is found easily (look-around,
 * negated classes). What is found is tested against the pattern itself.
 */
export function patternExample(pattern: string, flags = ''): string | undefined {
  const compiled = compilePattern(pattern, flags);
  // What a pattern only asks of a part of a text makes an example of a part.
  if (compiled.kind === 'invalid' || /[xq]/.test(flags) || !/^\^.*\$$/s.test(pattern)) return undefined;
  const text = new Composer(pattern).compose();
  return text !== undefined && text !== '' && compiled.expression.test(text) ? text : undefined;
}

/** Not one of the patterns that an example is easily found for. */
class TooDifficult extends Error {}

/** Reads a pattern and takes the first of everything it allows, but digits and letters one after the other. */
class Composer {
  readonly #pattern: readonly string[];
  #at = 0;
  #depth = 0;
  #taken = 0;

  constructor(pattern: string) {
    this.#pattern = Array.from(pattern);
  }

  compose(): string | undefined {
    try {
      const text = this.#alternatives()
        .map((choices) => this.#pick(choices))
        .join('');
      return this.#at === this.#pattern.length ? text : undefined;
    } catch (error) {
      if (error instanceof TooDifficult) return undefined;
      throw error;
    }
  }

  /** Character for character what could stand there; of several alternatives the first. */
  #alternatives(): readonly string[] {
    this.#depth++;
    if (this.#depth > DEEPEST) throw new TooDifficult();
    const first = this.#sequence();
    while (this.#takes('|')) this.#sequence();
    this.#depth--;
    return first;
  }

  #sequence(): readonly string[] {
    const found: string[] = [];
    for (let sign = this.#peek(); sign !== undefined && sign !== '|' && sign !== ')'; sign = this.#peek()) {
      const atom = this.#atom();
      const times = this.#times();
      if (times * atom.length + found.length > LONGEST) throw new TooDifficult();
      for (let time = 0; time < times; time++) found.push(...atom);
    }
    return found;
  }

  #atom(): readonly string[] {
    const sign = this.#next();
    if (sign === '^' || sign === '$') return [];
    if (sign === '.') return [LOWER];
    if (sign === '\\') return [this.#escape()];
    if (sign === '[') return [this.#choices()];
    return sign === '(' ? this.#group() : [sign];
  }

  #group(): readonly string[] {
    if (this.#takes('?') && !this.#takes(':')) throw new TooDifficult();
    const inner = this.#alternatives();
    if (!this.#takes(')')) throw new TooDifficult();
    return inner;
  }

  #escape(): string {
    const sign = this.#next();
    if (sign === 'p') return CATEGORIES[this.#braced()] ?? difficult();
    return ESCAPES[sign] ?? (/[A-Za-z0-9]/.test(sign) ? difficult() : sign);
  }

  /** A character class: the digits in it, else the letters, else its first sign. */
  #choices(): string {
    if (this.#peek() === '^') throw new TooDifficult();
    let all = '';
    while (!this.#takes(']')) {
      const one = this.#takes('\\') ? this.#escape() : this.#next();
      const isRange = this.#peek() === '-' && this.#pattern[this.#at + 1] !== ']';
      all += isRange ? this.#range(one) : one;
    }
    for (const kind of [DIGITS, UPPER, LOWER]) {
      const among = Array.from(kind).filter((sign) => all.includes(sign));
      if (among.length > 0) return among.join('');
    }
    return all;
  }

  #range(from: string): string {
    this.#next();
    const to = this.#takes('\\') ? this.#escape() : this.#next();
    const known = [DIGITS, UPPER, LOWER].join('');
    const between = Array.from(known).filter((sign) => sign >= from && sign <= to);
    return between.length > 0 ? between.join('') : from;
  }

  #times(): number {
    const sign = this.#peek();
    let least = 1;
    if (sign === '*' || sign === '?') least = 0;
    else if (sign === '{') least = Number(this.#braced().split(',')[0]);
    if (sign === '*' || sign === '?' || sign === '+') this.#next();
    if (sign !== undefined && '*?+{'.includes(sign)) this.#takes('?');
    return Number.isInteger(least) ? least : difficult();
  }

  #braced(): string {
    if (!this.#takes('{')) throw new TooDifficult();
    let text = '';
    while (!this.#takes('}')) text += this.#next();
    return text;
  }

  #pick(choices: string): string {
    const signs = Array.from(choices);
    return signs[signs.length > 1 ? this.#taken++ % signs.length : 0] ?? difficult();
  }

  #peek(): string | undefined {
    return this.#pattern[this.#at];
  }

  #next(): string {
    const sign = this.#pattern[this.#at++];
    return sign ?? difficult();
  }

  #takes(sign: string): boolean {
    if (this.#peek() !== sign) return false;
    this.#at++;
    return true;
  }
}

function difficult(): never {
  throw new TooDifficult();
}
