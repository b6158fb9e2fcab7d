import type * as RDF from '@rdfjs/types';
import { Parser } from 'n3';
import { parsePlainLines } from './plain-lines.ts';
import { xsd } from './vocabulary.ts';

/**
 * N-Triples and N-Quads as text (https://www.w3.org/TR/n-quads/): the form in which data travels through the build.
 * Canonical escaping: only what must be escaped is.
 */
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be escaped
const TO_ESCAPE = /["\\\u0000-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be escaped
const TO_ESCAPE_ALL = /["\\\u0000-\u001f\u007f]/g;

/** The lexical form between quotes, escaped. */
export function escapeLiteral(value: string): string {
  if (!TO_ESCAPE.test(value)) return value;
  return value.replace(
    TO_ESCAPE_ALL,
    (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

/** Bytes of UTF-8 as text, without copying them first. */
export const utf8Text = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString();

export const iriText = (value: string): string => `<${value}>`;

/** Any RDF/JS term in N-Quads text. */
export function termText(term: RDF.Term): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType === 'Literal') return literalText(term);
  throw new TypeError(`A ${term.termType} cannot be written as N-Quads.`);
}

function literalText(term: RDF.Literal): string {
  const body = `"${escapeLiteral(term.value)}"`;
  if (term.language) return `${body}@${term.language}`;
  return term.datatype.value === xsd.string ? body : `${body}^^<${term.datatype.value}>`;
}

/** One line without line feed; in the default graph unless the quad names another or one is given. */
export function quadLine(quad: RDF.Quad, graph?: string): string {
  const name = graph ?? (quad.graph.termType === 'DefaultGraph' ? undefined : quad.graph.value);
  const triple = `${termText(quad.subject)} ${termText(quad.predicate)} ${termText(quad.object)}`;
  return name === undefined ? `${triple} .` : `${triple} <${name}> .`;
}

/** The IRI of a line's subject. */
export const lineSubjectIri = (line: string): string => line.slice(1, line.indexOf('>'));

/** A statement as the platform writes it on a line: IRIs, and the object's text. */
export interface QuadLineParts {
  readonly subject: string;
  readonly predicate: string;
  /** As N-Triples writes it. */
  readonly object: string;
}

/** Cuts a line of N-Quads whose subject is an IRI and whose terms have one space between them; it has a graph. */
export function quadLineParts(line: string): QuadLineParts {
  const subject = lineSubjectIri(line);
  const start = subject.length + '<> <'.length;
  const end = line.indexOf('> ', start);
  return {
    subject,
    predicate: line.slice(start, end),
    object: line.slice(end + '> '.length, line.lastIndexOf(' <')),
  };
}

/** The text of a literal in its parts; a plain text has neither language nor datatype. */
export interface LiteralParts {
  /** The lexical form as it stands between the quotes. */
  readonly escaped: string;
  readonly language?: string;
  readonly datatype?: string;
}

/** @param literal as N-Triples writes it */
export function literalParts(literal: string): LiteralParts {
  const end = literal.lastIndexOf('"');
  const escaped = literal.slice(1, end);
  if (end === literal.length - 1) return { escaped };
  return literal[end + 1] === '@'
    ? { escaped, language: literal.slice(end + 2) }
    : { escaped, datatype: literal.slice(end + 4, -1) };
}

/** A line of N-Quads as a line of N-Triples: without its graph. Lines that this platform wrote have one space between terms. */
export function withoutGraph(line: string): string {
  const match = / <[^<>"\s]*> \.$/.exec(line);
  if (!match) return line;
  const rest = line.slice(0, match.index);
  // A triple whose object is an IRI ends alike: only a line with four terms loses the last one.
  return objectEnds(rest) ? `${rest} .` : line;
}

/** Whether a text `s p o…` without the final dot already holds an object. */
function objectEnds(text: string): boolean {
  const afterSubject = text.indexOf(' ');
  return afterSubject > 0 && text.indexOf(' ', afterSubject + 1) > 0;
}

/** Lines to RDF/JS quads. */
export function parseLines(lines: readonly string[]): RDF.Quad[] {
  return parsePlainLines(lines) ?? new Parser({ format: 'N-Quads' }).parse(`${lines.join('\n')}\n`);
}
