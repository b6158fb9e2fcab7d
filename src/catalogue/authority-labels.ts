import type { Bilingual } from '../model/index.ts';
import { euAuthority } from '../rdf/index.ts';

const labels = (table: string, rows: Readonly<Record<string, readonly [fr: string, en: string]>>) =>
  Object.entries(rows).map(([code, [fr, en]]): [string, Bilingual] => [
    `${euAuthority.namespace}${table}/${code}`,
    { fr, en },
  ]);

/** Concepts of the authority tables of the European Union that descriptions of datasets use: IRI → label. */
const LABELS: ReadonlyMap<string, Bilingual> = new Map([
  ...labels('data-theme', {
    AGRI: ['Agriculture, pêche, sylviculture et alimentation', 'Agriculture, fisheries, forestry and food'],
    ECON: ['Économie et finances', 'Economy and finance'],
    EDUC: ['Éducation, culture et sport', 'Education, culture and sport'],
    ENER: ['Énergie', 'Energy'],
    ENVI: ['Environnement', 'Environment'],
    GOVE: ['Gouvernement et secteur public', 'Government and public sector'],
    HEAL: ['Santé', 'Health'],
    INTR: ['Questions internationales', 'International issues'],
    JUST: ['Justice, système juridique et sécurité publique', 'Justice, legal system and public safety'],
    OP_DATPRO: ['Données provisoires', 'Provisional data'],
    REGI: ['Régions et villes', 'Regions and cities'],
    SOCI: ['Population et société', 'Population and society'],
    TECH: ['Science et technologie', 'Science and technology'],
    TRAN: ['Transports', 'Transport'],
  }),
  ...labels('frequency', {
    ANNUAL: ['annuel', 'annual'],
    ANNUAL_2: ['semestriel', 'semiannual'],
    BIENNIAL: ['bisannuel', 'biennial'],
    CONT: ['continu', 'continuous'],
    DAILY: ['quotidien', 'daily'],
    IRREG: ['irrégulier', 'irregular'],
    MONTHLY: ['mensuel', 'monthly'],
    NEVER: ['jamais', 'never'],
    QUARTERLY: ['trimestriel', 'quarterly'],
    UNKNOWN: ['inconnu', 'unknown'],
    WEEKLY: ['hebdomadaire', 'weekly'],
  }),
  ...labels('country', { FRA: ['France', 'France'] }),
  ...labels('language', { FRA: ['français', 'French'], ENG: ['anglais', 'English'] }),
  ...labels('file-type', {
    CSV: ['CSV', 'CSV'],
    GEOJSON: ['GeoJSON', 'GeoJSON'],
    JSON_LD: ['JSON-LD', 'JSON-LD'],
    RDF_N_QUADS: ['RDF N-Quads', 'RDF N-Quads'],
    RDF_N_TRIPLES: ['RDF N-Triples', 'RDF N-Triples'],
    RDF_TURTLE: ['RDF Turtle', 'RDF Turtle'],
    RDF_XML: ['RDF XML', 'RDF XML'],
    SPARQLQ: ['requête SPARQL', 'SPARQL query'],
  }),
  ...labels('access-right', { PUBLIC: ['public', 'public'] }),
]);

/** Label of a concept; its code where the table does not know it. */
export function authorityLabel(iri: string): Bilingual {
  const code = iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1) || iri;
  return LABELS.get(iri) ?? { fr: code, en: code };
}
