import { iriText } from '../../rdf/index.ts';
import { referencesOf, type TriplesRule } from '../rules.ts';
import { compileCondition, compileExpression } from './expressions.ts';
import { asText, type Read, type Reading, type Spelt, union } from './readings.ts';
import {
  compilePair,
  compileSuffixes,
  conditionAbsence,
  type StatementCompiler,
  type Statements,
  type Surroundings,
} from './statements.ts';
import { compileTerm } from './terms.ts';

/** How the text of subjects is made of values. */
export interface Subjects extends Pick<Spelt, 'values' | 'spelling'> {
  readonly open: Uint8Array;
  readonly close: Uint8Array;
}

/** A triples map, compiled. */
export interface CompiledRule {
  readonly rule: TriplesRule;
  /** Whether each record has a subject of its own, as an inventory's rows have. */
  readonly identifies: boolean;
  /** Values of the rule's `each`; undefined where it has none. */
  readonly each: Read | undefined;
  readonly holds: (record: unknown) => boolean;
  readonly subjects: Subjects;
  readonly pairs: readonly Statements[];
}

/** Compiles a rule for the source of its compiler. */
export function compileRule(
  rule: TriplesRule,
  compiler: StatementCompiler,
  graph: string | undefined,
): CompiledRule {
  const defaultSuffix = graph === undefined ? ' .\n' : ` ${iriText(graph)} .\n`;
  const around: Surroundings = {
    graphs: rule.graphs,
    targets: rule.subjects.flatMap(({ targets }) => targets),
    defaultSuffix,
  };
  return {
    rule,
    identifies:
      rule.view === undefined && rule.subjects.every(({ expression }) => referencesOf(expression).length > 0),
    // What `each` reads is the record's own, not the values it makes.
    each: rule.view && compileExpression(rule.view.each, { ...compiler, eachName: undefined }).all,
    holds: compileHolds(rule, compiler),
    subjects: encoded(compileSubjects(rule, around, compiler)),
    pairs: rule.pairs.map((pair) => compilePair(pair, around, compiler)),
  };
}

/** A record that the condition leaves out is counted. */
function compileHolds({ condition }: TriplesRule, compiler: StatementCompiler): CompiledRule['holds'] {
  const holds = compileCondition(condition, compiler);
  if (condition === undefined || holds === undefined) return () => true;
  const refused = conditionAbsence(condition, compiler);
  return (record) => {
    if (holds(record)) return true;
    refused.count++;
    return false;
  };
}

function encoded(subjects: Reading): Subjects {
  const { open, values, spelling, close } = subjects.spelt ?? asText(subjects);
  return { open: Buffer.from(open), values, spelling, close: Buffer.from(close) };
}

/** Subjects may be collections: their members go into the graphs of the subject. */
function compileSubjects(rule: TriplesRule, around: Surroundings, compiler: StatementCompiler): Reading {
  const gathers = rule.subjects.some(({ gather }) => gather !== undefined);
  const subjects = union(
    rule.subjects.map((term) => (term.gather ? compiler.compileObject(term) : compileTerm(term, compiler))),
  );
  if (!gathers) return subjects;
  const suffixes = compileSuffixes(rule.graphs, around.defaultSuffix, compiler);
  return {
    all(record) {
      compiler.suffixes.current = suffixes.all(record);
      return subjects.all(record);
    },
  };
}
