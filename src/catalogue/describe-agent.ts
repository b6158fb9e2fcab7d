import type { Agent } from '../model/index.ts';
import { foaf, type RDF, vcard } from '../rdf/index.ts';
import { about } from './statements.ts';

/** An organisation or person, with the name in both languages. */
export function describeAgent({ iri, name }: Agent): RDF.Quad[] {
  return about(iri, [foaf.Agent, foaf.Organization], [[foaf.name, name]]);
}

/** Whom to write to about a dataset, as vCard says it: a mailbox or a page. */
export function describeContact(contactIri: string, { iri, name }: Agent): RDF.Quad[] {
  const way = iri.startsWith('mailto:') ? vcard.hasEmail : vcard.hasURL;
  return about(
    contactIri,
    [vcard.Kind, vcard.Organization],
    [
      [vcard.fn, name],
      [way, iri],
    ],
  );
}
