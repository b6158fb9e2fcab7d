import { RuleMatcher, statementRule } from '../index/index.ts';
import type {
  AskedStatement,
  SourceRecord,
  StatementOrigin,
  ThingOrigin,
  TracedRules,
} from '../model/index.ts';

/** Gives things their origins: the records that speak of them, and by the mapping's rules the statements. */
export function originsBy({ file, rules }: TracedRules): (records: readonly SourceRecord[]) => ThingOrigin {
  const matcher = new RuleMatcher(rules);
  return (records) => ({
    records,
    statement(asked: AskedStatement): StatementOrigin | undefined {
      const found = matcher.find(asked);
      return found.length === 0
        ? undefined
        : { records, rules: found.map((rule) => statementRule(file, rule)) };
    },
  });
}
