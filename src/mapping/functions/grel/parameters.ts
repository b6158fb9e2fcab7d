import type { Bilingual } from '../../../model/index.ts';
import { rdf, xsd } from '../../../rdf/index.ts';
import type { FunctionDescription, FunctionParameter, Run } from '../function.ts';
import { describe, type Example, GREL, type Output } from '../namespaces.ts';

/** A parameter as grel.ttl names it and its predicate; both are found in mappings. */
const grelParameter = (
  local: string,
  predicate: string,
  [fr, en]: readonly [string, string],
  more: { readonly required?: false; readonly type?: string } = {},
): FunctionParameter => ({
  name: predicate,
  predicate: GREL + predicate,
  iri: GREL + local,
  required: more.required ?? true,
  description: { fr, en },
  ...(more.type === undefined ? {} : { type: more.type }),
});

const LIST = `${rdf.namespace}List`;
const ANY = `${xsd.namespace}any`;
const INT = `${xsd.namespace}int`;

export const P = {
  value: grelParameter('valueParam', 'valueParameter', ['le texte', 'the text']),
  value2: grelParameter('valueParam2', 'valueParameter2', ['l’autre texte', 'the other text']),
  mode: grelParameter('modeParam', 'modeParameter', [
    'html, xml, csv, url ou javascript',
    'html, xml, csv, url or javascript',
  ]),
  separator: grelParameter('param_string_sep', 'p_string_sep', [
    'le séparateur ; entre barres obliques, une expression régulière',
    'the separator; between slashes, a regular expression',
  ]),
  optionalSeparator: grelParameter(
    'param_opt_sep',
    'p_opt_sep',
    ['le séparateur ; sans lui, tabulation ou virgule', 'the separator; without it, tab or comma'],
    { required: false },
  ),
  find: grelParameter('param_find', 'p_string_find', [
    'le texte cherché ; entre barres obliques, une expression régulière',
    'the text to find; between slashes, a regular expression',
  ]),
  replace: grelParameter('param_replace', 'p_string_replace', [
    'le texte mis à sa place',
    'the text to put there',
  ]),
  sub: grelParameter('param_string_sub', 'string_sub', ['le texte cherché', 'the text to find']),
  fragment: grelParameter('param_fragment', 'p_fragment', ['le fragment', 'the fragment']),
  omit: grelParameter(
    'param_bool_opt_b',
    'p_bool_opt_b',
    ['true pour laisser le fragment', 'true to leave the fragment out'],
    { required: false, type: xsd.boolean },
  ),
  regex: grelParameter('param_regex', 'p_string_regex', [
    'une expression régulière, entre barres obliques ou non',
    'a regular expression, between slashes or not',
  ]),
  from: grelParameter(
    'p_int_i_from',
    'param_int_i_from',
    ['le premier rang, compté de 0', 'the first index, from 0'],
    {
      type: INT,
    },
  ),
  to: grelParameter(
    'p_int_i_opt_to',
    'param_int_i_opt_to',
    [
      'le rang où s’arrêter ; négatif, compté de la fin',
      'the index to stop at; counted from the end if negative',
    ],
    { required: false, type: INT },
  ),
  array: grelParameter('param_a', 'p_array_a', ['les valeurs', 'the values'], { type: LIST }),
  booleans: grelParameter('bool_array_b', 'param_rep_b', ['les conditions', 'the conditions'], {
    type: LIST,
  }),
  boolean: grelParameter('param_b', 'bool_b', ['la condition', 'the condition'], { type: xsd.boolean }),
  whenTrue: grelParameter('param_true', 'any_true', ['ce que donne le vrai', 'what true gives'], {
    type: ANY,
  }),
  whenFalse: grelParameter('param_false', 'any_false', ['ce que donne le faux', 'what false gives'], {
    required: false,
    type: ANY,
  }),
  any: grelParameter('param_any_e', 'p_any_e', ['la valeur', 'the value'], { type: ANY }),
  anyRepeated: grelParameter('param_any_rep_e', 'p_any_rep_e', ['les valeurs', 'the values'], { type: ANY }),
  number: grelParameter('param_dec_n', 'p_dec_n', ['le nombre', 'the number'], { type: xsd.decimal }),
  number2: grelParameter('param_dec_n2', 'param_n2', ['l’autre nombre', 'the other number'], {
    type: xsd.decimal,
  }),
  exponent: grelParameter('param_dec_n_exp', 'p_any_exp', ['l’exposant', 'the exponent'], {
    type: xsd.decimal,
  }),
  integer: grelParameter('param_int_i', 'p_int_i', ['l’entier', 'the integer'], { type: INT }),
  integer2: grelParameter('param_int_i2', 'p_int_i2', ['l’autre entier', 'the other integer'], { type: INT }),
  pattern: grelParameter('param_string_pattern', 'p_string_pattern', [
    'le format : yyyy, MM, dd, MMMM…',
    'the format: yyyy, MM, dd, MMMM…',
  ]),
  date: grelParameter('param_date_d', 'p_date_d', ['la date (ISO 8601)', 'the date (ISO 8601)'], {
    type: xsd.date,
  }),
  date1: grelParameter('param_datetime_d', 'p_datetime_d', ['la première date', 'the first date'], {
    type: xsd.dateTime,
  }),
  date2: grelParameter('param_datetime_d2', 'p_datetime_d2', ['la seconde date', 'the second date'], {
    type: xsd.dateTime,
  }),
  timeUnit: grelParameter('param_string_timeunit', 'p_string_timeunit', [
    'days, weeks, months ou years',
    'days, weeks, months or years',
  ]),
  unit: grelParameter('param_string_unit', 'p_string_unit', [
    'day, week, month ou year',
    'day, week, month or year',
  ]),
} as const satisfies Record<string, FunctionParameter>;

/** A GREL function under the name that FnO's description of GREL gives it. */
export const grel = (
  name: string,
  [fr, en]: readonly [string, string],
  parameters: readonly FunctionParameter[],
  output: Output,
  run: Run,
  examples: readonly Example[],
): FunctionDescription => {
  const description: Bilingual = { fr, en };
  return describe({ namespace: GREL, name, description, parameters, output, run, examples });
};

/** What stands between slashes is a pattern. */
export const slashed = (text: string): string | undefined =>
  text.length > 1 && text.startsWith('/') && text.endsWith('/') ? text.slice(1, -1) : undefined;

/** A whole number, or undefined. */
export function integerOf(text: string): number | undefined {
  const plain = text.trim();
  return /^[-+]?\d{1,15}$/.test(plain) ? Number(plain) : undefined;
}

/** A decimal number, or undefined. */
export function numberOf(text: string): number | undefined {
  const plain = text.trim();
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(plain) ? Number(plain) : undefined;
}

/** Without exponent: the lexical form of `xsd:decimal`. */
export function decimalText(value: number): string | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return undefined;
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

export const truth = (value: boolean): string => String(value);
