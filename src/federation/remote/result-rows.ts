import type { ResultTerm, TermTable } from '../term-table.ts';

type Row = TermTable['rows'][number];

/**
 * Solutions of a text in the SPARQL 1.1 Query Results JSON Format, held to what was asked: exactly these variables, terms
 * of known kinds. Undefined: it is something else, or was cut.
 */
export function resultRows(text: string, variables: readonly string[]): readonly Row[] | undefined {
  const document = parsed(text);
  const head = membersOf(membersOf(document)?.['head'])?.['vars'];
  const bindings = membersOf(membersOf(document)?.['results'])?.['bindings'];
  if (!Array.isArray(head) || !Array.isArray(bindings)) return undefined;
  const isAsAsked = head.length === variables.length && variables.every((name) => head.includes(name));
  if (!isAsAsked) return undefined;
  const rows = bindings.map((binding) => rowOf(binding, variables));
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Members = Readonly<Record<string, unknown>>;

const membersOf = (value: unknown): Members | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;

function rowOf(binding: unknown, variables: readonly string[]): Row | undefined {
  const members = membersOf(binding);
  if (!members || Object.keys(members).some((name) => !variables.includes(name))) return undefined;
  const row = variables.map((name) => (members[name] === undefined ? undefined : termOf(members[name])));
  return row.some((term) => term === 'unknown') ? undefined : (row as Row);
}

const KINDS: Readonly<Record<string, ResultTerm['type']>> = {
  uri: 'uri',
  bnode: 'bnode',
  literal: 'literal',
  // Virtuoso still writes what a working draft of 2007 said.
  'typed-literal': 'literal',
};

const LANGUAGE = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i;

function termOf(value: unknown): ResultTerm | 'unknown' {
  const { type, value: text, datatype, 'xml:lang': language } = membersOf(value) ?? {};
  const kind = typeof type === 'string' ? KINDS[type] : undefined;
  if (kind === undefined || typeof text !== 'string') return 'unknown';
  if (kind !== 'literal') return { type: kind, value: text };
  if (language !== undefined)
    return typeof language === 'string' && LANGUAGE.test(language)
      ? { type: kind, value: text, 'xml:lang': language }
      : 'unknown';
  if (datatype === undefined) return { type: kind, value: text };
  return typeof datatype === 'string' ? { type: kind, value: text, datatype } : 'unknown';
}
