import { rml } from '../../rdf/index.ts';
import type { Expression, ObjectRule, PairRule, TargetRule, TermRule } from '../rules.ts';
import type { Absence } from './absences.ts';
import { type Explain, explainObject, explainTerm } from './explain.ts';
import { columnOf, compileCondition } from './expressions.ts';
import type { Output } from './output.ts';
import { asText, type Compiler, constant, type Reading, type Spelt, union } from './readings.ts';
import { compileTerm } from './terms.ts';

/** Writes what a pair says of the output's subject. */
export type Statements = (record: unknown) => void;

/** What compiling objects needs: gathers and joins are compiled elsewhere. */
export interface StatementCompiler extends Compiler {
  readonly output: Output;
  /** Ends of lines in the graphs that are being written to: ` <g> .\n`. */
  readonly suffixes: { current: readonly string[] };
  compileObject(object: ObjectRule): Reading;
}

/** Where a rule's statements go, whatever the pair says. */
export interface Surroundings {
  readonly graphs: readonly TermRule[];
  readonly targets: readonly TargetRule[];
  /** End of lines where no graph is told. */
  readonly defaultSuffix: string;
}

/** One closure for each predicate map × object map of the pair, and for each graph map where one has targets. */
export function compilePair(pair: PairRule, around: Surroundings, compiler: StatementCompiler): Statements {
  const graphs = [...around.graphs, ...pair.graphs];
  // A target of a graph map receives that graph's statements, and no other's.
  const groups = graphs.some(({ targets }) => targets.length > 0) ? graphs.map((graph) => [graph]) : [graphs];
  const parts = groups.flatMap((group) => {
    const suffixes = compileSuffixes(group, around.defaultSuffix, compiler);
    const shared = [...around.targets, ...group.flatMap(targetsOf)];
    return pair.predicates.flatMap((predicate) =>
      pair.objects.map((object) =>
        statement(compileTerm(predicate, compiler), compiler.compileObject(object), {
          suffixes,
          targets: [...shared, ...targetsOf(predicate), ...targetsOf(object)],
          compiler,
          explain: {
            object: explainObject(object, compiler),
            predicate: explainTerm(predicate, compiler),
            graphs: explainGraphs(group, compiler),
          },
        }),
      ),
    );
  });
  const holds = compileCondition(pair.condition, compiler);
  if (holds === undefined) {
    return (record) => {
      for (const part of parts) part(record);
    };
  }
  const refused = conditionAbsence(pair.condition as Expression, compiler);
  return (record) => {
    if (holds(record)) for (const part of parts) part(record);
    else refused.count++;
  };
}

/** Counts records that a condition leaves out. */
export const conditionAbsence = (condition: Expression, { absences }: Compiler): Absence =>
  absences.counter('condition', condition.place, columnOf(condition));

/** Where no graph has a value, the first one tells why. */
function explainGraphs([first]: readonly TermRule[], compiler: Compiler): Explain {
  return first === undefined ? () => undefined : explainTerm(first, compiler);
}

const targetsOf = (rule: ObjectRule): readonly TargetRule[] => rule.targets;

/** Ends of lines for the graphs of a record. */
export function compileSuffixes(
  graphs: readonly TermRule[],
  defaultSuffix: string,
  compiler: Compiler,
): Reading {
  if (graphs.length === 0) return constant(defaultSuffix);
  const { all, constant: only } = union(graphs.map((graph) => compileTerm(graph, compiler)));
  const suffix = (graph: string): string => (graph === `<${rml.defaultGraph}>` ? ' .\n' : ` ${graph} .\n`);
  if (only !== undefined) return constant(suffix(only));
  return { all: (record) => [...new Set(all(record))].map(suffix) };
}

interface Way {
  readonly suffixes: Reading;
  readonly targets: readonly TargetRule[];
  readonly compiler: StatementCompiler;
  /** Why there is nothing to say: of the object, the predicate, the graphs. */
  readonly explain: Readonly<Record<'object' | 'predicate' | 'graphs', Explain>>;
}

function statement(predicates: Reading, objects: Reading, way: Way): Statements {
  const { constant: predicate } = predicates;
  const { constant: suffix } = way.suffixes;
  const parts = objects.spelt ?? (objects.one && asText(objects));
  if (predicate === undefined || suffix === undefined || parts === undefined || way.targets.length > 0)
    return everyCombination(predicates, objects, way);
  return lines({ ...parts, open: ` ${predicate} ${parts.open}`, close: parts.close + suffix }, way);
}

/** The usual case, without making text: everything but the values is known beforehand. */
function lines({ open, values, spelling, close }: Spelt, { compiler, explain }: Way): Statements {
  const { output, faults } = compiler;
  const before = Buffer.from(open);
  const after = Buffer.from(close);
  const { one, all } = values;
  if (one !== undefined) {
    return (record) => {
      const { noted } = faults;
      const value = one(record);
      if (value !== undefined) output.line(before, value, spelling, after);
      else if (faults.noted === noted) explain.object(record);
    };
  }
  return (record) => {
    const { noted } = faults;
    const found = all(record);
    for (const value of found) output.line(before, value, spelling, after);
    if (found.length === 0 && faults.noted === noted) explain.object(record);
  };
}

function everyCombination(
  predicates: Reading,
  objects: Reading,
  { suffixes, targets, compiler, explain }: Way,
): Statements {
  const { output, faults } = compiler;
  const distinct = [...new Map(targets.map((target) => [target.id, target])).values()];
  const write = (line: string): void => {
    if (distinct.length === 0) output.add(line);
    for (const target of distinct) output.addTo(target, line);
  };
  return (record) => {
    const { subject } = output;
    const { noted } = faults;
    const ends = suffixes.all(record);
    // Gathers write the members of a collection into the graphs of the statement that names it.
    compiler.suffixes.current = ends;
    const found = objects.all(record);
    const named = predicates.all(record);
    for (const predicate of named) {
      for (const object of found) for (const end of ends) write(`${subject} ${predicate} ${object}${end}`);
    }
    if (faults.noted > noted) return;
    if (ends.length === 0) explain.graphs(record);
    else if (named.length === 0) explain.predicate(record);
    else if (found.length === 0) explain.object(record);
  };
}
