import type { ChartAnswer, UnaskedReason } from '../../model/index.ts';

/** Some of many: how many there are, and the first of them. */
export interface Listed {
  readonly count: number;
  readonly some: readonly string[];
}

/** A class or a property that a dataset did not use before, or does not use any more. */
export interface TermChange {
  readonly slug: string;
  readonly kind: 'class' | 'property';
  readonly iri: string;
  readonly change: 'appears' | 'vanishes';
  /** Instances or statements: now, or before it vanished. */
  readonly count: number;
}

/** How a declared query is answered by a release. */
export type QueryAnswer =
  | {
      readonly kind: 'answered';
      /** Names of the columns of a SELECT; none for other queries. */
      readonly columns: readonly string[];
      /** Columns that hold a value in at least one row. */
      readonly filled: readonly string[];
      /** Rows, or statements of a graph; 1 or 0 for yes and no. */
      readonly rows: number;
    }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Nobody knows what it answers. */
  | { readonly kind: 'unasked'; readonly reason: UnaskedReason };

/** Answers by name of the query: `examples/<dataset>/<name>`, `charts/<dataset>/<name>` or `api/<name>`. */
export type QueryAnswers = Readonly<Record<string, QueryAnswer>>;

/** What a draft was asked. */
export interface DraftAnswers {
  readonly queries: QueryAnswers;
  /** What is to be drawn, by name of the chart. */
  readonly charts: Readonly<Record<string, ChartAnswer>>;
}

/** A query that is not answered as it was, or that answers nothing. */
export interface QueryChange {
  readonly name: string;
  /**
   * `columns`: others than before; `unfilled`: columns that held values hold none; `empty`: no rows; `fails`: no answer;
   * `gone`: it is not declared any more.
   */
  readonly change: 'columns' | 'unfilled' | 'empty' | 'fails' | 'gone';
  /** Columns before and after, the columns without values, the reason. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly reason?: string;
}

/** A figure of a dataset that is another by more than a share. */
export interface Jump {
  readonly slug: string;
  readonly figure: 'things' | 'statements' | 'bytes';
  readonly before: number;
  readonly after: number;
}

/** What a release changes for those who use the one before it. */
export interface Breaks {
  /** Id of the release that it is compared with; absent: there is none. */
  readonly previous?: string;
  readonly datasets: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Published things that are not there any more: without a word, or with what became of them. */
  readonly iris: { readonly vanished: Listed; readonly withdrawn: Listed; readonly replaced: Listed };
  readonly terms: readonly TermChange[];
  readonly queries: readonly QueryChange[];
  /** Queries of which nothing can be told. */
  readonly unasked: readonly { readonly name: string; readonly reason: UnaskedReason }[];
  readonly jumps: readonly Jump[];
  /** Paths of dumps that were published and are not any more. */
  readonly dumps: readonly string[];
}
