import type { Bilingual, Language } from '../model/index.ts';
import { bilingual } from './typography.ts';

/** Names of the concepts of EU authority tables that dataset descriptions use, by table and code. */
const NAMES: Readonly<Record<string, Bilingual>> = {
  'frequency/CONT': bilingual('en continu', 'continuously'),
  'frequency/DAILY': bilingual('chaque jour', 'daily'),
  'frequency/WEEKLY': bilingual('chaque semaine', 'weekly'),
  'frequency/MONTHLY': bilingual('chaque mois', 'monthly'),
  'frequency/QUARTERLY': bilingual('chaque trimestre', 'quarterly'),
  'frequency/ANNUAL': bilingual('chaque année', 'yearly'),
  'frequency/BIENNIAL': bilingual('tous les deux ans', 'every two years'),
  'frequency/IRREG': bilingual('sans périodicité', 'irregularly'),
  'frequency/NEVER': bilingual('jamais', 'never'),
  'frequency/UNKNOWN': bilingual('périodicité inconnue', 'unknown'),
  'data-theme/AGRI': bilingual(
    'agriculture, pêche, forêts, alimentation',
    'agriculture, fisheries, forestry and food',
  ),
  'data-theme/ECON': bilingual('économie et finances', 'economy and finance'),
  'data-theme/EDUC': bilingual('éducation, culture et sport', 'education, culture and sport'),
  'data-theme/ENVI': bilingual('environnement', 'environment'),
  'data-theme/GOVE': bilingual('gouvernement et secteur public', 'government and public sector'),
  'data-theme/REGI': bilingual('régions et villes', 'regions and cities'),
  'data-theme/SOCI': bilingual('population et société', 'population and society'),
  'data-theme/TECH': bilingual('science et technologie', 'science and technology'),
  'data-theme/TRAN': bilingual('transports', 'transport'),
  'country/FRA': bilingual('France', 'France'),
};

/** The name of a concept of an EU authority table, where it is one that is known here. */
export function authorityName(iri: string, language: Language): string | undefined {
  const match = /^https?:\/\/publications\.europa\.eu\/resource\/authority\/([a-z-]+\/\w+)$/.exec(iri);
  return match?.[1] === undefined ? undefined : NAMES[match[1]]?.[language];
}
