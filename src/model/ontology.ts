import type { Bilingual } from './language.ts';

/** A class or property as an ontology presents it. */
export interface Term {
  readonly iri: string;
  readonly label: Bilingual;
  readonly comment?: Bilingual;
  /** IRIs of the classes or properties that it is a kind of. */
  readonly parents?: readonly string[];
  /** Of a property: classes of its subjects and of its values, as the vocabulary says. */
  readonly domains?: readonly string[];
  readonly ranges?: readonly string[];
  /** Whom it is said for, where that is not everybody (`dcterms:audience`): pages for all leave it aside. */
  readonly audiences?: readonly string[];
  /** Of what names identifiers, a property, a datatype or a register: where they lead. */
  readonly register?: IdentifierRegister;
}

/** How identifiers become addresses, as Wikidata says it of its own properties. */
export interface IdentifierRegister {
  /** `https://host/path/$1`, where the identifier stands for `$1` (P1630, formatter URL). */
  readonly templates: readonly string[];
  /** An identifier is written as one of these, from its first to its last character (P1793). */
  readonly patterns: readonly RegExp[];
}

/** Labels of classes and properties, from `ontologies/` first and the standard vocabularies after. */
export interface Terms {
  find(iri: string): Term | undefined;
  /** Properties and classes of the application profile, in the order of their declaration. */
  order(iri: string): number;
}
