import { type Bilingual, LANGUAGES, type Language } from '../../model/index.ts';
import { compactIri, type RDF, sh } from '../../rdf/index.ts';
import { inLanguage, nameOf } from '../messages.ts';
import type { ShapeGraph } from '../shape-graph.ts';
import { SPARQL_COMPONENT } from './compile.ts';
import type { Solution, SparqlConstraint } from './constraint.ts';
import { termOf } from './terms-in-queries.ts';

const MOST_CHARACTERS = 300;

/** What a solution says to people, in both languages. */
export type RowSentences = (
  constraint: SparqlConstraint,
  solution: Solution,
  /** Values of variables as the data write them, where they are known. */
  written?: ReadonlyMap<string, RDF.Term>,
) => Bilingual;

/**
 * In each language: `?message` of the solution, else `sh:message` of the constraint or validator, else that of the
 * shape, else a sentence of our own. `{?name}` and `{$name}` stand for the solution's values (SHACL 5.3.2).
 */
export const createRowSentences =
  (graph: ShapeGraph): RowSentences =>
  (constraint, solution, written = new Map()) => {
    const known = new Map([...termsIn(solution), ...constraint.parameters, ...written]);
    const texts = LANGUAGES.map((language) => [
      language,
      sentence(graph, constraint, { solution, known })(language),
    ]);
    return Object.fromEntries(texts) as Bilingual;
  };

const termsIn = (solution: Solution): [string, RDF.Term][] =>
  [...solution].map(([name, bound]) => [name, termOf(bound)]);

interface Row {
  readonly solution: Solution;
  readonly known: ReadonlyMap<string, RDF.Term>;
}

function sentence(graph: ShapeGraph, constraint: SparqlConstraint, { solution, known }: Row) {
  const told = solution.get('message');
  const shapeMessages = graph.objects(constraint.shape, sh.message);
  return (language: Language): string => {
    if (told) return told.value;
    const written = inLanguage(constraint.messages, language) ?? inLanguage(shapeMessages, language);
    return written === undefined
      ? ownSentence(graph, constraint, language)
      : withValues(written, constraint, known);
  };
}

function ownSentence(
  graph: ShapeGraph,
  { shape, component, parameters }: SparqlConstraint,
  language: Language,
): string {
  const name = nameOf(graph, shape, language);
  if (component === SPARQL_COMPONENT)
    return language === 'fr'
      ? `${name} ne remplit pas une condition que vérifie une requête.`
      : `${name} does not meet a condition that a query checks.`;
  const values = [...parameters].map(([key, value]) => `${key} = ${termText(value)}`).join(', ');
  return language === 'fr'
    ? `${name} ne satisfait pas à ${compactIri(component)} (${values}).`
    : `${name} does not conform to ${compactIri(component)} (${values}).`;
}

const withValues = (
  message: string,
  { path }: SparqlConstraint,
  known: ReadonlyMap<string, RDF.Term>,
): string =>
  message.replace(/\{[$?](\w+)\}/g, (whole, name: string) => {
    const value = known.get(name);
    if (value) return termText(value);
    return name === 'PATH' && path !== undefined ? path : whole;
  });

function termText(term: RDF.Term): string {
  if (term.termType === 'NamedNode') return compactIri(term.value);
  if (term.termType === 'BlankNode') return '[ ]';
  return term.value.length > MOST_CHARACTERS ? `${term.value.slice(0, MOST_CHARACTERS)}…` : term.value;
}
