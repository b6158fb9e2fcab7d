import { columnsRead, mainColumns } from './field-columns.ts';
import type { Mapping, ObjectRule, PairRule, TermRule, TriplesRule } from './rules.ts';
import { absolute, type Fit, spelled, subjectTest } from './subject-match.ts';

/** A rule and what is asked of it again and again. */
export class TracedRule {
  readonly rule: TriplesRule;
  readonly subjectKeys: readonly string[];
  readonly #mapping: Mapping;
  readonly #base: string;
  readonly #tests;

  constructor(rule: TriplesRule, mapping: Mapping, base: string) {
    this.rule = rule;
    this.#mapping = mapping;
    this.#base = rule.base ?? base;
    this.subjectKeys = rule.subjects.map(({ expression }) => spelled(expression));
    this.#tests = rule.subjects.map((subject) => subjectTest(subject, this.#base));
  }

  /** How surely one of its subjects is this node. */
  fit(node: string): Fit {
    const fits = this.#tests.map((test) => test(node));
    return fits.includes('yes') ? 'yes' : fits.includes('perhaps') ? 'perhaps' : 'no';
  }

  pairsWith(predicate: string): readonly SaidBy[] {
    return this.rule.pairs
      .filter(({ predicates }) => predicates.some((one) => this.#names(one, predicate)))
      .map((pair) => ({ by: this, pair }));
  }

  read(expression: TermRule['expression']): readonly string[] {
    return columnsRead(expression, this.rule);
  }

  get subjectColumns(): readonly string[] {
    return this.rule.subjects.flatMap(({ expression }) => this.read(expression));
  }

  /** Columns of an object: of its text, of its members, then of its language and datatype. */
  objectColumns(object: ObjectRule): readonly string[] {
    if (object.kind === 'join') {
      if (object.conditions.length > 0) return object.conditions.flatMap(({ child }) => this.read(child));
      const parent = this.#mapping.rules.find(({ name }) => name === object.parent);
      return parent ? parent.subjects.flatMap(({ expression }) => columnsRead(expression, parent)) : [];
    }
    const { expression, gather, language, datatype } = object;
    return [
      ...this.read(expression),
      ...(gather?.members ?? []).flatMap((member) => this.objectColumns(member)),
      ...this.read(language),
      ...this.read(datatype),
    ];
  }

  /** The main column of each way to make an object. */
  mainColumns(object: ObjectRule): readonly string[] {
    const main = object.kind === 'join' ? [] : mainColumns(object.expression, this.rule);
    return main.length > 0 ? main : this.objectColumns(object).slice(0, 1);
  }

  #names({ expression }: TermRule, predicate: string): boolean {
    return expression?.kind === 'constant' && absolute(expression.value, this.#base) === predicate;
  }
}

/** What says a statement: a pair of a rule. */
export interface SaidBy {
  readonly by: TracedRule;
  readonly pair: PairRule;
}
