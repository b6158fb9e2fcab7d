import type { Place } from './complaint.ts';
import type { Bilingual } from './language.ts';

/** A shape that JSON-LD of a profile takes: what its readers know by an IRI, and the platform by a file. */
export interface JsonLdContext {
  /** What is written as `@context`; it is never fetched. */
  readonly iri: string;
  /** Term definitions with the same meaning (JSON-LD 1.1). */
  readonly terms: Readonly<Record<string, unknown>>;
}

/**
 * Another way of describing things (https://www.w3.org/TR/dx-prof-conneg/): a CONSTRUCT over what is published of one
 * thing, kept as a file of `queries/profiles/`.
 */
export interface Profile {
  /** Its name in addresses: `?_profile=<token>`. */
  readonly token: string;
  readonly iri: string;
  readonly place: Place;
  readonly title: Bilingual;
  /** What it is for, as a sentence. */
  readonly description: Bilingual;
  /** IRIs of the classes whose things it describes; empty: all. */
  readonly classes: readonly string[];
  /** The whole text of the CONSTRUCT. */
  readonly text: string;
  readonly context?: JsonLdContext;
}
