import type { Agent } from '../model/index.ts';
import { foaf, type RDF } from '../rdf/index.ts';
import { about } from './statements.ts';

/** An organisation or person, with the name in both languages. */
export function describeAgent({ iri, name }: Agent): RDF.Quad[] {
  return about(iri, [foaf.Agent, foaf.Organization], [[foaf.name, name]]);
}
