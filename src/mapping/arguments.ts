import { type FunctionDescription, type FunctionParameter, findParameter } from './functions/index.ts';
import type { Argument, Call } from './rules.ts';

/** The argument a call gives for a parameter of its function, however the call names it. */
export function argumentOf(
  call: Call,
  known: FunctionDescription,
  parameter: FunctionParameter,
): Argument | undefined {
  for (const [key, expression] of call.arguments)
    if (findParameter(known, key) === parameter) return expression;
  return undefined;
}
