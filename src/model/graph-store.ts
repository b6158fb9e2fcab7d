/** A value of a SPARQL result, in the words of SPARQL 1.1 Query Results JSON. */
export interface BoundTerm {
  readonly type: 'uri' | 'bnode' | 'literal';
  readonly value: string;
  readonly language?: string;
  /** Absent for plain strings and for text with a language. */
  readonly datatype?: string;
}

/** An answer is complete, or it says why there is none. After `timed-out` and `failed` the store is gone. */
export type GraphAnswer =
  | {
      readonly kind: 'answered';
      readonly variables: readonly string[];
      /** One row a solution, in the order of the variables; undefined where a variable is unbound. */
      readonly rows: readonly (readonly (BoundTerm | undefined)[])[];
    }
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'timed-out'; readonly limitMilliseconds: number }
  | { readonly kind: 'too-large'; readonly limitRows: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the IRIs begin with that stand for blank nodes in queries: the label follows. */
export const BLANK_NODE_IRIS = 'urn:cimaise:blank:';

/**
 * Port of a working store: statements are put in and taken out while questions are asked, by one owner, for the time of
 * one task. Its graphs are asked as one. Blank nodes keep their labels: queries name them by IRIs
 * (`BLANK_NODE_IRIS`), answers tell them as blank nodes. Literals may be told in another lexical form of their value.
 */
export interface GraphStore {
  /**
   * Adds N-Quads: chunks of text, cut anywhere. Resolves to the number of statements that the store then holds.
   * @throws Fault for what is not N-Quads, and where the store is gone
   */
  load(nquads: AsyncIterable<string | Uint8Array>): Promise<number>;
  /** Takes out statements: N-Quads lines without line feeds, as they were put in. */
  remove(lines: readonly string[]): Promise<void>;
  /** Answers a SELECT. */
  select(query: string): Promise<GraphAnswer>;
  close(): Promise<void>;
}
