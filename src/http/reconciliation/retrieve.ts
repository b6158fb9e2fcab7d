import type { Language } from '../../model/index.ts';
import type { ReconciliationQuery } from './asked.ts';
import { iriOfEntity } from './entity-ids.ts';
import { nameWords } from './name-words.ts';
import { chosenIn, type ReconciliationContext, type Scope, slugsIn } from './scope.ts';

/** Things that are looked at for one query. */
const MOST_WEIGHED = 24;
/** Things of one search. */
const MOST_FOUND = 12;
/** With fewer than these, words are left out or cut. */
const ENOUGH = 3;
const MOST_WORDS = 5;
const MOST_TYPES = 4;

/** Where candidates come from. */
export interface Retrieval {
  readonly context: ReconciliationContext;
  readonly scope: Scope;
  readonly language: Language;
}

/** IRIs of the things that a query may mean: by identifier first, then by words, fewer and fewer of them. */
export function retrieve(query: ReconciliationQuery, retrieval: Retrieval): readonly string[] {
  const { text } = query;
  const found = new Set(text === undefined ? [] : identified(text, retrieval));
  const types = query.types.length > 0 ? query.types.slice(0, MOST_TYPES) : [undefined];
  const take = (words: string): void => {
    for (const type of types) for (const iri of foundBy(words, type, retrieval)) found.add(iri);
  };
  for (const words of whole(query)) if (found.size < MOST_WEIGHED) take(words);
  if (text !== undefined && found.size < ENOUGH)
    for (const words of loosened(text)) if (found.size < MOST_FOUND) take(words);
  return [...found].slice(0, MOST_WEIGHED);
}

/** What has the text for its identifier: a whole IRI, `<dataset>/<identifier>`, or the last part alone. */
function identified(text: string, { context, scope }: Retrieval): readonly string[] {
  const { base } = context.release.manifest;
  const direct = iriOfEntity(text, base);
  if (direct === undefined) return [];
  const slugs = slugsIn(scope, context);
  const below = /[/:]/.test(text) ? [] : slugs.map((slug) => `${base}id/${slug}/${text.trim()}`);
  const isWithin = (iri: string): boolean =>
    scope.slug === undefined || iri.startsWith(`${base}id/${scope.slug}/`);
  return [direct, ...below].filter((iri) => isWithin(iri) && context.index.has(iri) && !iri.includes('#'));
}

/** All words, with those of the properties first: among many of one name, these tell which. */
function whole({ text, properties }: ReconciliationQuery): readonly string[] {
  const told = properties
    .flatMap(({ values, quantifier }) => (quantifier === 'none' ? [] : values.slice(0, 1)))
    .flatMap((value) => (typeof value === 'object' ? (value.name ?? []) : String(value)))
    .slice(0, 2);
  if (text === undefined) return [told.join(' '), ...told];
  const { words } = nameWords(text);
  const outside = words.join(' ');
  return [...new Set([...told.map((one) => `${one} ${outside}`), text, outside])];
}

/** One word left out, one word cut (its end may be misspelt), one word alone; the long ones first. */
function loosened(text: string): readonly string[] {
  const { words, qualifier } = nameWords(text);
  const all = words.length > 0 ? words : qualifier;
  const long = [...new Set(all)].sort((one, other) => other.length - one.length).slice(0, MOST_WORDS);
  const others = (word: string): readonly string[] => long.filter((one) => one !== word);
  return [
    ...long.map((word) => [...others(word), beginning(word)].join(' ')),
    ...(long.length > 2 ? long.map((word) => others(word).join(' ')) : []),
    ...long.slice(0, 3).map(beginning),
  ];
}

const beginning = (word: string): string =>
  word.length > 4 ? word.slice(0, Math.ceil(word.length * 0.6)) : word;

function foundBy(
  text: string,
  type: string | undefined,
  { context, scope, language }: Retrieval,
): readonly string[] {
  if (text.trim() === '') return [];
  const question = { text, chosen: chosenIn(scope, type), language };
  return context.finder.iris(question, MOST_FOUND);
}
