import type * as RDF from '@rdfjs/types';
import { escapeLiteral } from './n-quads.ts';
import { PrefixNames } from './prefix-names.ts';
import { rdf, xsd } from './vocabulary.ts';

type Prefixes = Readonly<Record<string, string>>;

/**
 * Triples as Turtle (https://www.w3.org/TR/turtle/) for people: the prefixes that are used, one block a subject, in the
 * order of first mention; every statement once; graphs are left out.
 */
export function turtle(quads: readonly RDF.Quad[], prefixes: Prefixes): string {
  const terms = new Terms(prefixes);
  const blocks = blocksOf(quads, terms);
  return terms.preamble() + blocks.map((block) => `\n${block}`).join('');
}

/** Quads as TriG (https://www.w3.org/TR/trig/), graph by graph in the order of first mention. */
export function trig(quads: readonly RDF.Quad[], prefixes: Prefixes): string {
  const terms = new Terms(prefixes);
  const graphs = Map.groupBy(quads, ({ graph }) =>
    graph.termType === 'DefaultGraph' ? '' : terms.term(graph),
  );
  const parts = [...graphs].map(([name, own]) => {
    const blocks = blocksOf(own, terms);
    return name === '' ? blocks.join('\n') : `${name} {\n${blocks.join('\n')}}\n`;
  });
  return terms.preamble() + parts.map((part) => `\n${part}`).join('');
}

/** The objects of each verb, each once. */
type Said = Map<string, Set<string>>;

function blocksOf(quads: readonly RDF.Quad[], terms: Terms): string[] {
  const subjects = new Map<string, Said>();
  let [said, objects]: [Said, Set<string>] = [new Map(), new Set()];
  let before: RDF.Quad | undefined;
  for (const quad of quads) {
    // Statements about one thing follow each other, and so do those with one property.
    const isSameSubject = before !== undefined && isSame(quad.subject, before.subject);
    if (!isSameSubject) said = entryOf(subjects, terms.term(quad.subject), () => new Map());
    if (!isSameSubject || before === undefined || !isSame(quad.predicate, before.predicate))
      objects = entryOf(said, terms.verb(quad.predicate), () => new Set());
    objects.add(terms.term(quad.object));
    before = quad;
  }
  return [...subjects].map(([subject, of]) => `${subject} ${[...of].map(line).join(' ;\n  ')} .\n`);
}

const line = ([verb, objects]: [string, ReadonlySet<string>]): string =>
  `${verb} ${objectList([...objects])}`;

const isSame = (one: RDF.Term, other: RDF.Term): boolean =>
  one === other || (one.value === other.value && one.termType === other.termType && one.termType !== 'Quad');

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const LINE = 100;

/** On one line where they fit, else one a line. */
function objectList(objects: readonly string[]): string {
  if (objects.length === 1) return objects[0] ?? '';
  const line = objects.join(', ');
  return line.length <= LINE && !line.includes('\n') ? line : objects.join(',\n    ');
}

/** Numbers and truths that Turtle writes without quotes, to the letter. */
const BARE: Readonly<Record<string, RegExp>> = {
  [xsd.integer]: /^[+-]?\d+$/,
  [xsd.decimal]: /^[+-]?\d*\.\d+$/,
  [xsd.boolean]: /^(?:true|false)$/,
};

/** Terms of one document. */
class Terms {
  readonly #names: PrefixNames;

  constructor(prefixes: Prefixes) {
    this.#names = new PrefixNames(prefixes);
  }

  verb(predicate: RDF.Term): string {
    return predicate.value === rdf.type ? 'a' : this.term(predicate);
  }

  term(term: RDF.Term): string {
    if (term.termType === 'NamedNode') return this.#iri(term.value);
    if (term.termType === 'BlankNode') return `_:${term.value}`;
    if (term.termType === 'Literal') return this.#literal(term);
    if (term.termType === 'Quad')
      return `<<( ${this.term(term.subject)} ${this.term(term.predicate)} ${this.term(term.object)} )>>`;
    throw new TypeError(`A ${term.termType} cannot be written as Turtle.`);
  }

  preamble(): string {
    return Object.entries(this.#names.used())
      .map(([prefix, namespace]) => `@prefix ${prefix}: ${iriRef(namespace)} .\n`)
      .join('');
  }

  #iri(iri: string): string {
    return this.#names.short(iri) ?? iriRef(iri);
  }

  #literal({ value, language, direction, datatype }: RDF.Literal): string {
    if (language) return `${quoted(value)}@${language}${direction ? `--${direction}` : ''}`;
    if (datatype.value === xsd.string) return quoted(value);
    if (BARE[datatype.value]?.test(value)) return value;
    return `${quoted(value)}^^${this.#iri(datatype.value)}`;
  }
}

/** A text with lines keeps them. */
const quoted = (text: string): string =>
  text.includes('\n')
    ? `"""${text.split('\n').map(escapeLiteral).join('\n')}"""`
    : `"${escapeLiteral(text)}"`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what an IRI cannot hold
const NOT_IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/;
const ALL_NOT_IN_IRI = new RegExp(NOT_IN_IRI, 'g');

const iriRef = (iri: string): string => (NOT_IN_IRI.test(iri) ? escapedRef(iri) : `<${iri}>`);

const escapedRef = (iri: string): string =>
  `<${iri.replace(ALL_NOT_IN_IRI, (one) => `\\u${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}>`;
