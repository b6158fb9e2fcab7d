import { dcterms, rdfs, schema, skos } from './vocabulary.ts';

/** Properties that hold labels, the preferred one first. */
export const LABEL_PROPERTIES: readonly string[] = [skos.prefLabel, rdfs.label, schema.name, dcterms.title];
