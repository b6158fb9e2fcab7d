import { createHash } from 'node:crypto';
import { folded } from '../documents/index.ts';

const HASH_DIGITS = 8;

/** The beginning of a text's SHA-256: tells names apart that would otherwise be the same. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS);

/** A name for a fragment, readable and the same for the same IRI in every release: `museum-5f0c6a1b`. */
export function nameOfIri(iri: string): string {
  const tail = folded(localName(iri));
  return tail === '' ? shortHash(iri) : `${tail}-${shortHash(iri)}`;
}

/** What stands after the namespace: `name` in `…/terms#name`; the host of an IRI that ends in `/`. */
export const localName = (iri: string): string =>
  iri
    .split(/[/#]/)
    .filter((part) => part !== '')
    .at(-1) ?? iri;

/** The namespace of a term: all up to its last `#` or `/`. */
export const namespaceOf = (iri: string): string =>
  iri.slice(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
