import { pathOfIri } from '../../model/index.ts';
import { isIri } from '../../rdf/index.ts';

/** Where the identifiers of entities are read: `<base>id/` is their space. */
export const identifierSpace = (base: string): string => `${base}id/`;

/** The identifier of a thing: what follows `<base>id/`, else its whole IRI. */
export function entityId(iri: string, base: string): string {
  const space = identifierSpace(base);
  return iri.startsWith(space) ? iri.slice(space.length) : iri;
}

const LONGEST_ID = 1000;

/**
 * The IRI that an identifier stands for: short ones, whole IRIs, addresses of documents.
 * @returns undefined for what can be no identifier
 */
export function iriOfEntity(id: string, base: string): string | undefined {
  const text = id.trim();
  if (text === '' || text.length > LONGEST_ID || /[\s<>"{}|\\^`]/.test(text)) return undefined;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return identifierSpace(base) + text;
  if (!isIri(text)) return undefined;
  const document = pathOfIri(text, `${base}doc/`);
  return document === undefined ? text : `${identifierSpace(base)}${document.slice(1)}`;
}
