import type { ConceptTrees } from './concept-tree.ts';
import type { DataModel, Usage } from './data-model.ts';
import type { Language } from './language.ts';
import type { Withdrawal } from './withdrawal.ts';

/** Links from elsewhere to a thing, by property. */
export interface IncomingLinks {
  readonly property: string;
  /** Things that link; a hash IRI that links counts as its thing. */
  readonly count: number;
  /** The first of them, ordered by IRI. */
  readonly sources: readonly string[];
  /** Subjects of the statements by which these link, where hash IRIs of them are among those. */
  readonly subjects?: readonly string[];
}

/** Everything said about one thing. */
export interface ResourceDescription {
  readonly iri: string;
  /** Slug of the dataset that publishes it. */
  readonly dataset: string;
  /** N-Triples lines, without line feeds: the thing's own statements and those of its hash IRIs, in order. */
  readonly lines: readonly string[];
  readonly incoming: readonly IncomingLinks[];
  /** Hexadecimal hash of its statements, the same from release to release while they are the same. */
  readonly hash?: string;
  /** ISO 8601: when the release was made in which its statements last changed. */
  readonly changed?: string;
}

/** A part of the things that link to one by a property, in the order of their IRIs. */
export interface IncomingPage {
  /** Things that link, on all pages. */
  readonly count: number;
  readonly sources: readonly string[];
  /** Subjects of the statements by which these link, where hash IRIs of them are among those. */
  readonly subjects?: readonly string[];
  /** IRI to continue after, absent on the last page. */
  readonly next?: string;
}

/** A thing and when it last changed, for maps of a site. */
export interface DatedThing {
  readonly iri: string;
  readonly changed?: string;
}

/** A thing in a list. */
export interface ListedThing {
  readonly iri: string;
  readonly label: string;
}

/** A part of a dataset's things, in the order of their IRIs. */
export interface ThingPage {
  readonly things: readonly ListedThing[];
  /** IRI to continue after, absent on the last page. */
  readonly next?: string;
}

/** A point on the map: WGS84 degrees. */
export interface PlacedThing {
  readonly iri: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** What to search among things: words in their labels, a place to be near to, or both; or words said of them anywhere. */
export interface SearchQuestion {
  /** Words, all of which are said of the thing, in its label or elsewhere: what the page of the search finds. Stands alone. */
  readonly said?: string;
  /** Words, all of which a label holds; the last may be a beginning. Case and accents do not matter. */
  readonly text?: string;
  /** WGS84 degrees, and a distance along the ground. */
  readonly near?: { readonly latitude: number; readonly longitude: number; readonly kilometres: number };
  readonly limit: number;
}

export interface FoundThing {
  readonly iri: string;
  /** The better, the higher; above 0. 1 where no text was searched. */
  readonly score: number;
  /** The label that holds the words. */
  readonly label?: string;
  /** Distance from the place, where one was given. */
  readonly kilometres?: number;
}

/** The best first, or the nearest where no text was searched. */
export interface FoundThings {
  readonly things: readonly FoundThing[];
  /** Whether there are no more than these. */
  readonly isComplete: boolean;
}

/** The words that the data speak: for completion and advice. */
export interface DataVocabulary {
  /** Objects of rdf:type, with the number of their instances. */
  readonly classes: readonly Usage[];
  /** Predicates, with the number of their statements. */
  readonly properties: readonly Usage[];
  /** Language tags as they are written, with the number of texts. */
  readonly languages: readonly { readonly tag: string; readonly count: number }[];
}

/** Port of search over the things of a release. */
export interface ThingSearch {
  search(question: SearchQuestion): FoundThings;
}

/** Port of the index: descriptions, labels, lists. Made from a release; answers without the store. */
export interface ResourceIndex extends ThingSearch {
  describe(iri: string): ResourceDescription | undefined;
  /** Whether there is a description. */
  has(iri: string): boolean;
  /** The label in that language, else in any. */
  label(iri: string, language: Language): string | undefined;
  /** Things of a dataset after an IRI (keyset paging). */
  things(dataset: string, options: { language: Language; after?: string; limit: number }): ThingPage;
  /** Things that link to one by a property, after an IRI (keyset paging); undefined where nothing does. */
  incoming(
    iri: string,
    property: string,
    options: { after?: string; limit: number },
  ): IncomingPage | undefined;
  /** Things of a dataset after an IRI, with the date of their last change. */
  datedThings(dataset: string, options: { after?: string; limit: number }): readonly DatedThing[];
  /** What became of an IRI that was published and is not any more; undefined for all others. */
  withdrawal(iri: string): Withdrawal | undefined;
  /** Coordinates of a dataset's things, at most `limit`. */
  places(dataset: string, limit: number): readonly PlacedThing[];
  /** Counted in all that the release says, its catalogue and its ontologies included. */
  vocabulary(): DataVocabulary;
  /** Counted in the things of datasets only. */
  model(): DataModel;
  readonly concepts: ConceptTrees;
  close(): void;
}
