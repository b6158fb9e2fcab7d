import type { Bilingual } from './language.ts';

/** A query kept as a file of `queries/`: an example a reader can run, open and change. */
export interface StoredQuery {
  /** `musees/par-region`: path below `queries/examples/`, without extension. */
  readonly name: string;
  /** Path of the file, as complaints give it. */
  readonly file: string;
  /** First folder of the name: the dataset it belongs to, if there is one of that slug. */
  readonly dataset: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  /** The whole text. */
  readonly text: string;
}
