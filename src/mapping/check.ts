import type { Complaint } from '../model/index.ts';
import { compilePattern } from '../patterns/index.ts';
import { argumentOf } from './arguments.ts';
import {
  badPattern,
  missingParameter,
  notAmong,
  unknownFunction,
  unknownOutput,
  unknownParameter,
} from './check-complaints.ts';
import { checkDatatypes } from './check-datatypes.ts';
import { type FunctionParameter, findFunction, findParameter, givesOutput } from './functions/index.ts';
import {
  type Argument,
  type Call,
  type Expression,
  expressionsOf,
  itemsOfArgument,
  joinsOf,
  type Mapping,
  type TriplesRule,
} from './rules.ts';
import { expressionsOfView } from './view-fields.ts';

/** What can be told of a mapping before any data is read: functions and their parameters, datatypes. */
export const checkMapping = (mapping: Mapping): readonly Complaint[] => [
  ...checkFunctions(mapping),
  ...checkDatatypes(mapping),
];

function checkFunctions(mapping: Mapping): readonly Complaint[] {
  return callsIn(mapping).flatMap(checkCall);
}

/** Every call of a mapping, those within calls and on the parent's side of joins included. */
export const callsIn = (mapping: Mapping): readonly Call[] =>
  mapping.rules.flatMap((rule) => everyExpression(rule).flatMap(callsOf));

const everyExpression = (rule: TriplesRule): readonly Expression[] => [
  ...expressionsOf(rule),
  ...joinsOf(rule).flatMap(({ conditions }) => conditions.map(({ parent }) => parent)),
  ...(rule.source?.kind === 'view' ? expressionsOfView(rule.source) : []),
];

/** The calls of an expression, those within calls included. */
export function callsOf(expression: Argument): readonly Call[] {
  if (expression.kind === 'list') return expression.items.flatMap(callsOf);
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
    ...parameters.flatMap((one) => {
      const given = argumentOf(call, known, one);
      return given === undefined
        ? []
        : itemsOfArgument(given).flatMap((item) => badConstants(call, one, item));
    }),
  ];
}

/** Constants that a parameter cannot take: patterns that are none, values outside a closed list. */
function badConstants(call: Call, parameter: FunctionParameter, given: Expression): readonly Complaint[] {
  if (given.kind !== 'constant') return [];
  if (parameter.oneOf !== undefined && !parameter.oneOf.includes(given.value))
    return [notAmong(call, given.value, parameter.oneOf)];
  if (parameter.name !== 'pattern') return [];
  const compiled = compilePattern(given.value);
  return 'problem' in compiled ? [badPattern(call, given.value, compiled.problem)] : [];
}
