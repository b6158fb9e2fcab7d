import { rml } from '../../rdf/index.ts';
import { findFunction, findParameter } from '../functions/index.ts';
import { type Call, type Expression, itemsOfArgument, type JoinCondition } from '../rules.ts';
import { block, iriValue, type Statements, type TurtleValue, textValue } from './turtle.ts';

/** An expression as properties of an expression map. */
export function expressionStatements(expression: Expression): Statements {
  switch (expression.kind) {
    case 'constant':
      return [[rml.constant, [textValue(expression.value)]]];
    case 'reference':
      return [[rml.reference, [textValue(expression.name)]]];
    case 'template':
      return [[rml.template, [textValue(templateText(expression.parts))]]];
    case 'call':
      return callStatements(expression);
  }
}

export const expressionMap = (expression: Expression): TurtleValue =>
  block(...expressionStatements(expression));

/** A constant as a template: for terms that no constant of Turtle can stand for. */
export const constantTemplate = (value: string): Statements[number] => [
  rml.template,
  [textValue(escaped(value))],
];

type Parts = Extract<Expression, { kind: 'template' }>['parts'];

const templateText = (parts: Parts): string =>
  parts.map((part) => (typeof part === 'string' ? escaped(part) : `{${escaped(part.name)}}`)).join('');

const escaped = (text: string): string => text.replace(/[{}\\]/g, '\\$&');

function callStatements(call: Call): Statements {
  const inputs = [...call.arguments].flatMap(([key, argument]) =>
    itemsOfArgument(argument).map((value) =>
      block(
        [rml.parameter, [iriValue(parameterIri(call, key))]],
        value.kind === 'constant'
          ? [rml.inputValue, [textValue(value.value)]]
          : [rml.inputValueMap, [expressionMap(value)]],
      ),
    ),
  );
  return [
    [rml.functionExecution, [block([rml.function, [iriValue(call.function)]], [rml.input, inputs])]],
    ...(call.output === undefined ? [] : [[rml.return, [iriValue(call.output)]] as const]),
  ];
}

/** The parameter that a name or a position stands for. */
function parameterIri(call: Call, key: string): string {
  if (key.includes(':')) return key;
  const known = findFunction(call.function);
  const named = known && findParameter(known, key);
  return named?.iri ?? call.function.replace(/[^#/:]*$/, key);
}

/** Conditions of a join: references in short. */
export const joinConditions = (conditions: readonly JoinCondition[]): readonly TurtleValue[] =>
  conditions.map(({ child, parent }) => block(joinSide('child', child), joinSide('parent', parent)));

const joinSide = (side: 'child' | 'parent', expression: Expression): Statements[number] =>
  expression.kind === 'reference'
    ? [rml[side], [textValue(expression.name)]]
    : [rml[`${side}Map`], [expressionMap(expression)]];
