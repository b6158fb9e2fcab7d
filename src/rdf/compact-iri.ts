import { PREFIXES } from './vocabulary.ts';

/** `schema:name` for a known namespace, else the IRI in angle brackets. */
export function compactIri(iri: string, prefixes: Readonly<Record<string, string>> = PREFIXES): string {
  const found = Object.entries(prefixes).find(
    ([, namespace]) => iri.startsWith(namespace) && /^[A-Za-z0-9_-]+$/.test(iri.slice(namespace.length)),
  );
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : `<${iri}>`;
}
