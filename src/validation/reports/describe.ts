import type { Bilingual, Language } from '../../model/index.ts';
import { compactIri, type RDF, rdf } from '../../rdf/index.ts';

/** Names a node of the data for people: a blank node by what leads to it and what it is. */
export type Describer = (term: RDF.Term, language: Language) => string;

const MOST_STEPS = 5;
const LONGEST = 120;

const UNKNOWN: Bilingual = { fr: 'nœud anonyme', en: 'blank node' };

/** Reads the data once, and only when a blank node is first asked for. */
export function createDescriber(statements: readonly RDF.Quad[]): Describer {
  let known: BlankNodes | undefined;
  return (term, language) => {
    if (term.termType !== 'BlankNode') return termForPeople(term, language);
    known ??= blankNodesOf(statements);
    return blankText(term, known, language);
  };
}

/** An IRI whole, a literal in its quotes with what distinguishes it; never a blank node's label. */
export function termForPeople(term: RDF.Term, language: Language): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  return term.termType === 'Literal' ? literalForPeople(term) : UNKNOWN[language];
}

const PLAIN = ['string', 'langString'];

function literalForPeople({ value, language, datatype }: RDF.Literal): string {
  const line = value.replace(/\s+/g, ' ');
  const shown = `"${line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line}"`;
  if (language) return `${shown}@${language}`;
  const name = compactIri(datatype.value);
  return PLAIN.includes(name.replace(/^(xsd|rdf):/, '')) ? shown : `${shown}^^${name}`;
}

interface BlankNodes {
  /** The first statement that leads to a node. */
  readonly into: ReadonlyMap<string, RDF.Quad>;
  readonly types: ReadonlyMap<string, string>;
}

function blankNodesOf(statements: readonly RDF.Quad[]): BlankNodes {
  const into = new Map<string, RDF.Quad>();
  const types = new Map<string, string>();
  for (const one of statements) {
    const { subject, predicate, object } = one;
    if (object.termType === 'BlankNode' && !into.has(object.value)) into.set(object.value, one);
    if (subject.termType === 'BlankNode' && predicate.value === rdf.type)
      types.set(subject.value, object.value);
  }
  return { into, types };
}

/** `blank node (schema:PostalAddress; <http://example.org/a> → schema:address)`. */
function blankText(term: RDF.BlankNode, { into, types }: BlankNodes, language: Language): string {
  const type = types.get(term.value);
  const facts = [
    ...(type === undefined ? [] : [compactIri(type)]),
    ...(into.has(term.value) ? [wayTo(term, into, language)] : []),
  ];
  const unsaid = { fr: 'que rien ne décrit ni ne nomme', en: 'that nothing describes or names' }[language];
  const between = { fr: ' ; ', en: '; ' }[language];
  return `${UNKNOWN[language]} ${facts.length === 0 ? unsaid : `(${facts.join(between)})`}`;
}

function wayTo(term: RDF.BlankNode, into: BlankNodes['into'], language: Language): string {
  const steps: string[] = [];
  let start: RDF.Term = term;
  for (let one = into.get(start.value); one && steps.length < MOST_STEPS; one = into.get(start.value)) {
    steps.unshift(compactIri(one.predicate.value));
    start = one.subject;
    if (start.termType !== 'BlankNode') break;
  }
  return [start.termType === 'BlankNode' ? UNKNOWN[language] : `<${start.value}>`, ...steps].join(' → ');
}
