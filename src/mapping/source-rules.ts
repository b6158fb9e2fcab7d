import type { Place, Source } from '../model/index.ts';
import type { Expression } from './expression-rules.ts';

/** Where the records of a rule come from (RML abstract logical source). */
export type SourceRule = LogicalSourceRule | QuerySourceRule | LogicalViewRule;

/** A file and how to read it (RML-IO). Rules with the same `id` are mapped in one pass. */
export interface LogicalSourceRule {
  readonly kind: 'source';
  readonly id: string;
  readonly place: Place;
  readonly source: Source;
}

/** Solutions of a SPARQL SELECT query on an RDF file: a record each, its references the variables. */
export interface QuerySourceRule {
  readonly kind: 'query';
  readonly id: string;
  readonly place: Place;
  /** Absolute path of the RDF file. */
  readonly path: string;
  /** The path as messages name it. */
  readonly shown: string;
  readonly query: string;
  /** IRI of a format of results (`formats` of the vocabulary): what it tells of datatypes is what values have. */
  readonly results: string;
  /** Values that count as absent. */
  readonly nulls: readonly string[];
}

/** A logical view (RML-LV): rows of named fields over another source. */
export interface LogicalViewRule {
  readonly kind: 'view';
  readonly id: string;
  readonly place: Place;
  readonly on: SourceRule;
  readonly fields: readonly FieldRule[];
  readonly joins: readonly ViewJoinRule[];
}

/** A field: an expression's values, or the records that an iterator finds in its parent. */
export interface FieldRule {
  readonly name: string;
  readonly place: Place;
  readonly read:
    | { readonly kind: 'expression'; readonly expression: Expression }
    | {
        readonly kind: 'iterator';
        readonly iterator?: string;
        readonly format?: Source['format'];
        readonly namespaces?: Source['namespaces'];
      };
  readonly fields: readonly FieldRule[];
}

export interface ViewJoinRule {
  readonly kind: 'left' | 'inner';
  readonly place: Place;
  readonly parent: LogicalViewRule;
  readonly conditions: readonly JoinCondition[];
  readonly fields: readonly FieldRule[];
}

/** Values of the child equal values of the parent. */
export interface JoinCondition {
  readonly child: Expression;
  readonly parent: Expression;
}
