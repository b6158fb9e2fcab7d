import { literalSpan, wgs, yearOf } from '../../rdf/index.ts';
import type { AskedValue } from './asked.ts';
import type { Effort } from './effort.ts';
import { iriOfEntity } from './entity-ids.ts';
import { likeness } from './name-similarity.ts';
import { LONGEST_NAME, type NameWords, sortedText } from './name-words.ts';
import type { SaidStatement, SaidValue } from './said-values.ts';

/** What values are compared with. */
export interface ValueReading {
  readonly base: string;
  /** Name of a published thing. */
  readonly thing: (iri: string) => string | undefined;
  /** Words of a text. */
  readonly words: (text: string) => NameWords;
  readonly effort: Effort;
}

/** Degrees within which two places are one, and are near. */
const SAME_DEGREES = 0.01;
const NEAR_DEGREES = 0.1;
/** Years by which dates of the same are often told otherwise. */
const NEAR_YEARS = 2;

/** How like an asked value is to one that is said of a thing, from 0 to 1. */
export function valueLikeness(
  asked: AskedValue,
  { property, value: said }: Pick<SaidStatement, 'property' | 'value'>,
  reading: ValueReading,
): number {
  if (typeof asked === 'object') return entityLikeness(asked, said, reading);
  if (said.kind === 'thing') return linkLikeness(String(asked), said.iri, reading);
  const text = String(asked).trim();
  if (DEGREES.has(property)) return degreesLikeness(Number(text.replace(',', '.')), Number(said.text));
  return said.text === text
    ? 1
    : Math.max(numberLikeness(text, said), wordsLikeness(text, said.text, reading));
}

const DEGREES: ReadonlySet<string> = new Set([wgs.lat, wgs.long]);

function entityLikeness(
  { id, name }: { readonly id: string; readonly name?: string | undefined },
  said: SaidValue,
  reading: ValueReading,
): number {
  const { base } = reading;
  if (said.kind === 'thing') return iriOfEntity(id, base) === said.iri ? 1 : 0;
  return name === undefined ? 0 : wordsLikeness(name, said.text, reading);
}

function linkLikeness(text: string, iri: string, reading: ValueReading): number {
  const { base, thing } = reading;
  if (iriOfEntity(text, base) === iri || iri.endsWith(`/${text}`)) return 1;
  const name = thing(iri);
  return name === undefined ? 0 : wordsLikeness(text, name, reading);
}

const degreesLikeness = (one: number, other: number): number => {
  const apart = Math.abs(one - other);
  return apart <= SAME_DEGREES ? 1 : apart <= NEAR_DEGREES ? 0.7 : 0;
};

/** Numbers by their value; years by the years that a date or period covers. */
function numberLikeness(text: string, said: Extract<SaidValue, { kind: 'text' }>): number {
  const asked = NUMBER.test(text) ? Number(text.replace(',', '.')) : undefined;
  const year = asked ?? yearOf(text);
  const span = literalSpan(said.text, said.datatype);
  const day = yearOf(said.text);
  if (year !== undefined && span) return yearLikeness(year, span.begin, span.end);
  if (asked !== undefined && NUMBER.test(said.text)) return Number(said.text) === asked ? 1 : 0;
  return year !== undefined && day !== undefined && isYearAlone(text, said.text)
    ? yearLikeness(year, day, day)
    : 0;
}
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** Two whole dates of one year are two dates. */
const isYearAlone = (...texts: readonly string[]): boolean => texts.some((text) => !/\d-\d/.test(text));

function yearLikeness(year: number, begin: number, end: number): number {
  if (year >= begin && year <= end) return 1;
  return Math.min(Math.abs(year - begin), Math.abs(year - end)) <= NEAR_YEARS ? 0.8 : 0;
}

/** Texts as names are compared; identifiers, which have digits and no spaces, are the same or are not. */
function wordsLikeness(asked: string, said: string, { words, effort }: ValueReading): number {
  const isIdentifier = /^\S*\d\S*$/.test(asked);
  if (isIdentifier) return asked === said ? 1 : 0;
  if (said.length > LONGEST_NAME) return 0;
  const [one, other] = [words(asked), words(said)];
  if (one.words.length === 0 || other.words.length === 0) return 0;
  if (sortedText(one.words) === sortedText(other.words)) return 1;
  effort.compare(Math.min(LONGEST_NAME, asked.length), said.length);
  return Math.min(0.97, likeness(one.words, other.words));
}
