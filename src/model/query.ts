import type { Place } from './complaint.ts';
import type { Bilingual } from './language.ts';
import type { QueryKind } from './quad-store.ts';

/** A query kept as a file of `queries/`: an example a reader can run, open and change, or one that counts. */
export interface StoredQuery {
  /** `musees/par-region`: path below `queries/examples/`, or `queries/statistics/`, without extension. */
  readonly name: string;
  /** Path of the file, as complaints give it. */
  readonly file: string;
  /** First folder of an example's name: the dataset it belongs to, if there is one of that slug. */
  readonly dataset: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly kind: QueryKind;
  /** The whole text. */
  readonly text: string;
}

export const PARAMETER_TYPES = [
  'iri',
  'string',
  'integer',
  'decimal',
  'date',
  'year',
  'language',
  'boolean',
] as const;

export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** A parameter of a query that is an API: what stands in the place of a variable. */
export interface QueryParameter {
  /** As the address and the query's variable have it. */
  readonly name: string;
  readonly place: Place;
  readonly type: ParameterType;
  readonly description: Bilingual;
  /** Slug of the dataset whose things are meant: an identifier of one will do instead of its IRI. */
  readonly dataset?: string;
  /** The only values, where there are few. */
  readonly choices?: readonly string[];
  /** Bounds of numbers, years and dates, both included, as they are written. */
  readonly minimum?: string;
  readonly maximum?: string;
  /** A number of rows to give, or to leave out first, instead of a variable. */
  readonly role?: 'limit' | 'offset';
  readonly isRequired: boolean;
  /** As it would be written in an address. */
  readonly default?: string;
  /** A value that answers something; always there where a value is required. */
  readonly example?: string;
}

/** A SELECT kept as a file of `queries/api/`: `/api/<name>`. */
export interface ApiQuery {
  readonly name: string;
  readonly file: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly text: string;
  readonly parameters: readonly QueryParameter[];
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
}
