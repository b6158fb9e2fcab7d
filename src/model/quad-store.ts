/** Kinds of SPARQL query, as the grammar tells them apart. */
export type QueryKind = 'select' | 'ask' | 'construct' | 'describe';

/** A query that was parsed and may be asked. */
export interface SparqlQuestion {
  readonly text: string;
  readonly kind: QueryKind;
  /** A media type the store can write for this kind of query. */
  readonly mediaType: string;
  /** Whether the text names its dataset (FROM, FROM NAMED): then the default graph is not the union of all. */
  readonly hasDataset: boolean;
  /** Protocol dataset: graphs that make up the default graph. Absent: the union of all graphs. */
  readonly defaultGraphs?: readonly string[];
  /** Protocol dataset: graphs that can be named. Absent: all. */
  readonly namedGraphs?: readonly string[];
  /** Ends the work, not only the waiting. */
  readonly signal?: AbortSignal;
}

/** An answer is complete or refused: there is no third kind. */
export type SparqlAnswer =
  | {
      readonly kind: 'answered';
      readonly body: string;
      readonly mediaType: string;
      readonly milliseconds: number;
    }
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'timed-out'; readonly limitMilliseconds: number }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'overloaded'; readonly retryAfterSeconds: number }
  | { readonly kind: 'abandoned' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Port of a quad store that answers SPARQL 1.1 queries on one release. */
export interface QuadStore {
  answer(question: SparqlQuestion): Promise<SparqlAnswer>;
  /** Whether the release has been loaded and the store is open: queries are answered, or wait in a bounded line. */
  isReady(): boolean;
  /** Resolves when the release is loaded; rejects when it cannot be. */
  ready(): Promise<void>;
  /** Number of quads loaded. */
  size(): number;
  close(): Promise<void>;
}
