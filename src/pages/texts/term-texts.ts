import type { Bilingual } from '../../model/index.ts';
import { rdf, rdfs } from '../../rdf/index.ts';
import { bilingual } from '../typography.ts';

/**
 * Names of the terms by which vocabularies describe themselves: their own labels are English, and made for those who
 * know RDF.
 */
export const TERM_WORDS: ReadonlyMap<string, Bilingual> = new Map([
  [rdf.Property, bilingual('Propriété', 'Property')],
  [rdfs.Class, bilingual('Classe', 'Class')],
  [rdfs.Literal, bilingual('Texte, nombre ou date', 'Text, number or date')],
  [rdfs.comment, bilingual('Définition', 'Definition')],
  [rdfs.domain, bilingual('Se dit de', 'Said of')],
  [rdfs.range, bilingual('Ses valeurs', 'Its values')],
  [rdfs.subClassOf, bilingual('Sorte de', 'Kind of')],
  [rdfs.subPropertyOf, bilingual('Cas particulier de', 'Special case of')],
  [rdfs.isDefinedBy, bilingual('Défini par', 'Defined by')],
]);
