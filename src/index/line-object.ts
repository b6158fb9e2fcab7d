import { parseLines, type RDF } from '../rdf/index.ts';

/** Predicate and object of a line of N-Triples, as cheaply as they can be had. */
export interface LineParts {
  readonly predicate: string;
  /** N-Triples text: `<iri>` or a literal. */
  readonly object: string;
}

export function lineParts(line: string): LineParts {
  const first = line.indexOf(' ');
  const second = line.indexOf(' ', first + 1);
  return { predicate: line.slice(first + 2, second - 1), object: line.slice(second + 1, -2) };
}

/** The IRI between angle brackets, undefined for literals. */
export const objectIri = (object: string): string | undefined =>
  object.startsWith('<') ? object.slice(1, -1) : undefined;

/** Text and language tag of a literal in a line; undefined where the object is no literal. */
export function lineLiteral(line: string, object: string): { text: string; language: string } | undefined {
  if (!object.startsWith('"')) return undefined;
  if (object.includes('\\')) {
    const literal = parseLines([line])[0]?.object as RDF.Literal;
    return { text: literal.value, language: literal.language };
  }
  const end = object.lastIndexOf('"');
  const language = object[end + 1] === '@' ? object.slice(end + 2) : '';
  return { text: object.slice(1, end), language };
}
