/** How often something is used in the release. */
export interface Usage {
  readonly iri: string;
  readonly count: number;
}

/** How the things of a release use a class: the things themselves and their hash IRIs. */
export interface ClassUse {
  readonly iri: string;
  /** Subjects that have it as their class. */
  readonly count: number;
  /** Properties of these subjects, with the number of subjects that have each; the most frequent first. */
  readonly properties: readonly Usage[];
  /** IRIs of some things that are, or hold, such a subject. */
  readonly examples: readonly string[];
}

/** How the things of a release use a property. */
export interface PropertyUse {
  readonly iri: string;
  /** Subjects that have it. */
  readonly count: number;
  readonly examples: readonly string[];
}

/** Classes and properties of the things of a release, the most frequent first. */
export interface DataModel {
  readonly classes: readonly ClassUse[];
  readonly properties: readonly PropertyUse[];
}
