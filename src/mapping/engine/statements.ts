import { rml } from '../../rdf/index.ts';
import type { ObjectRule, PairRule, TargetRule, TermRule } from '../rules.ts';
import { compileCondition } from './expressions.ts';
import type { Output } from './output.ts';
import { type Compiler, constant, type Reading, union } from './readings.ts';
import { compileTerm } from './terms.ts';

/** Writes what a pair says of a subject. */
export type Statements = (subject: string, record: unknown) => void;

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
        }),
      ),
    );
  });
  const holds = compileCondition(pair.condition, compiler);
  return (subject, record) => {
    if (holds !== undefined && !holds(record)) return;
    for (const part of parts) part(subject, record);
  };
}

const targetsOf = (rule: ObjectRule): readonly TargetRule[] => rule.targets;

/** Ends of lines for the graphs of a record. */
export function compileSuffixes(
  graphs: readonly TermRule[],
  defaultSuffix: string,
  compiler: Compiler,
): Reading {
  if (graphs.length === 0) return constant(defaultSuffix);
  const { all, one } = union(graphs.map((graph) => compileTerm(graph, compiler)));
  const suffix = (graph: string): string => (graph === `<${rml.defaultGraph}>` ? ' .\n' : ` ${graph} .\n`);
  const read = (record: unknown): readonly string[] => [...new Set(all(record))].map(suffix);
  if (one === undefined || graphs.length > 1) return { all: read };
  return {
    all: read,
    one: (record) => {
      const graph = one(record);
      return graph === undefined ? undefined : suffix(graph);
    },
  };
}

interface Way {
  readonly suffixes: Reading;
  readonly targets: readonly TargetRule[];
  readonly compiler: StatementCompiler;
}

function statement(predicates: Reading, objects: Reading, way: Way): Statements {
  const { suffixes, targets, compiler } = way;
  const { one: predicate } = predicates;
  const { one: object } = objects;
  const { one: suffix } = suffixes;
  if (predicate && object && suffix && targets.length === 0) {
    const { output } = compiler;
    return (subject, record) => {
      const o = object(record);
      if (o === undefined) return;
      const p = predicate(record);
      const end = suffix(record);
      if (p !== undefined && end !== undefined) output.add(`${subject} ${p} ${o}${end}`);
    };
  }
  return everyCombination(predicates, objects, way);
}

function everyCombination(
  predicates: Reading,
  objects: Reading,
  { suffixes, targets, compiler }: Way,
): Statements {
  const { output } = compiler;
  const distinct = [...new Map(targets.map((target) => [target.id, target])).values()];
  const write = (line: string): void => {
    if (distinct.length === 0) output.add(line);
    for (const target of distinct) output.addTo(target, line);
  };
  return (subject, record) => {
    const ends = suffixes.all(record);
    // Gathers write the members of a collection into the graphs of the statement that names it.
    compiler.suffixes.current = ends;
    const found = objects.all(record);
    for (const predicate of predicates.all(record)) {
      for (const object of found) for (const end of ends) write(`${subject} ${predicate} ${object}${end}`);
    }
  };
}
