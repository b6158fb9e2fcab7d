import type { Place } from '../../model/index.ts';
import { FUNCTIONS_NAMESPACE } from '../functions/namespace.ts';
import { GREL, IDLAB } from '../functions/namespaces.ts';
import type { Expression } from '../rules.ts';

/** Functions that YARRRML names without a prefix. */
const BUILTINS: Readonly<Record<string, string>> = {
  equal: `${IDLAB}equal`,
  notEqual: `${IDLAB}notEqual`,
  and: `${FUNCTIONS_NAMESPACE}and`,
  or: `${FUNCTIONS_NAMESPACE}or`,
  not: `${FUNCTIONS_NAMESPACE}not`,
};

const COMPARING: readonly string[] = [`${IDLAB}equal`, `${IDLAB}notEqual`];
const EQUAL: readonly string[] = [`${IDLAB}equal`, `${FUNCTIONS_NAMESPACE}equal`];
export const AND = `${FUNCTIONS_NAMESPACE}and`;
const ALL: readonly string[] = [AND, `${GREL}boolean_and`];

export const builtin = (name: string): string | undefined => BUILTINS[name];

export const isEqual = (iri: string): boolean => EQUAL.includes(iri);
export const isAnd = (iri: string): boolean => ALL.includes(iri);

/** YARRRML calls the two texts of `equal` `str1` and `str2`; by position they mean the same. */
export const parameterName = (iri: string, name: string): string =>
  COMPARING.includes(iri) ? ({ str1: '0', str2: '1' }[name] ?? name) : name;

/** One condition that holds where all of them do. */
export function allOf(conditions: readonly Expression[], place: Place): Expression | undefined {
  if (conditions.length === 0) return undefined;
  return conditions.reduce((left, right) => ({
    kind: 'call',
    function: AND,
    arguments: new Map([
      ['0', left],
      ['1', right],
    ]),
    place,
  }));
}
