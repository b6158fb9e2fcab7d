import { rdf, xsd } from '../../rdf/index.ts';
import { entityId } from './entity-ids.ts';
import type { ValueSettings } from './read-extend.ts';
import type { SaidStatement, SaidValue } from './said-values.ts';

/** A property value as the protocol writes it (0.2 section 7.4). */
export type ExtensionValue =
  | { readonly id: string; readonly name: string }
  | { readonly str: string }
  | { readonly int: number }
  | { readonly float: number }
  | { readonly date: string };

/** What values are told with. */
export interface ValueTelling {
  /** IRI of the thing. */
  readonly iri: string;
  readonly base: string;
  /** Name of a published thing, undefined for others. */
  readonly thing: (iri: string) => string | undefined;
  readonly said: readonly SaidStatement[];
}

/** The values of a property of a thing, as they were wanted. */
export function extensionValues(
  isMeant: (property: string) => boolean,
  { limit, content, language }: ValueSettings,
  telling: ValueTelling,
): readonly ExtensionValue[] {
  const all = telling.said.filter(({ property }) => isMeant(property)).map(({ value }) => value);
  const values = language === undefined ? all : inLanguage(all, language);
  if (content === 'count') return [{ int: values.length }];
  return values.slice(0, limit).map((value) => toldValue(value, content, telling));
}

/** Texts in the language where there are such, all of them otherwise. */
function inLanguage(values: readonly SaidValue[], language: string): readonly SaidValue[] {
  const isIn = (value: SaidValue): boolean =>
    value.kind === 'thing' || value.language === '' || value.language.split('-')[0] === language;
  const kept = values.filter(isIn);
  return kept.length > 0 ? kept : values;
}

function toldValue(
  value: SaidValue,
  content: ValueSettings['content'],
  telling: ValueTelling,
): ExtensionValue {
  if (value.kind === 'text') return literalValue(value.text, value.datatype);
  const { iri } = value;
  if (iri.startsWith(`${telling.iri}#`)) return { str: partText(iri, telling) };
  const name = telling.thing(iri);
  if (name === undefined || content === 'iri') return { str: iri };
  return content === 'name' ? { str: name } : { id: entityId(iri, telling.base), name };
}

/** What is said of a part of the thing (an address, a creation), each text once. */
function partText(part: string, { said, thing }: ValueTelling): string {
  const texts = said
    .filter(({ subject, property }) => subject === part && property !== rdf.type)
    .flatMap(({ value }) => (value.kind === 'text' ? [value.text] : (thing(value.iri) ?? [])));
  return [...new Set(texts)].join(', ');
}

const WHOLE: ReadonlySet<string> = new Set([xsd.integer, xsd.nonNegativeInteger, xsd.gYear]);
const NUMBERS: ReadonlySet<string> = new Set([xsd.decimal, xsd.double]);

function literalValue(text: string, datatype: string): ExtensionValue {
  const number = Number(text);
  if (WHOLE.has(datatype) && Number.isSafeInteger(number)) return { int: number };
  if (NUMBERS.has(datatype) && Number.isFinite(number)) return { float: number };
  const date = dateOf(text, datatype);
  return date === undefined ? { str: text } : { date };
}

/** Date and time, as the protocol wants them both. */
function dateOf(text: string, datatype: string): string | undefined {
  const written =
    datatype === xsd.date && /^-?\d{4,}-\d\d-\d\d$/.test(text)
      ? `${text}T00:00:00Z`
      : datatype === xsd.dateTime
        ? text
        : undefined;
  return written !== undefined && ISO.test(written) ? written : undefined;
}

const ISO =
  /^-?(?:[1-9]\d*)?\d{4}-(?:1[0-2]|0[1-9])-(?:3[01]|0[1-9]|[12]\d)T(?:2[0-3]|[01]\d):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:2[0-3]|[01]\d):[0-5]\d)?$/;
