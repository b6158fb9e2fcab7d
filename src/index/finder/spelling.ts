import type { DatabaseSync } from 'node:sqlite';
import { editDistance } from '../../documents/index.ts';
import { LABEL_MARK } from './finder-tables.ts';
import { folded, WORD } from './folded-words.ts';

/** Shorter words are not corrected: everything is near to them. So are those with digits: they are identifiers. */
const SHORTEST = 3;
const LONGEST = 24;
/** Words with two mistakes begin as the right one does, with so many letters. */
const SURE_LETTERS = 2;
/** Words that begin alike and are looked at. */
const MOST_ALIKE = 6000;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

interface KnownWord {
  readonly word: string;
  /** Things that have it in a label. */
  readonly things: number;
}

/** Finds words of labels that others were probably meant to be. */
export class Spelling {
  readonly #exact;
  readonly #alike;

  constructor(database: DatabaseSync) {
    this.#exact = database.prepare('SELECT doc FROM found_vocabulary WHERE term = ?');
    this.#alike = database.prepare(
      'SELECT term, doc FROM found_vocabulary WHERE term >= :from AND term <= :to LIMIT :most',
    );
  }

  /** The word with the fewest mistakes, of such the one that most things have. */
  nearest(word: string): string | undefined {
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return undefined;
    const most = word.length < 5 ? 1 : 2;
    const found = [...this.#oneMistake(word), ...(most > 1 ? this.#beginningAlike(word) : [])]
      .map((known) => ({ ...known, mistakes: editDistance(word, known.word, most) }))
      .filter(({ mistakes }) => mistakes <= most)
      .sort((one, other) => one.mistakes - other.mistakes || other.things - one.things);
    return found[0]?.word;
  }

  /** Known words among all that one mistake makes of a word. */
  #oneMistake(word: string): readonly KnownWord[] {
    return [...variants(word)].flatMap((variant) => {
      const row = this.#exact.get(LABEL_MARK + variant) as { doc: number } | undefined;
      return row ? [{ word: variant, things: row.doc }] : [];
    });
  }

  #beginningAlike(word: string): readonly KnownWord[] {
    const from = LABEL_MARK + word.slice(0, SURE_LETTERS);
    const rows = this.#alike.all({ from, to: `${from}\uffff`, most: MOST_ALIKE });
    return (rows as unknown as readonly { term: string; doc: number }[]).map(({ term, doc }) => ({
      word: term.slice(LABEL_MARK.length),
      things: doc,
    }));
  }
}

/** All words that are one mistake away, in the letters of the alphabet. */
function* variants(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const [start, rest] = [word.slice(0, at), word.slice(at)];
    if (rest !== '') yield start + rest.slice(1);
    if (rest.length > 1) yield `${start}${rest[1]}${rest[0]}${rest.slice(2)}`;
    for (const letter of ALPHABET) {
      yield start + letter + rest;
      if (rest !== '') yield start + letter + rest.slice(1);
    }
  }
}

/** A text with some of its words replaced, by their folded forms; what stands between them stays. */
export const respelt = (text: string, words: ReadonlyMap<string, string>): string =>
  text.replace(WORD, (word) => words.get(folded(word)) ?? word);

/** A folded word as a text writes it, in small letters. */
export const writtenAs = (word: string, text: string): string =>
  (text.match(WORD) ?? []).find((one) => folded(one) === word)?.toLocaleLowerCase('fr') ?? word;
