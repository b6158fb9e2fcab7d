import type { Bilingual } from '../model/index.ts';
import { flow, scalar } from './yaml-text.ts';

/** The object of a statement: a template, a call, or a text in both languages, with its datatype, language or type. */
export type Object3 = (
  | { readonly template: string }
  | { readonly templates: readonly string[] }
  | { readonly call: string }
  | { readonly texts: Bilingual }
) & {
  readonly datatype?: string;
  readonly language?: string;
  readonly type?: 'iri';
};

/** `$(key)`; parentheses and backslashes of the name are escaped. */
export const reference = (key: string): string => `$(${key.replace(/[\\()]/g, '\\$&').replace(/^_/, '\\_')})`;

/** A text as an argument of a call. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

/** `cim:split($(x), ";")` */
export const callOf = (name: string, ...given: readonly string[]): string => `${name}(${given.join(', ')})`;

/** The first of several expressions that gives something. */
export const coalesced = (all: readonly string[]): string =>
  all.reduceRight((otherwise, one) => callOf('cim:coalesce', one, otherwise));

/** A constant that no template reads anything into. */
export const constant = (text: string): string => text.replace(/[\\$~]/g, '\\$&');

/** One statement of a rule, as lines of YARRRML. */
export function pairLines(property: string, object: Object3, condition?: string): readonly string[] {
  const kind = kindKeys(object);
  if ('templates' in object) {
    const [only = '', ...more] = object.templates;
    return [`- [${property}, ${more.length === 0 ? scalar(only) : flow(object.templates)}]`];
  }
  if ('template' in object && condition === undefined) return [`- ${shortPair(property, object)}`];
  const value = 'call' in object ? `{ function: ${scalar(object.call)}${kind} }` : items(object);
  return [
    `- p: ${property}`,
    `  o: ${value}`,
    ...(condition === undefined ? [] : [`  condition: ${scalar(condition)}`]),
  ];
}

const kindKeys = ({ datatype, language, type }: Object3): string =>
  [
    datatype === undefined ? '' : `, datatype: ${datatype}`,
    language === undefined ? '' : `, language: ${language}`,
    type === undefined ? '' : `, type: ${type}`,
  ].join('');

function items(
  object: Exclude<Object3, { readonly call: string } | { readonly templates: readonly string[] }>,
): string {
  if ('texts' in object) {
    const said = (Object.keys(object.texts) as (keyof Bilingual)[]).map(
      (language) => `[${scalar(constant(object.texts[language]))}, ${language}~lang]`,
    );
    return `[${said.join(', ')}]`;
  }
  const { template, language, datatype } = object;
  if (language === undefined && datatype === undefined) return scalar(template);
  return `[[${scalar(template)}, ${language === undefined ? datatype : `${language}~lang`}]]`;
}

function shortPair(property: string, object: Object3 & { readonly template: string }): string {
  const parts = [property, scalar(object.template)];
  if (object.language !== undefined) parts.push(`${object.language}~lang`);
  else if (object.datatype !== undefined) parts.push(object.datatype);
  return `[${parts.join(', ')}]`;
}
