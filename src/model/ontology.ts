import type { Bilingual } from './language.ts';

/** A class or property as an ontology presents it. */
export interface Term {
  readonly iri: string;
  readonly label: Bilingual;
  readonly comment?: Bilingual;
}

/** Labels of classes and properties, from `ontologies/` first and the standard vocabularies after. */
export interface Terms {
  find(iri: string): Term | undefined;
  /** Properties and classes of the application profile, in the order of their declaration. */
  order(iri: string): number;
}
