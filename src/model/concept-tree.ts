import type { Language } from './language.ts';

/** A SKOS concept where it stands in its tree. */
export interface TreeConcept {
  readonly iri: string;
  readonly label: string;
  /** Concepts right below it. */
  readonly narrower: number;
  /** Things that refer to it, or to one below it, each once. */
  readonly things: number;
}

/** A part of the concepts below one, in the order of their labels. */
export interface ConceptPage {
  readonly concepts: readonly TreeConcept[];
  /** Concepts on all pages. */
  readonly total: number;
}

/** A `skos:ConceptScheme` of the release. */
export interface ConceptScheme {
  readonly iri: string;
  /** Concepts in it. */
  readonly concepts: number;
}

/** Which part of the concepts is wanted, and in which language labels come where there are such. */
export interface ConceptOptions {
  readonly language: Language;
  readonly offset: number;
  readonly limit: number;
}

/** Port of the vocabularies of a release: SKOS trees, with the things under each concept. */
export interface ConceptTrees {
  /** In the order of their IRIs. */
  schemes(): readonly ConceptScheme[];
  /** The concept; undefined for what is none. */
  concept(iri: string, language: Language): TreeConcept | undefined;
  /** The concepts of a scheme that none of it is above. */
  topConcepts(scheme: string, options: ConceptOptions): ConceptPage;
  /** The concepts right below one. */
  narrower(concept: string, options: ConceptOptions): ConceptPage;
  /** IRIs of the concepts right above one. */
  broader(concept: string): readonly string[];
  /** IRIs of the schemes that a concept is in. */
  schemesOf(concept: string): readonly string[];
}
