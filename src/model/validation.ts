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
  /** Focus nodes that have such a result. Absent in reports of before. */
  readonly concerned?: number;
  /** Things concerned by the first results, at most five. */
  readonly samples: readonly { readonly thing: string; readonly value?: string }[];
}

/** What validation found in one dataset (SHACL `sh:ValidationReport`, counted). */
export interface ShapeReport {
  /** Things validated. */
  readonly things: number;
  /** Things left out of the release for a violation. */
  readonly quarantined: number;
  /** Focus nodes judged by each shape with a target, by its IRI. Absent in reports of before. */
  readonly judged?: Readonly<Record<string, number>>;
  readonly groups: readonly ShapeResultGroup[];
}

/** A constraint that judges the targets of shapes: what the quality of a dataset is measured by. */
export interface MeasuredConstraint {
  /** Shapes with a target through which it judges them, as `ShapeReport.judged` names them. */
  readonly targets: readonly string[];
  /** As results name it: IRI of the shape, or of the one that holds it. */
  readonly shape: string;
  /** Local name of the constraint component. */
  readonly component: string;
  readonly path?: string;
  readonly severity: Severity;
  /** The property, or the shape, by its name. */
  readonly name: Bilingual;
  /** What is asked: “at least 1 value”. */
  readonly asks: Bilingual;
}
