import type { Bilingual, ServiceEndpoint } from '../../model/index.ts';
import type { ResultTerm } from '../term-table.ts';

/** One request to an endpoint. */
export interface ServiceQuestion {
  readonly endpoint: ServiceEndpoint;
  /** A SELECT of these variables, in this order. */
  readonly text: string;
  readonly variables: readonly string[];
  /** Most solutions. */
  readonly rows: number;
  /** Base IRI of the site that asks: endpoints want to know who it is. */
  readonly from: string;
}

/** What a thread is told. */
export type ThreadMessage =
  | { readonly kind: 'ask'; readonly question: ServiceQuestion }
  /** Nobody waits for the answer any more. */
  | { readonly kind: 'cancel' };

/** A whole answer, or why there is none. */
export type ServiceReply =
  | { readonly kind: 'solutions'; readonly rows: readonly (readonly (ResultTerm | undefined)[])[] }
  | { readonly kind: 'failed'; readonly reason: Bilingual };

/** An endpoint that cannot be asked or does not answer well. */
export class ServiceFailure extends Error {
  readonly reason: Bilingual;

  constructor(reason: Bilingual) {
    super(reason.en);
    this.name = 'ServiceFailure';
    this.reason = reason;
  }
}
