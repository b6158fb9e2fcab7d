import type {
  ChosenFacets,
  Facet,
  FacetCounts,
  FindQuestion,
  FoundResource,
  ResourceFinder,
  SnippetPart,
} from '../src/model/index.ts';
import { FACETS, unitsOf } from '../src/model/index.ts';

/** A thing that can be found. */
export interface FindableThing {
  readonly iri: string;
  readonly label: string;
  readonly dataset: string;
  readonly type?: string;
  readonly areas?: readonly string[];
  readonly years?: readonly [number, number];
  readonly place?: { readonly latitude: number; readonly longitude: number };
  readonly concepts?: readonly string[];
  readonly text?: string;
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A finder over a few things: each word of a question stands somewhere in the label or the text. */
export function createInMemoryFinder(
  things: readonly FindableThing[],
  vocabulary = 'sujets',
): ResourceFinder {
  const matching = ({ text = '', chosen }: FindQuestion) =>
    things.filter((thing) => hasWords(thing, text) && hasChosen(thing, chosen));
  return {
    find: (question, { offset, limit, facetValues = 10 }) => {
      const all = matching(question);
      const facets = FACETS.map((facet) => countsOf(all, facet, { facetValues, vocabulary }));
      const correction = all.length === 0 && question.text === 'chateu' ? { correction: 'château' } : {};
      return {
        total: all.length,
        things: all.slice(offset, offset + limit).map((thing) => found(thing, question.text)),
        facets: facets.filter(({ total }) => total > 0),
        ...correction,
      };
    },
    iris: (question, limit) =>
      matching(question)
        .slice(0, limit)
        .map(({ iri }) => iri),
    suggest: (text, { limit }) =>
      things
        .filter(({ label }) => folded(label).includes(folded(text)))
        .slice(0, limit)
        .map(({ iri, label, type, dataset }) => ({ iri, label, dataset, ...(type && { type }) })),
    located: (question, { limit }) => {
      const placed = matching(question).flatMap(({ iri, place }) => (place ? [{ iri, ...place }] : []));
      return { places: placed.slice(0, limit), total: placed.length };
    },
    everyPlace: (question) => {
      const placed = matching(question).filter(({ place }) => place !== undefined);
      return {
        things: Uint32Array.from(placed, (thing) => things.indexOf(thing)),
        latitudes: Int32Array.from(placed, ({ place }) => unitsOf(place?.latitude ?? 0)),
        longitudes: Int32Array.from(placed, ({ place }) => unitsOf(place?.longitude ?? 0)),
      };
    },
    placed: (thing) => {
      const { iri, place = { latitude: 0, longitude: 0 } } = things[thing] as FindableThing;
      return { iri, ...place };
    },
    foundAt: (thing, { text }) => found(things[thing] as FindableThing, text),
  };
}

const hasWords = ({ label, text = '' }: FindableThing, words: string): boolean =>
  folded(words)
    .split(/\s+/)
    .every((word) => folded(`${label} ${text}`).includes(word));

const hasChosen = (thing: FindableThing, chosen: ChosenFacets): boolean =>
  FACETS.every((facet) => (chosen[facet] ?? []).every((value) => valuesOf(thing, facet).includes(value)));

function valuesOf(
  { dataset, type, areas = [], years, concepts = [] }: FindableThing,
  facet: Facet,
): readonly string[] {
  if (facet === 'dataset') return [dataset];
  if (facet === 'type') return type === undefined ? [] : [type];
  if (facet === 'place') return areas;
  if (facet === 'concept') return concepts;
  return years ? [String(Math.ceil(years[0] / 100))] : [];
}

function countsOf(
  things: readonly FindableThing[],
  facet: Facet,
  { facetValues, vocabulary }: { readonly facetValues: number; readonly vocabulary: string },
): FacetCounts {
  const groups = Map.groupBy(
    things.flatMap((thing) => valuesOf(thing, facet)),
    (value) => value,
  );
  const values = [...groups]
    .map(([value, of]) => ({ value, count: of.length }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  return {
    facet,
    ...(facet === 'concept' && { vocabulary }),
    values: values.slice(0, facetValues),
    total: values.length,
  };
}

function found(
  { iri, label, type, dataset, areas = [], years, place, text }: FindableThing,
  words = '',
): FoundResource {
  return {
    iri,
    label: hits(label, words),
    labelLanguage: 'fr',
    dataset,
    areas,
    score: 1,
    ...(type !== undefined && { type }),
    ...(years && { years }),
    ...(place && { place }),
    ...(text !== undefined && words !== '' && { snippet: hits(text, words) }),
  };
}

/** The words marked, where folding changes no length. */
function hits(label: string, words: string): readonly SnippetPart[] {
  const word = folded(words).split(/\s+/)[0] ?? '';
  const at = folded(label).length === label.length && word !== '' ? folded(label).indexOf(word) : -1;
  if (at < 0) return [{ text: label, isHit: false }];
  const parts = [
    { text: label.slice(0, at), isHit: false },
    { text: label.slice(at, at + word.length), isHit: true },
    { text: label.slice(at + word.length), isHit: false },
  ];
  return parts.filter(({ text }) => text !== '');
}
