/** A token of N3's lexer, as far as it matters here. */
export interface Token {
  readonly type: string;
  /** From 1. */
  readonly line: number;
  /** Characters before it on its line. */
  readonly start: number;
}

/** Lines and columns count from 1. */
export interface TokenPlace {
  readonly line: number;
  readonly column: number;
}

/** What comes after an object: the parser gives a statement when it meets them. */
const AFTER_OBJECT: ReadonlySet<string> = new Set('. ; , ] ) } type typeIRI langcode dircode'.split(' '));

/** How many tokens belong to a directive that no full stop ends. */
const DIRECTIVES: Readonly<Record<string, number>> = { PREFIX: 2, BASE: 1 };

const BEGINNING: TokenPlace = { line: 1, column: 1 };

/** Remembers where subjects and objects of Turtle begin while its tokens go by. */
export class TokenPlaces {
  /** The latest term. */
  object = BEGINNING;
  #statement = BEGINNING;
  readonly #brackets: TokenPlace[] = [];
  #isBetween = true;
  #skip = 0;

  /** Where what is being described is named: its opening bracket, or the beginning of the statement. */
  get subject(): TokenPlace {
    return this.#brackets.at(-1) ?? this.#statement;
  }

  /** Before the parser sees a token. */
  enter({ type, line, start }: Token): void {
    const place = { line, column: start + 1 };
    if (!AFTER_OBJECT.has(type)) this.object = place;
    if (this.#skip > 0) this.#skip--;
    else if (this.#isBetween) this.#begin(type, place);
    if (type === '[') this.#brackets.push(place);
  }

  /** After it. */
  leave({ type }: Token): void {
    if (type === ']') this.#brackets.pop();
    if (type === '.') this.#isBetween = true;
  }

  #begin(type: string, place: TokenPlace): void {
    const directive = DIRECTIVES[type];
    if (directive !== undefined) {
      this.#skip = directive;
      return;
    }
    this.#statement = place;
    this.#isBetween = false;
  }
}
