import { editDistance } from '../../documents/index.ts';
import { type NameWords, sortedText } from './name-words.ts';

/** How like two names are. */
export interface NameLikeness {
  /** From 0 to 1; 1 is the same words, in whatever order. */
  readonly similarity: number;
  /** Whether nothing tells them apart: the same words, up to a place or year that is said of the thing. */
  readonly isSame: boolean;
}

/** The thing that a name is compared for. */
export interface NamedThing {
  /** Words in brackets of any of its names. */
  readonly qualifiers: ReadonlySet<string>;
  /** Words of its places, its years: they may stand in a name or not. */
  readonly circumstances: ReadonlySet<string>;
}

/** The same name, but one of them has a place or year more. */
const SAME_UP_TO_CIRCUMSTANCES = 0.98;
/** Names of other words are never as like as the same. */
const MOST_OF_OTHERS = 0.97;
/** A place or year in brackets that is not said of the thing. */
const OTHER_CIRCUMSTANCES = 0.15;
/** Words that are less like than this are others. */
const LEAST_OF_WORDS = 0.7;
/** Texts that are less like than this have letters in common as any two texts have. */
const LEAST_OF_TEXTS = 0.5;
/** What is compared of texts. */
const LONGEST_TEXT = 100;
const INITIAL = 0.8;

/** Compares an asked name with one of a thing. */
export function compareNames(asked: NameWords, name: NameWords, thing: NamedThing): NameLikeness {
  const base = wordsLikeness(asked, name, thing);
  const strange = asked.qualifier.filter((word) => !isSaid(word, thing, name));
  if (strange.length === 0) return base;
  return { similarity: Math.max(0, base.similarity - OTHER_CIRCUMSTANCES), isSame: false };
}

const isSaid = (word: string, { qualifiers, circumstances }: NamedThing, { words }: NameWords): boolean =>
  qualifiers.has(word) || circumstances.has(word) || words.includes(word);

function wordsLikeness(asked: NameWords, name: NameWords, thing: NamedThing): NameLikeness {
  const [one, other] = [sortedText(asked.words), sortedText(name.words)];
  if (one === '' || other === '') return { similarity: 0, isSame: false };
  const askedAll = sortedText([...asked.words, ...asked.qualifier]);
  const nameAll = sortedText([...name.words, ...name.qualifier]);
  if (askedAll === nameAll) return { similarity: 1, isSame: true };
  if (one === other) {
    const isWhole = name.qualifier.length === 0 || asked.qualifier.length > 0;
    return { similarity: isWhole ? 1 : SAME_UP_TO_CIRCUMSTANCES, isSame: true };
  }
  if (isExplained(asked.words, name.words, thing))
    return { similarity: SAME_UP_TO_CIRCUMSTANCES, isSame: true };
  return { similarity: Math.min(MOST_OF_OTHERS, likeness(asked.words, name.words)), isSame: false };
}

/** Whether what is asked has all words of the name, and those it has more are where or when the thing is. */
function isExplained(asked: readonly string[], name: readonly string[], thing: NamedThing): boolean {
  if (!name.every((word) => asked.includes(word)) || name.join('').length < 4) return false;
  return asked.every(
    (word) => name.includes(word) || thing.qualifiers.has(word) || thing.circumstances.has(word),
  );
}

/** By aligned words, or as one text where words are cut otherwise; from 0 to 1. */
export function likeness(asked: readonly string[], name: readonly string[]): number {
  const [one, other] = [asked.join(''), name.join('')];
  const aligned = (2 * alignedWeight(asked, name)) / (one.length + other.length || 1);
  const isNear = Math.abs(one.length - other.length) <= Math.max(one.length, other.length) / 5;
  return aligned < MOST_OF_OTHERS && isNear
    ? Math.max(aligned, textLikeness(one, other, Math.max(LEAST_OF_TEXTS, aligned)))
    : aligned;
}

/** From 0 to 1, by their beginnings; 0 for what is less like than the least. */
function textLikeness(one: string, other: string, least: number): number {
  const longest = Math.max(1, Math.min(LONGEST_TEXT, Math.max(one.length, other.length)));
  const most = Math.floor((1 - least) * longest);
  const mistakes = editDistance(one.slice(0, LONGEST_TEXT), other.slice(0, LONGEST_TEXT), most);
  return mistakes > most ? 0 : 1 - mistakes / longest;
}

/** Letters of words that have their like on the other side, each side's word once, the most alike first taken. */
function alignedWeight(asked: readonly string[], name: readonly string[]): number {
  const left = [...name];
  let weight = 0;
  for (const word of asked) {
    const likes = left.map((other) => wordLikeness(word, other));
    const best = Math.max(0, ...likes);
    if (best < LEAST_OF_WORDS) continue;
    const [other = ''] = left.splice(likes.indexOf(best), 1);
    weight += (best * (word.length + other.length)) / 2;
  }
  return weight;
}

function wordLikeness(one: string, other: string): number {
  if (one === other) return 1;
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? INITIAL : 0;
  // Digits are never nearly the same: 1809 and 1806 are two years.
  if (/\d/.test(one) || Math.abs(one.length - other.length) > 3) return 0;
  return textLikeness(one, other, LEAST_OF_WORDS);
}
