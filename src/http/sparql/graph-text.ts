import { parseLines, type RDF, RDF_FORMATS, serialise } from '../../rdf/index.ts';
import { type HttpProblem, problem } from '../problem.ts';
import { N_TRIPLES } from './formats.ts';

/** Most statements that are written for people, prefixes declared and one block a subject; some 150 ms of work. */
const MOST_FOR_PEOPLE = 20_000;

/** Syntaxes that N-Triples are a part of: what is large goes out in them as it is. */
const LINE_LIKE: readonly string[] = ['text/turtle', N_TRIPLES, 'application/n-quads', 'application/trig'];

/** How a number of statements is written in a syntax: for people, line by line, or not at all. */
export function mannerOf(mediaType: string, statements: number): 'for-people' | 'lines' | 'refused' {
  if (mediaType === N_TRIPLES || mediaType === 'application/n-quads') return 'lines';
  if (statements <= MOST_FOR_PEOPLE) return 'for-people';
  return LINE_LIKE.includes(mediaType) ? 'lines' : 'refused';
}

/**
 * N-Triples as the store writes them, in another RDF syntax. What is large stays as it is where that is the syntax too.
 * @throws HttpProblem 413 for large graphs in JSON-LD and RDF/XML
 */
export async function graphText(ntriples: string, mediaType: string): Promise<string> {
  const lines = ntriples.split('\n').filter((line) => line !== '');
  const manner = mannerOf(mediaType, lines.length);
  if (manner === 'refused') throw tooLargeFor(mediaType, lines.length);
  if (manner === 'lines') return ntriples;
  const quads = parseLines(lines);
  if (!LINE_LIKE.includes(mediaType) && quads.some(isOfRdf12)) throw beyondFormat(mediaType);
  return serialise(quads, mediaType);
}

/** Triples about triples, and texts that know their direction: Turtle and its kin can write them, others not. */
const isOfRdf12 = ({ object }: RDF.Quad): boolean =>
  object.termType === 'Quad' || (object.termType === 'Literal' && Boolean(object.direction));

function beyondFormat(mediaType: string): HttpProblem {
  const name = nameOf(mediaType);
  const list = LINE_LIKE.join(', ');
  return problem(
    'not-acceptable',
    {
      fr: `La réponse contient des termes de RDF 1.2, que ${name} ne peut pas écrire ici. Elle est donnée en ${list}.`,
      en: `The answer holds terms of RDF 1.2, which cannot be written in ${name} here. It is given in ${list}.`,
    },
    { members: { mediaTypes: LINE_LIKE } },
  );
}

const nameOf = (mediaType: string): string =>
  RDF_FORMATS.find((format) => format.mediaType === mediaType)?.name ?? mediaType;

/** A graph that is too large for one syntax, and the syntaxes that it can be had in. */
export function tooLargeFor(mediaType: string, statements: number): HttpProblem {
  const name = nameOf(mediaType);
  const list = LINE_LIKE.join(', ');
  const [fr, en] = ['fr', 'en'].map((language) => new Intl.NumberFormat(language).format(statements));
  return problem(
    'result-too-large',
    {
      fr: `Ce graphe compte ${fr} énoncés, trop pour être écrit en ${name}. Il est donné, quelle que soit sa taille, en ${list}.`,
      en: `This graph has ${en} statements, too many to be written in ${name}. Whatever its size, it is given in ${list}.`,
    },
    { members: { statements, mediaTypes: LINE_LIKE, dumps: '/datasets' } },
  );
}
