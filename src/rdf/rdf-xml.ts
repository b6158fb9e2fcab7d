import type * as RDF from '@rdfjs/types';
import { rdf, xsd } from './vocabulary.ts';

/**
 * Triples as RDF/XML 1.1 (https://www.w3.org/TR/rdf-syntax-grammar/), every IRI absolute, one `rdf:Description` a
 * subject in the order of first mention; graphs are left out. Only the prefixes of predicates are declared.
 * @throws RangeError for a predicate that no XML name can stand for
 */
export function rdfXml(quads: readonly RDF.Quad[], prefixes: Readonly<Record<string, string>>): string {
  const names = new Names(prefixes);
  const subjects = [...Map.groupBy(quads, ({ subject }) => names.node(subject, 'rdf:about'))];
  const blocks = subjects.map(([about, own]) => {
    const properties = [...new Set(own.map((quad) => property(quad, names)))];
    return `  <rdf:Description ${about}>\n${properties.join('')}  </rdf:Description>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${names.declarations()}>\n${blocks.join('')}</rdf:RDF>\n`;
}

function property({ predicate, object }: RDF.Quad, names: Names): string {
  const name = names.element(predicate.value);
  if (object.termType !== 'Literal') return `    <${name} ${names.node(object, 'rdf:resource')}/>\n`;
  return `    <${name}${literalKind(object)}>${xmlText(object.value)}</${name}>\n`;
}

function literalKind({ language, datatype }: RDF.Literal): string {
  if (language) return ` xml:lang="${xmlAttribute(language)}"`;
  return datatype.value === xsd.string ? '' : ` rdf:datatype="${xmlAttribute(datatype.value)}"`;
}

/** Where a local name can begin and go on (https://www.w3.org/TR/xml/#NT-Name, without the colon). */
const START =
  'A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}-\\u{200d}\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}';
const LOCAL_NAME = new RegExp(`[${START}][${START}.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}-\\u{2040}-]*$`, 'u');

/** The longest name of XML that an IRI ends in. */
export const localName = (iri: string): string | undefined => LOCAL_NAME.exec(iri)?.[0];

/** Names of one document: prefixes as they are needed, blank nodes numbered. */
class Names {
  readonly #known: ReadonlyMap<string, string>;
  readonly #declared = new Map([[rdf.namespace, 'rdf']]);
  readonly #blank = new Map<string, string>();

  constructor(prefixes: Readonly<Record<string, string>>) {
    this.#known = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]));
  }

  element(iri: string): string {
    const local = localName(iri);
    if (local === undefined) throw new RangeError(`RDF/XML cannot write the predicate <${iri}>`);
    const namespace = iri.slice(0, iri.length - local.length);
    const prefix = this.#declared.get(namespace) ?? this.#known.get(namespace) ?? `ns${this.#declared.size}`;
    this.#declared.set(namespace, prefix);
    return `${prefix}:${local}`;
  }

  /** An attribute that names a node. */
  node(term: RDF.Term, attribute: string): string {
    if (term.termType !== 'BlankNode') return `${attribute}="${xmlAttribute(term.value)}"`;
    const name = this.#blank.get(term.value) ?? `b${this.#blank.size}`;
    this.#blank.set(term.value, name);
    return `rdf:nodeID="${name}"`;
  }

  declarations(): string {
    return [...this.#declared]
      .map(([namespace, prefix]) => `\n  xmlns:${prefix}="${xmlAttribute(namespace)}"`)
      .join('');
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML 1.0 cannot hold
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** XML 1.0 reads a carriage return as a line feed unless it is escaped, and has no other control characters. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
    .replace(NOT_IN_XML, '\ufffd');

export const xmlAttribute = (text: string): string =>
  xmlText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
