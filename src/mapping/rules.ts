import type { Place, Source } from '../model/index.ts';
import type { Expression } from './expression-rules.ts';
import type { JoinCondition, SourceRule } from './source-rules.ts';

export * from './expression-rules.ts';
export type * from './source-rules.ts';

/**
 * The typed form of a mapping, whatever language it was written in. Every node knows where it was written, so that a
 * fault at run time names the rule.
 */
export interface Mapping {
  readonly file: string;
  /** Columns are found whatever the case, accents and punctuation: for mappings that people write by hand. */
  readonly foldsColumns: boolean;
  readonly columns: readonly ColumnRule[];
  readonly rules: readonly TriplesRule[];
}

/** A column the mapping reads: the name used in references, the names it has had in other exports. */
export interface ColumnRule {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly optional: boolean;
  readonly place: Place;
}

/** A triples map: what is said about the subjects made from one record. */
export interface TriplesRule {
  readonly name: string;
  readonly place: Place;
  /** Absent: the source that the run is given. */
  readonly source?: SourceRule;
  /** Base for relative IRIs, where it is not that of the run. */
  readonly base?: string;
  /** YARRRML's `each`: one record for each value. */
  readonly view?: RecordView;
  readonly subjects: readonly TermRule[];
  readonly graphs: readonly TermRule[];
  readonly condition?: Expression;
  readonly pairs: readonly PairRule[];
}

/** One record for each value of an expression, which references can name beside the record's own. */
export interface RecordView {
  readonly name: string;
  readonly each: Expression;
}

export interface PairRule {
  readonly predicates: readonly TermRule[];
  readonly objects: readonly ObjectRule[];
  readonly graphs: readonly TermRule[];
  readonly condition?: Expression;
}

export type ObjectRule = TermRule | JoinRule;

/** A referencing object map: the subjects of another rule. */
export interface JoinRule {
  readonly kind: 'join';
  readonly place: Place;
  /** Name of the parent rule. */
  readonly parent: string;
  readonly conditions: readonly JoinCondition[];
  readonly targets: readonly TargetRule[];
}

export type TermType = 'iri' | 'uri' | 'unsafe-iri' | 'unsafe-uri' | 'literal' | 'blank';

/** A term map: an expression and the kind of term that its values become. */
export interface TermRule {
  readonly kind: 'term';
  /** Absent only for blank nodes: each record gets a fresh one. */
  readonly expression?: Expression;
  readonly termType: TermType;
  readonly language?: Expression;
  readonly datatype?: Expression;
  readonly targets: readonly TargetRule[];
  readonly gather?: GatherRule;
  readonly place: Place;
}

/** A gather map (RML-CC): terms as a collection or container, whose head the term map names. */
export interface GatherRule {
  readonly members: readonly ObjectRule[];
  readonly as: 'List' | 'Bag' | 'Seq' | 'Alt';
  readonly allowEmpty: boolean;
  readonly strategy: 'append' | 'cartesianProduct';
}

/** A logical target (RML-IO): a file that statements go to besides. */
export interface TargetRule {
  readonly id: string;
  readonly place: Place;
  /** Absolute path. */
  readonly path: string;
  /** IRI of a file format (`formats` of the vocabulary). */
  readonly serialization: string;
  readonly encoding: string;
  readonly compression: NonNullable<Source['compression']>;
}

/** Every expression of a rule that is evaluated on its own records, the view's included. */
export function expressionsOf(rule: TriplesRule): readonly Expression[] {
  const terms = [
    ...rule.subjects,
    ...rule.graphs,
    ...rule.pairs.flatMap(({ predicates, objects, graphs }) => [...predicates, ...objects, ...graphs]),
  ];
  const conditions = [rule.condition, ...rule.pairs.map((pair) => pair.condition)];
  return [...terms.flatMap(expressionsOfObject), ...conditions, rule.view?.each].filter(
    (one) => one !== undefined,
  );
}

function expressionsOfObject(object: ObjectRule): readonly (Expression | undefined)[] {
  if (object.kind === 'join') return object.conditions.map(({ child }) => child);
  return [
    object.expression,
    object.language,
    object.datatype,
    ...(object.gather?.members ?? []).flatMap(expressionsOfObject),
  ];
}

/** Every join of a rule, those among the members of collections included. */
export const joinsOf = ({ subjects, pairs }: TriplesRule): readonly JoinRule[] =>
  [...subjects, ...pairs.flatMap(({ objects }) => objects)].flatMap(joinsOfObject);

const joinsOfObject = (object: ObjectRule): readonly JoinRule[] =>
  object.kind === 'join' ? [object] : (object.gather?.members.flatMap(joinsOfObject) ?? []);

/** Every target that a mapping writes to. */
export function targetsOf({ rules }: Mapping): readonly TargetRule[] {
  return rules.flatMap(({ subjects, graphs, pairs }) =>
    [
      ...subjects,
      ...graphs,
      ...pairs.flatMap((pair) => [...pair.predicates, ...pair.objects, ...pair.graphs]),
    ].flatMap(({ targets }) => targets),
  );
}
