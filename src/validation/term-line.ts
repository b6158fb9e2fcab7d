import type { RDF } from '../rdf/index.ts';

/** A statement, and the line (from 1) on which its object begins, where that is known. */
interface Spot {
  readonly quad: RDF.Quad;
  readonly objectLine: number | undefined;
}

/** Characters of a text in which lines are looked for. */
const LARGEST = 8 * 1024 * 1024;
/** Lines that a term stands before its object at most. */
const FURTHEST = 1000;

/** Many complaints are about one text. */
let latest: { readonly text: string; readonly lines: readonly string[] } = { text: '', lines: [] };

function linesOf(text: string): readonly string[] {
  if (latest.text !== text) latest = { text, lines: text.split('\n') };
  return latest.lines;
}

/**
 * Line, from 1, on which a SHACL term stands in the text of a Turtle file: the last one before the statement's object.
 * Where it is not known where that begins, the first one that also holds the statement's value or comes after its
 * subject. Undefined where it cannot be found.
 * @param name local name of the term
 */
export function lineOf(
  text: string | undefined,
  name: string,
  { quad, objectLine }: Spot,
): number | undefined {
  if (text === undefined || text.length > LARGEST) return objectLine;
  const lines = linesOf(text);
  const term = new RegExp(`[:#]${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`);
  const isCandidate = (line: string): boolean => term.test(withoutComment(line));
  const found =
    objectLine === undefined
      ? likelyLine(
          lines,
          lines.flatMap((line, index) => (isCandidate(line) ? [index] : [])),
          quad,
        )
      : lines.slice(Math.max(0, objectLine - FURTHEST), objectLine).findLastIndex(isCandidate) +
        Math.max(0, objectLine - FURTHEST);
  return found === undefined || (objectLine !== undefined && !isCandidate(lines[found] ?? ''))
    ? objectLine
    : found + 1;
}

function likelyLine(
  lines: readonly string[],
  candidates: readonly number[],
  { subject, object }: RDF.Quad,
): number | undefined {
  const value = tail(object);
  const withValue = candidates.find((index) => value !== '' && lines[index]?.includes(value));
  const subjectLine = firstLineWith(lines, tail(subject));
  return withValue ?? candidates.find((index) => index >= subjectLine) ?? candidates[0];
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
