import type { Bilingual } from './language.ts';

/** SHACL severities, gravest first. */
export type Severity = 'violation' | 'warning' | 'info';

export const SEVERITIES: readonly Severity[] = ['violation', 'warning', 'info'];

/** A thing with its own statements: the lines of one subject, hash IRIs of the same document included. */
export interface ResourceStar {
  /** The thing's IRI, without fragment. */
  readonly iri: string;
  /** N-Quads lines without line feeds. */
  readonly lines: readonly string[];
}

/** One `sh:ValidationResult`. */
export interface ShapeResult {
  /** IRI of the thing the focus node belongs to: the focus node without its fragment. */
  readonly thing: string;
  readonly focusNode: string;
  readonly shape: string;
  /** Local name of the constraint component: `MinCountConstraintComponent`. */
  readonly component: string;
  readonly severity: Severity;
  readonly path?: string;
  readonly value?: string;
  readonly message: Bilingual;
  /** The query that made the message: such messages differ from result to result, and do not make kinds of results. */
  readonly saidBy?: string;
}

/** Port of a SHACL validator: things in, results out. Things of one call are judged each by itself. */
export interface ShapeValidator {
  validate(stars: readonly ResourceStar[]): Promise<readonly ShapeResult[]>;
}

/** A kind of result, counted: how a report is read. */
export interface ShapeResultGroup {
  readonly shape: string;
  readonly component: string;
  readonly path?: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly count: number;
  /** Things concerned by the first results, at most five. */
  readonly samples: readonly { readonly thing: string; readonly value?: string }[];
}

/** What validation found in one dataset (SHACL `sh:ValidationReport`, counted). */
export interface ShapeReport {
  /** Things validated. */
  readonly things: number;
  /** Things left out of the release for a violation. */
  readonly quarantined: number;
  readonly groups: readonly ShapeResultGroup[];
}
