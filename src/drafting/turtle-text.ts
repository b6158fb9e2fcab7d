import { PREFIXES } from '../rdf/index.ts';

/** A literal of Turtle, with its language or datatype. */
export function text(value: string, language?: 'fr' | 'en'): string {
  const safe = JSON.stringify(value.toWellFormed()).replace(/[\u007f-\u009f\u2028\u2029]/g, escaped);
  return language === undefined ? safe : `${safe}@${language}`;
}

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Prefixes that drafts are written with; data cubes have none among the platform’s own. */
const NAMESPACES: Readonly<Record<string, string>> = { ...PREFIXES, qb: 'http://purl.org/linked-data/cube#' };

/** `def:lieu` → `<def/lieu>`; others stay prefixed. */
export const term = (name: string): string => (name.startsWith('def:') ? `<def/${name.slice(4)}>` : name);

/** `schema:Park` → its IRI. */
export const expanded = (name: string): string => {
  const [prefix = '', local = ''] = name.split(':', 2);
  return `${NAMESPACES[prefix] ?? `${prefix}:`}${local}`;
};

/** The prefixes that stand in a text, declared. */
export const prefixLines = (body: string, keyword: '@prefix' | 'PREFIX'): readonly string[] =>
  Object.entries(NAMESPACES)
    .filter(([prefix]) => new RegExp(`(?:^|[\\s,(|^/])${prefix}:`, 'm').test(body))
    .map(([prefix, iri]) =>
      keyword === '@prefix' ? `@prefix ${prefix}: <${iri}> .` : `PREFIX ${prefix}: <${iri}>`,
    );
