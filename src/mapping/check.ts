import { folded } from '../declarations/index.ts';
import type { Complaint } from '../model/index.ts';
import {
  badPattern,
  missingParameter,
  unknownColumn,
  unknownFunction,
  unknownParameter,
} from './check-complaints.ts';
import { FUNCTIONS } from './functions/index.ts';
import {
  type Call,
  type Expression,
  expressionsOf,
  type Mapping,
  type Reference,
  referencesOf,
} from './rules.ts';
import { FUNCTIONS_NAMESPACE } from './yarrrml.ts';

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
  const present = new Map(header.map((column) => [folded(column), column]));
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
  const name = localName(call.function);
  const known = FUNCTIONS[name];
  if (known === undefined || !call.function.startsWith(FUNCTIONS_NAMESPACE))
    return [unknownFunction(call, name)];
  const unknown = [...call.arguments.keys()].filter((one) =>
    /^\d+$/.test(one) ? Number(one) >= known.parameters.length : !known.parameters.includes(one),
  );
  const missing = known.parameters
    .slice(0, known.required)
    .filter((one, index) => !call.arguments.has(one) && !call.arguments.has(String(index)));
  return [
    ...unknown.map((one) => unknownParameter(call, name, one)),
    ...missing.map((one) => missingParameter(call, name, one)),
    ...badPatterns(call, known.parameters.indexOf('pattern')),
  ];
}

function badPatterns(call: Call, position: number): readonly Complaint[] {
  const given = call.arguments.get('pattern') ?? call.arguments.get(String(position));
  if (given?.kind !== 'constant') return [];
  try {
    new RegExp(given.value, 'u');
    return [];
  } catch (error) {
    return [badPattern(call, given.value, error instanceof Error ? error.message : String(error))];
  }
}

export const localName = (iri: string): string => iri.replace(FUNCTIONS_NAMESPACE, '');
