import { folded } from '../documents/index.ts';
import type { Complaint } from '../model/index.ts';
import { argumentOf } from './arguments.ts';
import {
  badPattern,
  missingParameter,
  notAmong,
  unknownColumn,
  unknownFunction,
  unknownOutput,
  unknownParameter,
} from './check-complaints.ts';
import {
  compilePattern,
  type FunctionParameter,
  findFunction,
  findParameter,
  givesOutput,
} from './functions/index.ts';
import {
  type Call,
  type Expression,
  expressionsOf,
  type Mapping,
  type Reference,
  referencesOf,
} from './rules.ts';

/** Which column of this source each reference reads; absent optional columns map to undefined. */
export interface ResolvedColumns {
  readonly columns: ReadonlyMap<string, string | undefined>;
  readonly missing: readonly string[];
  readonly unused: readonly string[];
  readonly complaints: readonly Complaint[];
}

/** Names of columns are compared without regard to case, accents, spaces and punctuation. */
const find = (wanted: string, present: ReadonlyMap<string, string>): string | undefined =>
  present.get(folded(wanted));

/** Resolves references against a table's header, by name and then by alias; unknown ones are complaints. */
export function resolveColumns(mapping: Mapping, header: readonly string[]): ResolvedColumns {
  const present = new Map(mapping.foldsColumns ? header.map((column) => [folded(column), column]) : []);
  const declared = new Map(mapping.columns.map((column) => [column.name, column]));
  const complaints: Complaint[] = [];
  const columns = new Map<string, string | undefined>();
  for (const reference of dataReferences(mapping)) {
    if (columns.has(reference.name)) continue;
    const rule = declared.get(reference.name);
    const names = [reference.name, ...(rule?.aliases ?? [])];
    const column =
      names.find((one) => header.includes(one)) ??
      names.map((name) => find(name, present)).find((one) => one !== undefined);
    columns.set(reference.name, column);
    if (column === undefined && !rule?.optional) complaints.push(unknownColumn(reference, header));
  }
  const used = new Set(columns.values());
  return {
    columns,
    complaints,
    missing: [...columns].filter(([, column]) => column === undefined).map(([name]) => name),
    unused: header.filter((column) => !used.has(column)),
  };
}

/** References to the source's columns: those to a view's name are not among them. */
function dataReferences(mapping: Mapping): readonly Reference[] {
  return mapping.rules.flatMap((rule) =>
    expressionsOf(rule).flatMap((expression) =>
      expression === rule.view?.each
        ? referencesOf(expression)
        : referencesOf(expression).filter((reference) => reference.name !== rule.view?.name),
    ),
  );
}

/** What can be told of a mapping before any data is read: functions and their parameters. */
export function checkFunctions(mapping: Mapping): readonly Complaint[] {
  return mapping.rules.flatMap((rule) => expressionsOf(rule).flatMap(callsOf)).flatMap(checkCall);
}

function callsOf(expression: Expression): readonly Call[] {
  return expression.kind === 'call'
    ? [expression, ...[...expression.arguments.values()].flatMap(callsOf)]
    : [];
}

function checkCall(call: Call): readonly Complaint[] {
  const known = findFunction(call.function);
  if (known === undefined) return [unknownFunction(call)];
  const { parameters } = known;
  const unknown = [...call.arguments.keys()].filter((key) => findParameter(known, key) === undefined);
  const missing = parameters.filter((one) => one.required && argumentOf(call, known, one) === undefined);
  return [
    ...unknown.map((one) => unknownParameter(call, known, one)),
    ...missing.map(({ name }) => missingParameter(call, known, name)),
    ...(call.output !== undefined && !givesOutput(known, call.output)
      ? [unknownOutput(call, known, call.output)]
      : []),
    ...parameters.flatMap((one) => badConstants(call, one, argumentOf(call, known, one))),
  ];
}

/** Constants that a parameter cannot take: patterns that are none, values outside a closed list. */
function badConstants(
  call: Call,
  parameter: FunctionParameter,
  given: Expression | undefined,
): readonly Complaint[] {
  if (given?.kind !== 'constant') return [];
  if (parameter.oneOf !== undefined && !parameter.oneOf.includes(given.value))
    return [notAmong(call, given.value, parameter.oneOf)];
  if (parameter.name !== 'pattern') return [];
  const compiled = compilePattern(given.value);
  return 'problem' in compiled ? [badPattern(call, given.value, compiled.problem)] : [];
}
