import { PrefixNames } from './prefix-names.ts';
import { PREFIXES } from './vocabulary.ts';

/** `schema:name` for a known namespace, else the IRI in angle brackets. */
export const compactIri = (iri: string, prefixes: Readonly<Record<string, string>> = PREFIXES): string =>
  new PrefixNames(prefixes).short(iri) ?? `<${iri}>`;
