import type { Language } from './language.ts';

/** Links from elsewhere to a thing, by property. */
export interface IncomingLinks {
  readonly property: string;
  readonly count: number;
  /** The first of them, ordered by IRI. */
  readonly sources: readonly string[];
}

/** Everything said about one thing. */
export interface ResourceDescription {
  readonly iri: string;
  /** Slug of the dataset that publishes it. */
  readonly dataset: string;
  /** N-Triples lines, without line feeds: the thing's own statements and those of its hash IRIs, in order. */
  readonly lines: readonly string[];
  readonly incoming: readonly IncomingLinks[];
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

/** Port of the index: descriptions, labels, lists. Made from a release; answers without the store. */
export interface ResourceIndex {
  describe(iri: string): ResourceDescription | undefined;
  /** The label in that language, else in any. */
  label(iri: string, language: Language): string | undefined;
  /** Things of a dataset after an IRI (keyset paging). */
  things(dataset: string, options: { language: Language; after?: string; limit: number }): ThingPage;
  /** Coordinates of a dataset's things, at most `limit`. */
  places(dataset: string, limit: number): readonly PlacedThing[];
  close(): void;
}
