import type * as RDF from '@rdfjs/types';
import { PrefixNames } from './prefix-names.ts';
import { rdf, xsd } from './vocabulary.ts';

type Prefixes = Readonly<Record<string, string>>;
type Json = string | readonly Json[] | { readonly [key: string]: Json };
/** How the values of a property are written: bare texts under a type or by language, or each with all it needs. */
type Coercion = { readonly '@type': string } | { readonly '@container': '@language' } | undefined;

/**
 * Quads as compacted JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/) for people: a context with the prefixes and properties
 * of this document, nodes in the order of first mention, `@id` and `@type` first. Values are bare texts wherever all values
 * of the property are of one kind. Lexical forms are kept: no value becomes a number of JSON.
 */
export function jsonLd(quads: readonly RDF.Quad[], prefixes: Prefixes): string {
  const document = new JsonLdDocument(quads, prefixes);
  const graphs = Map.groupBy(quads, ({ graph }) => graph);
  const byName = Map.groupBy([...graphs.keys()], (graph) =>
    graph.termType === 'DefaultGraph' ? '' : nodeName(graph),
  );
  const nodes = [...byName].flatMap(([name, same]) => {
    const own = document.nodes(same.flatMap((graph) => graphs.get(graph) ?? []));
    return name === '' ? own : [{ '@id': name, '@graph': own }];
  });
  return `${JSON.stringify({ '@context': document.context(), '@graph': nodes }, null, 2)}\n`;
}

class JsonLdDocument {
  readonly #names: PrefixNames;
  readonly #coercions = new Map<string, Coercion>();

  constructor(quads: readonly RDF.Quad[], prefixes: Prefixes) {
    this.#names = new PrefixNames(withoutSchemes(quads, prefixes));
    const untyped = quads.filter((one) => !isTyping(one));
    const byProperty = Map.groupBy(untyped, ({ predicate }) => this.#key(predicate.value));
    for (const [key, same] of byProperty) this.#coercions.set(key, this.#coercionOf(same));
  }

  nodes(quads: readonly RDF.Quad[]): Json[] {
    return [...Map.groupBy(quads, ({ subject }) => nodeName(subject))].map(([id, own]) =>
      this.#node(id, own),
    );
  }

  /** To be asked for once everything is written. */
  context(): Json {
    const terms = [...this.#coercions].flatMap(([key, coercion]) => (coercion ? [[key, coercion]] : []));
    return { ...this.#names.used(), ...Object.fromEntries(terms) };
  }

  #node(id: string, quads: readonly RDF.Quad[]): Json {
    const [types, others] = [quads.filter(isTyping), quads.filter((one) => !isTyping(one))];
    const byProperty = Map.groupBy(others, ({ predicate }) => this.#key(predicate.value));
    const values = [...byProperty].map(([key, same]) => [key, this.#values(key, distinctObjects(same))]);
    const classes = [...new Set(types.map(({ object }) => this.#name(object)))];
    return {
      '@id': id,
      ...(classes.length > 0 && { '@type': oneOrMore(classes) }),
      ...Object.fromEntries(values),
    };
  }

  #values(key: string, terms: readonly RDF.Term[]): Json {
    const coercion = this.#coercions.get(key);
    if (coercion === undefined) return oneOrMore(terms.map((term) => this.#value(term)));
    if ('@type' in coercion) return oneOrMore(terms.map(nodeName));
    const byLanguage = Map.groupBy(terms as readonly RDF.Literal[], ({ language }) => language);
    return Object.fromEntries(
      [...byLanguage].map(([language, texts]) => [language, oneOrMore(texts.map(({ value }) => value))]),
    );
  }

  #value(term: RDF.Term): Json {
    if (term.termType !== 'Literal') return { '@id': nodeName(term) };
    if (term.language) return { '@value': term.value, '@language': term.language };
    if (term.datatype.value === xsd.string) return term.value;
    return { '@value': term.value, '@type': this.#key(term.datatype.value) };
  }

  #coercionOf(quads: readonly RDF.Quad[]): Coercion {
    const kinds = new Set(quads.map(({ object }) => kindOf(object)));
    const [kind = ''] = kinds;
    if (kinds.size !== 1 || kind === xsd.string) return undefined;
    if (kind === '@language') return { '@container': '@language' };
    return { '@type': kind === '@id' ? '@id' : this.#key(kind) };
  }

  #name(term: RDF.Term): string {
    return term.termType === 'NamedNode' ? this.#key(term.value) : nodeName(term);
  }

  #key(iri: string): string {
    return this.#names.short(iri) ?? iri;
  }
}

/** The datatype of a literal; else what JSON-LD coerces to. */
function kindOf(term: RDF.Term): string {
  if (term.termType !== 'Literal') return '@id';
  return term.language ? '@language' : term.datatype.value;
}

/** A class that is a text is no `@type`. */
const isTyping = ({ predicate, object }: RDF.Quad): boolean =>
  predicate.value === rdf.type && object.termType !== 'Literal';

const nodeName = (term: RDF.Term): string => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value);

const distinctObjects = (quads: readonly RDF.Quad[]): RDF.Term[] => [
  ...new Map(
    quads.map(({ object }) => [`${kindOf(object)} ${languageOf(object)} ${object.value}`, object]),
  ).values(),
];

const languageOf = (term: RDF.Term): string => (term.termType === 'Literal' ? term.language : '');

const oneOrMore = (values: readonly Json[]): Json => (values.length === 1 ? (values[0] ?? '') : values);

/** A prefix that is also the scheme of some IRI (`geo:48.2,16.3`) would be read into it. */
function withoutSchemes(quads: readonly RDF.Quad[], prefixes: Prefixes): Prefixes {
  const schemes = new Set<string | undefined>();
  for (const { subject, predicate, object, graph } of quads)
    for (const term of [subject, predicate, object, graph]) schemes.add(schemeOf(term));
  const clashes = [...schemes].some((scheme) => scheme !== undefined && Object.hasOwn(prefixes, scheme));
  // The same object again: what is known of it is made once.
  if (!clashes) return prefixes;
  return Object.fromEntries(Object.entries(prefixes).filter(([prefix]) => !schemes.has(prefix)));
}

function schemeOf(term: RDF.Term): string | undefined {
  const iri = term.termType === 'Literal' ? term.datatype.value : term.value;
  const colon = iri.indexOf(':');
  if (colon <= 0 || iri.startsWith('//', colon + 1)) return undefined;
  return /^([^:/?#]+):/.exec(iri)?.[1];
}
