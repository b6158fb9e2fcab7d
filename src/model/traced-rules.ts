/** IRIs that a part of a mapping can make. */
export interface NodePattern {
  /** A regular expression (flags `su`) that holds the whole IRI. */
  readonly pattern: string;
  /** Whether what fits was made so; a function's text, say, cannot be foretold. */
  readonly isSure: boolean;
}

/** Values that a rule can make. */
export interface ValuePattern {
  readonly kind: 'iri' | 'literal' | 'any';
  /** What the text fits; absent: anything. */
  readonly patterns?: readonly NodePattern[];
  /** The tag, where the rule names one; empty: texts without. Absent: any. */
  readonly language?: string;
  /** IRI, where the rule names one. */
  readonly datatype?: string;
}

/** How a value is made: a cell as it is, a text around cells, a function of them, what the rule itself says. */
export const VALUE_MAKINGS = ['cell', 'template', 'function', 'constant'] as const;

/** How a pair of predicate and object of a mapping makes statements: all that is to be known without the mapping. */
export interface TracedRule {
  readonly subjects: readonly NodePattern[];
  /** IRI of the predicate; absent: values name it. */
  readonly predicate?: string;
  readonly value: ValuePattern;
  /** Line of the mapping. */
  readonly line: number;
  /** Columns, or references, that the value is made of, as the source names them, the main one first. */
  readonly columns: readonly string[];
  /** Those that only decide whether there is a value. */
  readonly conditions: readonly string[];
  /** Those among both whose cells are kept private. */
  readonly private?: readonly string[];
  readonly how: (typeof VALUE_MAKINGS)[number];
  /** The function or the text around cells, as the mapping writes it. */
  readonly transformation?: string;
  /** Slug of the vocabulary that the value is looked up in. */
  readonly vocabulary?: string;
}

/** What a mapping can say, for readers who have only a release. */
export interface TracedRules {
  /** Path of the mapping in the project. */
  readonly file: string;
  readonly rules: readonly TracedRule[];
}
