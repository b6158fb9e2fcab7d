/** A piece of a regular expression: what it is, and how often it may come. */
export type Piece = {
  readonly min: number;
  readonly max: number;
} & (
  | { readonly kind: 'letter'; readonly letters: string }
  | { readonly kind: 'group'; readonly branches: readonly (readonly Piece[])[] }
  | { readonly kind: 'assertion'; readonly branches: readonly (readonly Piece[])[]; readonly start: boolean }
);

/** Letters that stand for all others when sets are compared. */
const SAMPLE = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...'\n\t\u00a0éàçÉŒœ’–…«»中ß',
  // Of other scripts and kinds, so that classes by property meet.
  ...'бЖαΩאعक한ひカก٣½²€©\u0301😀\u{e000}',
];

/** Reads a pattern that `RegExp` accepts with the flag `u`. */
export function readPattern(source: string, ignoresCase = false): readonly (readonly Piece[])[] {
  return new Reader(source, ignoresCase || IGNORES_CASE.test(source)).branches();
}

/** A group that ignores case makes the estimate do so everywhere. */
const IGNORES_CASE = /\(\?[a-z]*i/;

const ATOM =
  /\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|.)|\[(?:\\.|[^\]\\])*\]|./suy;
const GROUP = /\((?:\?(?:[a-z]*(?:-[a-z]*)?:|<?[=!]|<[^>=!][^>]*>))?/y;
const REFERENCE = /\\(?:[1-9]\d*|k<[^>]*>)/y;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;

class Reader {
  readonly #source: string;
  readonly #flags: string;
  /** The letters that are tried: some of all kinds, and those that the pattern names, among them the ends of ranges. */
  readonly #sample: readonly string[];
  #at = 0;

  constructor(source: string, ignoresCase: boolean) {
    this.#source = source;
    this.#flags = ignoresCase ? 'sui' : 'su';
    this.#sample = [...new Set([...SAMPLE, ...named(source)])];
  }

  branches(): Piece[][] {
    const found: Piece[][] = [[]];
    while (this.#at < this.#source.length && this.#source[this.#at] !== ')') {
      if (this.#source[this.#at] === '|') {
        this.#at++;
        found.push([]);
      } else found.at(-1)?.push(this.#piece());
    }
    return found;
  }

  #piece(): Piece {
    const atom = this.#atom();
    return { ...atom, ...this.#times() };
  }

  #atom(): Piece {
    const once = { min: 1, max: 1 };
    const opening = this.#take(GROUP);
    if (opening !== undefined) {
      const branches = this.branches();
      this.#at++;
      const look = /[=!]$/.test(opening);
      return look
        ? { kind: 'assertion', branches, start: false, ...once }
        : { kind: 'group', branches, ...once };
    }
    // What a reference refers to may be anything.
    if (this.#take(REFERENCE) !== undefined)
      return { kind: 'letter', letters: this.#sample.join(''), ...once };
    const atom = this.#take(ATOM) ?? '';
    if (['^', '$', '\\b', '\\B'].includes(atom))
      return { kind: 'assertion', branches: [], start: atom === '^', ...once };
    const letter = new RegExp(`^(?:${atom})$`, this.#flags);
    return {
      kind: 'letter',
      letters: this.#sample.filter((one) => letter.test(one)).join('') || atom,
      ...once,
    };
  }

  #times(): { min: number; max: number } {
    const before = this.#at;
    if (this.#take(QUANTIFIER) === undefined) return { min: 1, max: 1 };
    const text = this.#source.slice(before, this.#at);
    const counted = /^\{(\d+)(,?)(\d*)\}/.exec(text);
    if (!counted)
      return { min: text[0] === '+' ? 1 : 0, max: text[0] === '?' ? 1 : Number.POSITIVE_INFINITY };
    const min = Number(counted[1]);
    if (counted[2] === '') return { min, max: min };
    return { min, max: counted[3] === '' ? Number.POSITIVE_INFINITY : Number(counted[3]) };
  }

  #take(token: RegExp): string | undefined {
    token.lastIndex = this.#at;
    const found = token.exec(this.#source)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

const ESCAPED = /\\u\{([\dA-Fa-f]+)\}|\\u([\dA-Fa-f]{4})|\\x([\dA-Fa-f]{2})/g;

/** Letters beyond ASCII that a pattern names, as such or by number. */
function named(source: string): string[] {
  const numbers = [...source.matchAll(ESCAPED)].map(([, long, four, two]) =>
    Number.parseInt(long ?? four ?? two ?? '0', 16),
  );
  const plain = [...source].filter((letter) => letter > '~');
  return [...plain, ...numbers.filter((code) => code <= 0x10ffff).map((code) => String.fromCodePoint(code))];
}
