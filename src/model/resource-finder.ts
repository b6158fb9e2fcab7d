import type { Language } from './language.ts';
import type { PlaceColumns } from './place-columns.ts';
import type { PlacedThing } from './resource-index.ts';

/**
 * What found things are counted by. `dataset`: slug; `type`: IRI of a class; `place`: IRI of a published area that the thing
 * lies in, through the areas above it, itself or by whom keeps it; `period`: a century that years said of it overlap, `19`
 * or `-1`; `concept`: IRI of a published `skos:Concept` that the thing, or a hash IRI of it, links to (by another property
 * than those of SKOS), or of one above it. An area that is a concept may be chosen as either, and is told among places.
 */
export const FACETS = ['dataset', 'type', 'place', 'period', 'concept'] as const;

export type Facet = (typeof FACETS)[number];

/** Values that were chosen, by facet: a thing has all of them. */
export type ChosenFacets = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** What is looked for. */
export interface FindQuestion {
  /** Words, all of which are said of the thing; the last may be a beginning. Case and accents do not matter. Absent: all. */
  readonly text?: string;
  readonly chosen: ChosenFacets;
  /** Labels and snippets come in this language where there are such. */
  readonly language: Language;
}

/** Which part of what is found is wanted. */
export interface FindPage {
  /** Things to leave out first. The index answers any offset; who serves strangers refuses those beyond 10,000. */
  readonly offset: number;
  readonly limit: number;
  /** Most values that are told of each facet, the most frequent; absent: a hundred; 0: facets are not counted. */
  readonly facetValues?: number;
}

/** A piece of a text, and whether it is one of the words looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** A thing that was found. */
export interface FoundResource {
  readonly iri: string;
  readonly label: readonly SnippetPart[];
  /** Language tag of the label, empty where it has none. */
  readonly labelLanguage: string;
  /** Of its classes the one that the fewest things have: it tells the thing best. */
  readonly type?: string;
  readonly dataset: string;
  /** IRIs of the areas that it lies in, the smallest first. */
  readonly areas: readonly string[];
  /** First and last year, astronomical. */
  readonly years?: readonly [begin: number, end: number];
  /** WGS84 degrees. */
  readonly place?: { readonly latitude: number; readonly longitude: number };
  /** Where the words are said, when not in the label. */
  readonly snippet?: readonly SnippetPart[];
  /** The better, the higher; above 0. */
  readonly score: number;
}

/** A value of a facet among what was found. */
export interface FacetValue {
  /** As `ChosenFacets` has it. */
  readonly value: string;
  /** Found things that have it: exact. */
  readonly count: number;
}

/** The values of a facet, the most frequent first, at most 100. Concepts come in one list for each vocabulary. */
export interface FacetCounts {
  readonly facet: Facet;
  /** Slug of the dataset that is the vocabulary, for concepts. */
  readonly vocabulary?: string;
  readonly values: readonly FacetValue[];
  /** Values that there are, those that are not told included. */
  readonly total: number;
}

/** What was found: all counts are of everything that was found, and exact. */
export interface FindAnswer {
  readonly total: number;
  readonly things: readonly FoundResource[];
  readonly facets: readonly FacetCounts[];
  /** The question as it was probably meant, where a word is said nowhere. */
  readonly correction?: string;
}

/** A completion of what is being typed. */
export interface Suggestion {
  readonly iri: string;
  readonly label: string;
  readonly type?: string;
  readonly dataset: string;
}

/** Where found things lie. */
export interface FoundPlaces {
  readonly places: readonly PlacedThing[];
  /** Found things that have a place, those that are not told included. */
  readonly total: number;
}

/** WGS84 degrees; `west` above `east` crosses the antimeridian. */
export interface MapBounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** Port of the search of the site: words, facets, places over all things of a release. */
export interface ResourceFinder {
  find(question: FindQuestion, page: FindPage): FindAnswer;
  /** IRIs of what is found, the best first, without anything that a page shows: for who looks at the things itself. */
  iris(question: FindQuestion, limit: number): readonly string[];
  /** Labels that begin so, or have a word that does; at most `limit`. */
  suggest(
    text: string,
    options: { readonly language: Language; readonly limit: number; readonly chosen?: ChosenFacets },
  ): readonly Suggestion[];
  /** Coordinates of what is found, at most `limit`, in the order of IRIs. */
  located(
    question: FindQuestion,
    options: { readonly limit: number; readonly bounds?: MapBounds },
  ): FoundPlaces;
  /** Every found thing that has a place: for those who count, gather and draw. None is left out. */
  everyPlace(question: FindQuestion): PlaceColumns;
  /** A thing of those columns, by its number. */
  placed(thing: number): PlacedThing;
  /** The same as `find` tells it, with the words of the question marked. */
  foundAt(thing: number, question: FindQuestion): FoundResource;
}
