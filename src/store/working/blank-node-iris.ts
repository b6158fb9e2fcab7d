import { BLANK_NODE_IRIS } from '../../model/index.ts';

/**
 * The blank nodes of an N-Quads text as IRIs, so that a store does not rename them: as subject, object or graph of a
 * line. Labels have no character that an IRI may not have.
 */
export const withBlankNodeIris = (nquads: string): string =>
  nquads.includes('_:') ? nquads.replace(LINE, skolemised) : nquads;

const TERM = String.raw`<[^>]*>|_:[^\s<>"]+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?`;
const LINE = new RegExp(
  String.raw`^[ \t]*(${TERM})[ \t]*(<[^>]*>)[ \t]*(${TERM})[ \t]*(${TERM})?[ \t]*\.`,
  'gm',
);

const skolemised = (line: string, ...terms: unknown[]): string =>
  terms.slice(0, 4).some((term) => isBlank(term))
    ? `${terms
        .slice(0, 4)
        .flatMap((term) => (typeof term === 'string' ? [named(term)] : []))
        .join(' ')} .`
    : line;

const isBlank = (term: unknown): boolean => typeof term === 'string' && term.startsWith('_:');

const named = (term: string): string => (isBlank(term) ? `<${BLANK_NODE_IRIS}${term.slice(2)}>` : term);
