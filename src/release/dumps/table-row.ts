import {
  isNumberText,
  literalParts,
  PREFIXES,
  PrefixNames,
  type SubjectStatement,
  unescapeLiteral,
} from '../../rdf/index.ts';
import { harmless } from '../cells/csv-row.ts';
import { statementsOf } from '../publish/read-subject.ts';
import type { Thing } from './things.ts';

/** Between several values of one cell; where a value holds one, or a backslash, a backslash stands before it. */
const SEPARATOR = '|';

/** Column → its values, of one thing. */
export type TableRow = ReadonlyMap<string, readonly string[]>;

/** The name of a property in tables: `schema:name`, else its IRI in angle brackets. */
const names = new PrefixNames(PREFIXES);
const nameOf = (iri: string): string => names.short(iri) ?? `<${iri}>`;

/**
 * What a table says of a thing: a column for each property, for texts with a language one for each language
 * (`schema:name@fr`), for parts of the document the property that leads to them first (`schema:geo/schema:latitude`;
 * `#/…` where the thing leads to them by none). Datatypes are left out.
 */
export function tableRow({ iri, subjects }: Thing): TableRow {
  const own = subjects.find((subject) => subject.iri === iri);
  const ways = new Map((own ? statementsOf(own) : []).map(({ predicate, object }) => [object, predicate]));
  const row = new Map<string, string[]>();
  for (const subject of [...(own ? [own] : []), ...subjects.filter((one) => one !== own)]) {
    const way = ways.get(`<${subject.iri}>`);
    const beginning = subject === own ? '' : `${way === undefined ? '#' : nameOf(way)}/`;
    for (const statement of statementsOf(subject)) {
      const { column, value } = cellOf(statement);
      const values = row.get(beginning + column);
      if (values) values.push(value);
      else row.set(beginning + column, [value]);
    }
  }
  return row;
}

function cellOf({ predicate, object }: SubjectStatement): {
  readonly column: string;
  readonly value: string;
} {
  const column = nameOf(predicate);
  if (object.startsWith('<')) return { column, value: object.slice(1, -1) };
  const { escaped, language } = literalParts(object);
  const value = unescapeLiteral(escaped);
  return { column: language === undefined ? column : `${column}@${language.toLowerCase()}`, value };
}

/** Several values in one cell; texts that a spreadsheet would take for a formula have an apostrophe before them. */
export function tableCell(values: readonly string[]): string {
  const text = values.map((value) => value.replace(/[\\|]/g, (one) => `\\${one}`)).join(SEPARATOR);
  return isNumberText(text) ? text : harmless(text);
}
