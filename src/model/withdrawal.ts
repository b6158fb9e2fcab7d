import type { Bilingual } from './language.ts';

/** What became of an IRI that was published and is not any more. */
export interface Withdrawal {
  readonly iri: string;
  /** ISO 8601 day from which on it is withdrawn or replaced. */
  readonly date: string;
  /** What stands in its place, here or elsewhere; absent where nothing does. */
  readonly replacedBy?: string;
  readonly reason: Bilingual;
}
