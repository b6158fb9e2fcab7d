import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { BEGINNING, createCommonReader, createWordReader, SHORTEST_BEGINNING } from './common-words.ts';
import { LABEL_MARK } from './finder-tables.ts';
import { foldedWords } from './folded-words.ts';
import { both, either, isEmpty, type NumberSet, without } from './number-set.ts';

/** Sets of words that are remembered. */
const MOST_REMEMBERED = 160;
/** Longer texts, or more words, find nothing: the work of one question is bounded. */
const MOST_CHARACTERS = 1000;
const MOST_WORDS = 24;

/** What words were found in. The first sets are better; no thing is in two. */
export interface WordMatch {
  readonly all: NumberSet;
  /** All words in labels, the last not only as a beginning; all in labels; all but one; … */
  readonly tiers: readonly NumberSet[];
}

/** The words of a text; `too-long` where there are more than are looked for. */
export function parseWords(text: string): readonly string[] | 'too-long' {
  if (text.length > MOST_CHARACTERS) return 'too-long';
  const all = foldedWords(text);
  const last = all.at(-1);
  const words = [...new Set(all.slice(0, -1))];
  if (last !== undefined) words.push(last);
  return words.length > MOST_WORDS ? 'too-long' : words;
}

/** Sets of the things that have words. */
export class WordSets {
  readonly #read: (word: string) => NumberSet;
  readonly #common: (word: string) => NumberSet | undefined;
  readonly #known = new LRUCache<string, NumberSet>({
    max: MOST_REMEMBERED,
    memoMethod: (word) => this.#common(word) ?? this.#read(word),
  });

  constructor(database: DatabaseSync, size: number) {
    this.#read = createWordReader(database, size);
    this.#common = createCommonReader(database);
  }

  /**
   * Things of which all words are said. The last may be the beginning of one: of any word if it has three letters, else of
   * one of a label.
   */
  match(words: readonly string[]): WordMatch {
    const others = words.slice(0, -1);
    const last = words.at(-1) ?? '';
    // Beginnings are read last, labels only where there is something: most of what is read for nothing is these.
    let within: NumberSet | undefined;
    for (const word of others) {
      within = within ? both(within, this.of(word)) : this.of(word);
      if (isEmpty(within)) return { all: within, tiers: [] };
    }
    const ending =
      last.length < SHORTEST_BEGINNING
        ? either(this.of(last), this.of(LABEL_MARK + last + BEGINNING))
        : this.of(last + BEGINNING);
    const all = within ? both(within, ending) : ending;
    if (isEmpty(all)) return { all, tiers: [] };
    const beginning = this.of(LABEL_MARK + last + BEGINNING);
    const labels = [beginning, ...others.map((word) => this.of(LABEL_MARK + word))].map((set) =>
      both(set, all),
    );
    const whole = [this.of(LABEL_MARK + last), ...labels].reduce(both);
    return { all, tiers: apart([whole, ...byNumber(labels), all]) };
  }

  /** Words that nothing has, the last not even as a beginning. */
  missing(words: readonly string[]): readonly string[] {
    return words.filter((word, at) => isEmpty(this.of(at < words.length - 1 ? word : word + BEGINNING)));
  }

  /** Things whose labels have all words, the last perhaps as the beginning of one. */
  inLabels(words: readonly string[]): NumberSet {
    const last = this.of(LABEL_MARK + (words.at(-1) ?? '') + BEGINNING);
    return words.slice(0, -1).reduce((set, word) => both(set, this.of(LABEL_MARK + word)), last);
  }

  /** @param word or a beginning, ending in `BEGINNING` */
  of(word: string): NumberSet {
    return this.#known.memo(word);
  }
}

/** What is in all sets, then in all but one at least, …, in one at least. */
function byNumber(sets: readonly NumberSet[]): readonly NumberSet[] {
  const atLeast: NumberSet[] = [];
  for (const set of sets) {
    for (let count = atLeast.length; count > 0; count--) {
      const more = both(atLeast[count - 1] as NumberSet, set);
      const known = atLeast[count];
      atLeast[count] = known ? either(known, more) : more;
    }
    const [known] = atLeast;
    atLeast[0] = known ? either(known, set) : set;
  }
  return atLeast.reverse();
}

/** Each without what those before it have. */
function apart(sets: readonly NumberSet[]): readonly NumberSet[] {
  return sets.map((set, at) => sets.slice(0, at).reduce(without, set));
}
