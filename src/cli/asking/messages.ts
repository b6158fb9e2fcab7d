import type { DeclaredQuery } from '../../release/index.ts';
import type { OxigraphStoreOptions } from '../../store/index.ts';
import type { Asked } from './ask-queries.ts';

/** What the process that asks is told. */
export interface AskingJob {
  readonly queries: readonly DeclaredQuery[];
  readonly store: OxigraphStoreOptions;
  /** The file of the index, and what it has to be made of. */
  readonly index: { readonly file: string; readonly fingerprint: string };
  /** For all queries together. */
  readonly milliseconds: number;
}

export type AskingReply =
  | { readonly kind: 'asking'; readonly asked: number }
  | { readonly kind: 'answered'; readonly answers: Asked };
