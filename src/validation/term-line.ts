import type { RDF } from '../rdf/index.ts';

/**
 * Line, from 1, on which a SHACL term stands in the text of a Turtle file; where it stands on several, the first one
 * that also holds the statement's value or comes after its subject. Undefined where it cannot be found.
 * @param name local name of the term
 */
export function lineOf(text: string | undefined, name: string, statement: RDF.Quad): number | undefined {
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const term = new RegExp(`[:#]${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`);
  const candidates = lines.flatMap((line, index) => (term.test(withoutComment(line)) ? [index] : []));
  const value = tail(statement.object);
  const withValue = candidates.find((index) => value !== '' && lines[index]?.includes(value));
  const subjectLine = firstLineWith(lines, tail(statement.subject));
  const found = withValue ?? candidates.find((index) => index >= subjectLine) ?? candidates[0];
  return found === undefined ? undefined : found + 1;
}

/** What of a term is likely to be written in the file: the end of an IRI, the text of a literal. */
function tail(term: RDF.Term): string {
  if (term.termType === 'NamedNode')
    return term.value.slice(Math.max(term.value.lastIndexOf('#'), term.value.lastIndexOf('/')) + 1);
  return term.termType === 'Literal' ? term.value : '';
}

const firstLineWith = (lines: readonly string[], part: string): number =>
  part === ''
    ? 0
    : Math.max(
        0,
        lines.findIndex((line) => line.includes(part)),
      );

const withoutComment = (line: string): string => (line.trimStart().startsWith('#') ? '' : line);
