import type {
  AskedStatement,
  NodePattern,
  StatementRule,
  StatementValue,
  TracedRule,
  ValuePattern,
} from '../../model/index.ts';

/** A longer text is not compared with a template: that it has the rule's kind is all that is asked. */
const LONGEST_TEXT = 2000;

/** What readers are told of a rule. @param file path of its mapping in the project */
export const statementRule = (
  file: string,
  { line, columns, private: hidden, how, transformation, vocabulary }: TracedRule,
): StatementRule => ({
  file,
  line,
  columns,
  how,
  ...(hidden && { private: hidden }),
  ...(transformation !== undefined && { transformation }),
  ...(vocabulary !== undefined && { vocabulary }),
});

/** Finds the rules of a mapping that can have made a statement. */
export class RuleMatcher {
  readonly #byPredicate: ReadonlyMap<string | undefined, readonly TracedRule[]>;
  readonly #expressions = new Map<string, RegExp>();

  constructor(rules: readonly TracedRule[]) {
    this.#byPredicate = Map.groupBy(rules, ({ predicate }) => predicate);
  }

  /**
   * Where a rule surely makes such a subject, those that may are left out. What a function makes is guessed from the
   * pieces of addresses in it: where no rule fits otherwise, it may have made something else.
   */
  find(asked: AskedStatement): readonly TracedRule[] {
    const { property } = asked;
    const named = [...(this.#byPredicate.get(property) ?? []), ...(this.#byPredicate.get(undefined) ?? [])];
    const found = this.#fitting(named, asked, false);
    return found.length > 0 ? found : this.#fitting(named, asked, true);
  }

  #fitting(rules: readonly TracedRule[], asked: AskedStatement, isLoose: boolean): readonly TracedRule[] {
    const { subject, value } = asked;
    const able = rules.filter((rule) => value === undefined || this.#makes(rule.value, value, isLoose));
    const fitting = able.flatMap((rule) => {
      const patterns = rule.subjects.filter((pattern) => this.#fits(pattern, subject));
      return patterns.length === 0 ? [] : [{ rule, isSure: patterns.some(({ isSure }) => isSure) }];
    });
    const sure = fitting.filter(({ isSure }) => isSure);
    return (sure.length > 0 ? sure : fitting).map(({ rule }) => rule);
  }

  #makes(
    { kind, patterns, language, datatype }: ValuePattern,
    value: StatementValue,
    isLoose: boolean,
  ): boolean {
    if (kind === 'any') return true;
    if (kind !== (value.termType === 'Literal' ? 'literal' : 'iri')) return false;
    if (language !== undefined && language.toLowerCase() !== (value.language ?? '').toLowerCase())
      return false;
    if (datatype !== undefined && datatype !== value.datatype?.value) return false;
    if (patterns === undefined || value.value.length > LONGEST_TEXT) return true;
    return patterns.some((pattern) => (isLoose && !pattern.isSure) || this.#fits(pattern, value.value));
  }

  #fits({ pattern }: NodePattern, text: string): boolean {
    const known = this.#expressions.get(pattern) ?? new RegExp(pattern, 'su');
    this.#expressions.set(pattern, known);
    return known.test(text);
  }
}
