import { literalParts } from '../n-quads.ts';
import { PrefixNames } from '../prefix-names.ts';
import { unescapeLiteral } from '../unescape.ts';
import { rdf } from '../vocabulary.ts';
import type { StreamedSyntax, SubjectStatement } from './streamed-syntax.ts';

type Prefixes = Readonly<Record<string, string>>;

/**
 * JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/): a context of prefixes, and one object a subject on a line of its own.
 * Values keep their lexical form and their datatype: none is a number or a truth of JSON.
 */
export function jsonLdBlocks(prefixes: Prefixes): StreamedSyntax {
  const names = new PrefixNames(prefixes);
  const short = (iri: string): string => names.short(iri) ?? iri;
  const isMistaken = mistakenForPrefixed(prefixes);
  return {
    head: `{"@context":${JSON.stringify(prefixes)},\n"@graph":[\n`,
    separator: ',\n',
    tail: '\n]}\n',
    block(subject, statements) {
      // Without its context, an object's IRIs are what they are.
      return isMistaken(subject) || statements.some((one) => speaksOf(one, isMistaken))
        ? node(subject, statements, { opening: '{"@context":null,', name: (iri) => iri })
        : node(subject, statements, { opening: '{', name: short });
    },
  };
}

interface Naming {
  readonly opening: string;
  readonly name: (iri: string) => string;
}

function node(subject: string, statements: readonly SubjectStatement[], { opening, name }: Naming): string {
  let text = `${opening}"@id":${iriString(subject)}`;
  for (const [key, values] of byKey(statements)) {
    const said = values.map((object) => (key === '@type' ? typeName(object, name) : objectOf(object, name)));
    const shown = key === '@type' ? key : name(key);
    text += `,${iriString(shown)}:${said.length === 1 ? said[0] : `[${said.join(',')}]`}`;
  }
  return `${text}}`;
}

/** Objects by predicate, in order; types that are IRIs first. */
function byKey(statements: readonly SubjectStatement[]): ReadonlyMap<string, readonly string[]> {
  const isType = ({ predicate, object }: SubjectStatement): boolean =>
    predicate === rdf.type && object.startsWith('<');
  const types = statements.filter(isType).map(({ object }) => object);
  const keys = new Map<string, string[]>(types.length > 0 ? [['@type', types]] : []);
  for (const statement of statements) {
    if (isType(statement)) continue;
    const known = keys.get(statement.predicate);
    if (known) known.push(statement.object);
    else keys.set(statement.predicate, [statement.object]);
  }
  return keys;
}

const typeName = (object: string, name: Naming['name']): string => iriString(name(object.slice(1, -1)));

function objectOf(object: string, name: Naming['name']): string {
  if (object.startsWith('<')) return `{"@id":${iriString(object.slice(1, -1))}}`;
  const { escaped, language, datatype } = literalParts(object);
  const value = jsonString(escaped);
  if (language !== undefined) return `{"@value":${value},"@language":"${language}"}`;
  return datatype === undefined ? value : `{"@value":${value},"@type":${iriString(name(datatype))}}`;
}

const iriString = (iri: string): string => (/["\\]/.test(iri) ? JSON.stringify(iri) : `"${iri}"`);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what JSON escapes
const NOT_JSON = /\\[U']|[\u0000-\u001f]/;

/** What N-Triples escapes, JSON escapes alike, but for these. */
const jsonString = (escaped: string): string =>
  NOT_JSON.test(escaped) ? JSON.stringify(unescapeLiteral(escaped)) : `"${escaped}"`;

/** Whether JSON-LD would take an IRI for a prefixed name: `geo:48.8,2.3` where `geo` is a prefix. */
function mistakenForPrefixed(prefixes: Prefixes): (iri: string) => boolean {
  const schemes = new Set(Object.keys(prefixes));
  return (iri) => {
    if (iri.startsWith('http://') || iri.startsWith('https://')) return false;
    const colon = iri.indexOf(':');
    return !iri.startsWith('//', colon + 1) && schemes.has(iri.slice(0, colon));
  };
}

function speaksOf({ predicate, object }: SubjectStatement, isSuch: (iri: string) => boolean): boolean {
  if (isSuch(predicate)) return true;
  if (object.startsWith('<')) return isSuch(object.slice(1, -1));
  const typed = object.lastIndexOf('"^^<');
  return typed > 0 && object.endsWith('>') && isSuch(object.slice(typed + 4, -1));
}
