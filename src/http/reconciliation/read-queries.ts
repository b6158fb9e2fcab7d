import { expandedIri } from '../expanded-iri.ts';
import type { AskedProperty, AskedValue, ReconciliationQuery } from './asked.ts';
import { type JsonObject, listAt, member, objectAt, textAt } from './read-parts.ts';
import { tooMuch, unexpected } from './reconciliation-problems.ts';

/** Queries of one batch. */
export const MOST_QUERIES = 50;
const MOST_PROPERTIES = 20;
const MOST_VALUES = 20;
const MOST_TYPES = 20;
export const MOST_CANDIDATES = 50;
const USUAL_CANDIDATES = 10;
/** Of a text, what is beyond is not looked at: cells of tables may hold anything. */
const LONGEST_TEXT = 1000;

/**
 * A batch of version 0.2, section 4.1: queries by the name that the client gives each.
 * @throws HttpProblem 400 that says where, 413 for too many
 */
export function readQueryBatch(value: unknown, base: string): ReadonlyMap<string, ReconciliationQuery> {
  const batch = Object.entries(objectAt(value, 'queries'));
  if (batch.length > MOST_QUERIES) throw tooMuch('queries', MOST_QUERIES);
  return new Map(batch.map(([name, query]) => [name, readQuery(query, `queries.${name}`, base)]));
}

/** A batch of the draft of 1.0: a list of queries made of conditions. */
export function readConditionBatch(value: unknown, base: string): readonly ReconciliationQuery[] {
  return listAt(member(objectAt(value, 'body'), 'queries'), 'queries', MOST_QUERIES).map((query, at) =>
    readConditions(query, `queries[${at}]`, base),
  );
}

function readQuery(value: unknown, at: string, base: string): ReconciliationQuery {
  const query = objectAt(value, at);
  const text = readText(member(query, 'query'), `${at}.query`);
  const given = member(query, 'properties') ?? [];
  const properties = listAt(given, `${at}.properties`, MOST_PROPERTIES).map((one, index) => {
    const where = `${at}.properties[${index}]`;
    const property = objectAt(one, where);
    return {
      pid: textAt(member(property, 'pid') ?? member(property, 'p'), `${where}.pid`),
      values: readValues(member(property, 'v'), `${where}.v`),
      quantifier: 'any' as const,
      isRequired: false,
    };
  });
  return whole({ text, properties }, { query, at, base });
}

function readConditions(value: unknown, at: string, base: string): ReconciliationQuery {
  const query = objectAt(value, at);
  const conditions = listAt(member(query, 'conditions'), `${at}.conditions`, MOST_PROPERTIES + 1);
  let text: string | undefined;
  const properties: AskedProperty[] = [];
  for (const [index, one] of conditions.entries()) {
    const where = `${at}.conditions[${index}]`;
    const condition = objectAt(one, where);
    const kind = member(condition, 'matchType');
    const values = readValues(member(condition, 'v'), `${where}.v`);
    if (kind === 'name') text ??= readText(nameOf(values[0]), `${where}.v`);
    else if (kind === 'property') properties.push(readCondition(condition, where, values));
    else throw unexpected(`${where}.matchType`, { fr: 'name ou property', en: 'name or property' });
  }
  return whole({ text, properties }, { query, at, base });
}

const nameOf = (value: AskedValue | undefined): unknown =>
  typeof value === 'object' ? (value.name ?? value.id) : value === undefined ? undefined : String(value);

function readCondition(condition: JsonObject, at: string, values: readonly AskedValue[]): AskedProperty {
  const quantifier = member(condition, 'matchQuantifier') ?? 'any';
  if (quantifier !== 'any' && quantifier !== 'all' && quantifier !== 'none')
    throw unexpected(`${at}.matchQuantifier`, { fr: 'any, all ou none', en: 'any, all or none' });
  return {
    pid: textAt(member(condition, 'pid'), `${at}.pid`),
    values,
    quantifier,
    isRequired: member(condition, 'required') === true,
  };
}

/** Members that both versions have; a query without text and properties asks nothing. */
function whole(
  { text, properties }: { readonly text: string | undefined; readonly properties: readonly AskedProperty[] },
  { query, at, base }: { readonly query: JsonObject; readonly at: string; readonly base: string },
): ReconciliationQuery {
  const told = properties.filter(({ values }) => values.length > 0);
  return {
    ...(text !== undefined && { text }),
    types: readTypes(member(query, 'type'), `${at}.type`, base),
    areTypesWished: member(query, 'type_strict') === 'should',
    limit: readLimit(member(query, 'limit'), `${at}.limit`),
    properties: told,
  };
}

/** Spaces at the ends do not count; an empty cell is no text. */
function readText(value: unknown, at: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return String(value);
  const text = textAt(value, at).slice(0, LONGEST_TEXT).toWellFormed().normalize('NFC').trim();
  return text === '' ? undefined : text;
}

/** Identifiers of classes, or objects that have one. */
function readTypes(value: unknown, at: string, base: string): readonly string[] {
  if (value === undefined) return [];
  const types = Array.isArray(value) ? listAt(value, at, MOST_TYPES) : [value];
  return types
    .map((one) => (typeof one === 'object' && one !== null ? member(objectAt(one, at), 'id') : one))
    .map((one) => expandedIri(textAt(one, at).trim(), base))
    .filter((one) => one !== '');
}

function readLimit(value: unknown, at: string): number {
  if (value === undefined) return USUAL_CANDIDATES;
  const limit = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1)
    throw unexpected(at, { fr: 'un nombre entier à partir de 1', en: 'a whole number from 1 on' });
  return Math.min(limit, MOST_CANDIDATES);
}

function readValues(value: unknown, at: string): readonly AskedValue[] {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? listAt(value, at, MOST_VALUES) : [value];
  return list.flatMap((one) => readValue(one, at) ?? []);
}

function readValue(value: unknown, at: string): AskedValue | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return readText(value, at);
  if (value === null) return undefined;
  const entity = objectAt(value, at);
  const name = member(entity, 'name');
  return {
    id: textAt(member(entity, 'id'), `${at}.id`),
    ...(typeof name === 'string' && { name: name.slice(0, LONGEST_TEXT) }),
  };
}
