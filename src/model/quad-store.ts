import type { Bilingual } from './language.ts';

/** Kinds of SPARQL query, as the grammar tells them apart. */
export type QueryKind = 'select' | 'ask' | 'construct' | 'describe';

/** A SERVICE pattern of a query. */
export interface AskedService {
  /** Absolute IRI of the endpoint; undefined where it is a variable. */
  readonly iri: string | undefined;
  readonly isSilent: boolean;
}

/** Where the LIMIT of a SELECT stands in its text, or may be written. */
export interface LimitPlace {
  /** The text that the offsets belong to. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The LIMIT it has; absent: none. */
  readonly own?: number;
}

/** A query that was parsed and may be asked. */
export interface SparqlQuestion {
  readonly text: string;
  readonly kind: QueryKind;
  /** A media type the store can write for this kind of query. */
  readonly mediaType: string;
  /** Whether the text names its dataset (FROM, FROM NAMED): then the default graph is not the union of all. */
  readonly hasDataset: boolean;
  /** Where a store may write a LIMIT that bounds the rows it makes; of no use when the text is another by then. */
  readonly limitPlace?: LimitPlace;
  /**
   * Whether it looks as if it took long: it joins everything with everything. Such a query begins among the slow ones, so
   * that it never keeps a short one waiting.
   */
  readonly isHeavy?: boolean;
  /** Its SERVICE patterns, an outer one before those inside; absent: none. */
  readonly services?: readonly AskedService[];
  /** Protocol dataset: graphs that make up the default graph. Absent: the union of all graphs. */
  readonly defaultGraphs?: readonly string[];
  /** Protocol dataset: graphs that can be named. Absent: all. */
  readonly namedGraphs?: readonly string[];
  /** Ends the work, not only the waiting. */
  readonly signal?: AbortSignal;
}

/**
 * The text of an answer: whole; or, where a remote server writes it, UTF-8 in parts as they come. Parts that end by an
 * error were not the whole answer: who sends them on must not end them properly.
 */
export type AnswerBody = string | AsyncIterable<Uint8Array>;

/** An answer is complete or refused: there is no third kind. */
export type SparqlAnswer =
  | {
      readonly kind: 'answered';
      readonly body: AnswerBody;
      readonly mediaType: string;
      readonly milliseconds: number;
    }
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'timed-out'; readonly limitMilliseconds: number }
  | { readonly kind: 'too-large'; readonly unit: 'bytes' | 'rows'; readonly limit: number }
  | { readonly kind: 'overloaded'; readonly retryAfterSeconds: number }
  | { readonly kind: 'abandoned' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** A SERVICE that this platform does not ask, or asks otherwise. */
  | { readonly kind: 'service-refused'; readonly reason: Bilingual }
  /** A search in the index that cannot be asked so, or finds more than it may give. */
  | { readonly kind: 'search-refused'; readonly reason: Bilingual }
  /** A SERVICE that was asked and did not answer well. */
  | { readonly kind: 'service-failed'; readonly endpoint: string; readonly reason: Bilingual };

/** What a store is doing. */
export interface StoreFigures {
  readonly workers: number;
  readonly busy: number;
  /** Queries that wait for a worker. */
  readonly waiting: number;
  /** Queries in the slow lane. */
  readonly slow: number;
  /** Workers replaced since the start. */
  readonly replaced: number;
}

/** Port of a quad store that answers SPARQL 1.1 queries on one release. */
export interface QuadStore {
  answer(question: SparqlQuestion): Promise<SparqlAnswer>;
  /** Whether the release has been loaded and the store is open: queries are answered, or wait in a bounded line. */
  isReady(): boolean;
  /** Resolves when the release is loaded; rejects when it cannot be. */
  ready(): Promise<void>;
  /** Number of quads loaded. */
  size(): number;
  figures(): StoreFigures;
  close(): Promise<void>;
}
