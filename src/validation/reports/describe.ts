import { type Bilingual, type Language, shortened } from '../../model/index.ts';
import { compactIri, PREFIXES, type RDF, rdf, xsd } from '../../rdf/index.ts';

/** Names a node of the data for people: a blank node by what leads to it and what it is. */
export type Describer = (term: RDF.Term, language: Language) => string;

const MOST_STEPS = 5;
const LONGEST = 120;
const LONGEST_IRI = 500;

const UNKNOWN: Bilingual = { fr: 'nœud anonyme', en: 'blank node' };

/** Reads the data once, and only when a blank node is first asked for. */
export function createDescriber(
  statements: readonly RDF.Quad[],
  prefixes: Readonly<Record<string, string>> = PREFIXES,
): Describer {
  const name: Namer = (iri) => compactIri(iri, prefixes);
  let known: BlankNodes | undefined;
  return (term, language) => {
    if (term.termType !== 'BlankNode') return termForPeople(term, language, name);
    known ??= { ...blankNodesOf(statements), name };
    return blankText(term, known, language);
  };
}

/** An IRI whole, a literal in its quotes with what distinguishes it; never a blank node's label. */
function termForPeople(term: RDF.Term, language: Language, name: Namer = compactIri): string {
  if (term.termType === 'NamedNode') return `<${shortened(term.value, LONGEST_IRI, language)}>`;
  return term.termType === 'Literal' ? literalForPeople(term, language, name) : UNKNOWN[language];
}

const PLAIN: readonly string[] = [xsd.string, rdf.langString];

/** An IRI, shortened. */
type Namer = (iri: string) => string;

function literalForPeople(term: RDF.Literal, reader: Language, name: Namer): string {
  const { value, language, datatype } = term;
  const shown = `"${shortened(value, LONGEST, reader).replace(/\s+/g, ' ')}"`;
  if (language) return `${shown}@${language}`;
  return PLAIN.includes(datatype.value) ? shown : `${shown}^^${name(datatype.value)}`;
}

interface BlankNodes {
  /** The first statement that leads to a node. */
  readonly into: ReadonlyMap<string, RDF.Quad>;
  readonly types: ReadonlyMap<string, string>;
  readonly name: Namer;
}

function blankNodesOf(statements: readonly RDF.Quad[]): Omit<BlankNodes, 'name'> {
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
function blankText(term: RDF.BlankNode, known: BlankNodes, language: Language): string {
  const { into, types, name } = known;
  const type = types.get(term.value);
  const facts = [
    ...(type === undefined ? [] : [name(type)]),
    ...(into.has(term.value) ? [wayTo(term, known, language)] : []),
  ];
  const unsaid = { fr: 'que rien ne décrit ni ne nomme', en: 'that nothing describes or names' }[language];
  const between = { fr: ' ; ', en: '; ' }[language];
  return `${UNKNOWN[language]} ${facts.length === 0 ? unsaid : `(${facts.join(between)})`}`;
}

function wayTo(term: RDF.BlankNode, { into, name }: BlankNodes, language: Language): string {
  const steps: string[] = [];
  let start: RDF.Term = term;
  for (let one = into.get(start.value); one && steps.length < MOST_STEPS; one = into.get(start.value)) {
    steps.unshift(name(one.predicate.value));
    start = one.subject;
    if (start.termType !== 'BlankNode') break;
  }
  return [
    start.termType === 'BlankNode' ? UNKNOWN[language] : `<${shortened(start.value, LONGEST_IRI, language)}>`,
    ...steps,
  ].join(' → ');
}
