import { literalParts } from '../n-quads.ts';
import { localName, xmlAttribute, xmlText } from '../rdf-xml.ts';
import { unescapeLiteral } from '../unescape.ts';
import { rdf } from '../vocabulary.ts';
import { NotInSyntax, type StreamedSyntax } from './streamed-syntax.ts';

/** Names that the grammar keeps for itself (https://www.w3.org/TR/rdf-syntax-grammar/#section-Namespace). */
const KEPT = new Set(
  'RDF ID about parseType resource nodeID datatype bagID aboutEach aboutEachPrefix li Description'
    .split(' ')
    .map((name) => rdf.namespace + name),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML 1.0 cannot hold
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const DOT_SEGMENT = /\/\.{1,2}(?:[/?#]|$)/;

/**
 * RDF/XML 1.1 (https://www.w3.org/TR/rdf-syntax-grammar/), one `rdf:Description` a subject. It cannot say predicates that
 * do not end in a name of XML, nor control characters, nor IRIs with dots as path segments, which readers resolve.
 */
export function rdfXmlBlocks(prefixes: Readonly<Record<string, string>>): StreamedSyntax {
  const elements = new Map<string, Element>();
  const byNamespace = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]));
  const element = (predicate: string): Element => {
    const known = elements.get(predicate);
    if (known) return known;
    const made = elementOf(predicate, byNamespace);
    elements.set(predicate, made);
    return made;
  };
  const declared = Object.entries(prefixes).map(
    ([prefix, namespace]) => `\n  xmlns:${prefix}="${xmlAttribute(namespace)}"`,
  );
  return {
    head: `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declared.join('')}>\n`,
    separator: '',
    tail: '</rdf:RDF>\n',
    block(subject, statements) {
      const properties = statements.map(({ predicate, object }) => property(element(predicate), object));
      return `<rdf:Description rdf:about="${iriAttribute(subject)}">\n${properties.join('')}</rdf:Description>\n`;
    },
  };
}

interface Element {
  /** With its namespace, where the document declares none for it. */
  readonly start: string;
  readonly end: string;
}

function elementOf(predicate: string, byNamespace: ReadonlyMap<string, string>): Element {
  const local = localName(predicate);
  if (local === undefined || KEPT.has(predicate))
    throw new NotInSyntax(`RDF/XML cannot write the predicate <${predicate}>.`);
  const namespace = predicate.slice(0, predicate.length - local.length);
  const prefix = byNamespace.get(namespace);
  if (prefix !== undefined) return { start: `${prefix}:${local}`, end: `${prefix}:${local}` };
  return { start: `n:${local} xmlns:n="${xmlAttribute(namespace)}"`, end: `n:${local}` };
}

function property({ start, end }: Element, object: string): string {
  if (object.startsWith('<')) return `  <${start} rdf:resource="${iriAttribute(object.slice(1, -1))}"/>\n`;
  const { escaped, language, datatype } = literalParts(object);
  return `  <${start}${kind(language, datatype)}>${literalText(escaped)}</${end}>\n`;
}

function kind(language: string | undefined, datatype: string | undefined): string {
  if (language !== undefined) return ` xml:lang="${language}"`;
  return datatype === undefined ? '' : ` rdf:datatype="${iriAttribute(datatype)}"`;
}

function literalText(escaped: string): string {
  const text = unescapeLiteral(escaped);
  if (NOT_IN_XML.test(text) || !text.isWellFormed())
    throw new NotInSyntax(`XML 1.0 cannot hold the characters of “${escaped.slice(0, 100)}”.`);
  return xmlText(text);
}

function iriAttribute(iri: string): string {
  if (DOT_SEGMENT.test(iri)) throw new NotInSyntax(`RDF/XML cannot keep the IRI <${iri}> as it is.`);
  return xmlAttribute(iri);
}
