import { sharedName, unescapeLiteral } from '../rdf/index.ts';

/** Predicate and object of a statement of N-Triples without its subject, as cheaply as they can be had. */
export interface StatementParts {
  readonly predicate: string;
  /** N-Triples text: `<iri>` or a literal. */
  readonly object: string;
}

export function statementParts(statement: string): StatementParts {
  const space = statement.indexOf(' ');
  return { predicate: sharedName(statement.slice(1, space - 1)), object: statement.slice(space + 1) };
}

/** The IRI between angle brackets, undefined for literals. */
export const objectIri = (object: string): string | undefined =>
  object.startsWith('<') ? object.slice(1, -1) : undefined;

/** Text and language tag of a literal; undefined where the object is no literal. */
export function objectLiteral(object: string): { text: string; language: string } | undefined {
  if (!object.startsWith('"')) return undefined;
  const end = object.lastIndexOf('"');
  const language = object[end + 1] === '@' ? object.slice(end + 2) : '';
  const text = object.slice(1, end);
  return { text: text.includes('\\') ? unescapeLiteral(text) : text, language };
}
