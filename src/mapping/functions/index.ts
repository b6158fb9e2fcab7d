import type { FunctionDescription, FunctionParameter } from './function.ts';
import { CIM, IDLAB, OLD_IDLAB } from './namespaces.ts';
import { ALL_FUNCTIONS } from './registry.ts';

export { describeFunctions, FUNCTION_PREFIXES } from './fno.ts';
export {
  type Arguments,
  type FunctionContext,
  type FunctionDescription,
  type FunctionExample,
  type FunctionParameter,
  holds,
  type Run,
} from './function.ts';
export { FUNCTION_FAULTS } from './messages.ts';
export { functionPage, functionReference } from './reference.ts';
export { ALL_FUNCTIONS, SUBJECTS } from './registry.ts';

const BY_IRI: ReadonlyMap<string, FunctionDescription> = new Map(ALL_FUNCTIONS.map((one) => [one.iri, one]));

/** IDLab's functions were published under another namespace before. */
const current = (iri: string): string =>
  iri.startsWith(OLD_IDLAB) ? IDLAB + iri.slice(OLD_IDLAB.length) : iri;

export const findFunction = (iri: string): FunctionDescription | undefined => BY_IRI.get(current(iri));

/** The parameter of a function that a mapping names: by local name, position, predicate, IRI, or `cim:` and its name. */
export function findParameter(known: FunctionDescription, key: string): FunctionParameter | undefined {
  const name = current(key);
  if (/^\d{1,3}$/.test(name)) return known.parameters[Number(name)];
  return known.parameters.find(
    (one) => one.name === name || one.predicate === name || one.iri === name || CIM + one.name === name,
  );
}

/** Whether `rml:return` may name this output of a function. */
export const givesOutput = (known: FunctionDescription, iri: string): boolean =>
  known.outputs.includes(current(iri));
