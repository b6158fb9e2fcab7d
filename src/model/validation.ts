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

/** Where in a source a fault is to be corrected. Rows count records from 1, lines count from 1. */
export interface SourceCell {
  /** The source as a person would type it. */
  readonly file: string;
  readonly row: number;
  readonly line: number;
  /** The row as spreadsheets number it, for tables that were read again. */
  readonly sheetRow?: number;
  /** The column, or the reference of JSON and XML, that makes such values; absent where none does. */
  readonly column?: string;
  /** What stands there, as it is written; empty where nothing does. Absent where it was not read again. */
  readonly cell?: string;
  /** Further rows that speak of the same thing, and what they hold in the column: the fault may stand there, or between them. */
  readonly alsoRows?: readonly OtherRow[];
  /** Columns that could make such a value instead; told where there is none. */
  readonly otherColumns?: readonly string[];
  /** What the mapping reads for this and the source has no column for. */
  readonly missingColumns?: readonly string[];
}

/** Another record of the same thing. */
export type OtherRow = Pick<SourceCell, 'row' | 'sheetRow' | 'cell'>;

/** A reason of a result: what a shape inside `sh:or`, `sh:node` and their kin found. */
export interface ShapeResultDetail {
  readonly focusNode: string;
  readonly component: string;
  readonly path?: string;
  readonly value?: string;
  readonly message: Bilingual;
}

/** One `sh:ValidationResult`, with what helps to correct it; its cell where it was looked up. */
export interface ShapeResult extends Partial<SourceCell> {
  /** IRI of the thing the focus node belongs to: the focus node without its fragment. */
  readonly thing: string;
  readonly focusNode: string;
  readonly shape: string;
  /** Local name of the constraint component: `MinCountConstraintComponent`. */
  readonly component: string;
  readonly severity: Severity;
  readonly path?: string;
  readonly value?: string;
  /** The value as N-Triples writes it. */
  readonly term?: string;
  readonly message: Bilingual;
  /** Why it matters: the shape's `sh:description`, else what holds of every such constraint. */
  readonly why?: Bilingual;
  /** The value is a thing that is left out itself: it is to be corrected first. */
  readonly leftOut?: true;
  /** Valid values near to this one, or examples of such; at most three. */
  readonly suggestions?: readonly string[];
  /** The reasons inside `sh:or`, `sh:not`, `sh:node` and their kin, outermost first, at most twenty. */
  readonly details?: readonly ShapeResultDetail[];
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
  /** The first result's, where a query makes them. */
  readonly message: Bilingual;
  /** The query that makes the messages. */
  readonly saidBy?: string;
  readonly why?: Bilingual;
  readonly count: number;
  /** Focus nodes with such a result. Absent in reports of before. */
  readonly concerned?: number;
  /** The first results, at most five. */
  readonly samples: readonly ShapeResultSample[];
}

/** A result of a group: what the group does not say already. */
export type ShapeResultSample = Partial<SourceCell> &
  Pick<ShapeResult, 'thing' | 'value' | 'leftOut' | 'suggestions' | 'details'> & {
    /** Its own, where a query makes the messages of the group. */
    readonly message?: Bilingual;
  };

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
