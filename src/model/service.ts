import type { Bilingual } from './language.ts';

/** Another SPARQL endpoint that queries may ask by SERVICE: a row of `queries/services.yml`. */
export interface ServiceEndpoint {
  /** Absolute IRI, as queries write it. */
  readonly endpoint: string;
  readonly title?: Bilingual;
  /** How long one request may take. */
  readonly milliseconds: number;
  /** How long one answer may be, unpacked. */
  readonly bytes: number;
  /** Whether its address may be one of a private range: an intranet, this machine. */
  readonly isPrivate: boolean;
}
