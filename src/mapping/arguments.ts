import type { FunctionParameter } from './functions/index.ts';
import type { Call, Expression } from './rules.ts';

/** The argument a call gives for a parameter: by its IRI, its predicate, its name, or its position. */
export function argumentOf(
  call: Call,
  { iri, predicate, name }: FunctionParameter,
  position: number,
): Expression | undefined {
  const given = [iri, predicate, name, String(position)].map((key) => call.arguments.get(key));
  return given.find((one) => one !== undefined);
}

/** Whether a key of a call's arguments names one of the parameters. */
export function namesParameter(key: string, parameters: readonly FunctionParameter[]): boolean {
  if (/^\d+$/.test(key)) return Number(key) < parameters.length;
  return parameters.some(({ iri, predicate, name }) => [iri, predicate, name].includes(key));
}
