import { AS_WKT, dct, def, filled, parts, type RealCase, real, schemaOrg, wgs84, whole } from './case.ts';
import { plainCsv } from './plain-readers.ts';
import { runReal } from './run.ts';

const IGEO = 'http://rdf.insee.fr/def/geo#';
const CRM = 'http://www.cidoc-crm.org/cidoc-crm/';

const table = (
  file: string,
  mapping: string,
  delimiter: string,
  rest: Pick<RealCase, 'names' | 'records' | 'faults' | 'accounts'>,
): RealCase => ({
  file,
  mapping,
  run: () => runReal(mapping),
  rows: () => plainCsv(real(file), delimiter),
  ...rest,
});

/** CSV files with a mapping of their own. */
export const TABLES: readonly RealCase[] = [
  table('joconde-reduced-2020.csv', 'joconde-reduced-2020.yml', ',', {
    names: (row) => filled(row['ID-notice']),
    records: 3_269,
    faults: { 'unreadable-date': 611, 'unreadable-measure': 91, 'not-an-identifier': 13 },
    accounts: [
      whole('ID-notice', dct('identifier'), 'cim:jocondeId('),
      whole('Millésime', def('millesime'), 'cim:edtf($(Millésime))'),
      whole('Période_de_création', def('periode'), 'cim:edtf($(Période_de_création))'),
      whole(
        "Période_de_l'original_copié",
        def('periodeOriginal'),
        "cim:edtf($(Période_de_l'original_copié))",
      ),
      whole("Date_d'acquisition", def('acquisition'), "cim:edtf($(Date_d'acquisition))"),
      whole("Date_d'import", dct('created'), "cim:isoDate($(Date_d'import))"),
      whole('Date_de_mise_à_jour', dct('modified'), 'cim:isoDate($(Date_de_mise_à_jour))'),
      whole('Identifiant_Museofile', `${CRM}P50_has_current_keeper`, 'cim:museofileId('),
      whole('geolocalisation_ville', AS_WKT, 'cim:wkt('),
      parts('Domaine', def('domaine'), 'cim:split($(Domaine), ";")'),
    ],
  }),
  table('maisons-des-illustres-2022.csv', 'maisons-des-illustres-2022-csv.yml', ';', {
    names: (row) => filled(row['CODE ID']),
    records: 234,
    faults: { 'not-an-address': 4 },
    accounts: [
      whole('TAG Année de labellisation', def('anneeLabel'), 'cim:edtf('),
      whole('geolocalisation', wgs84('lat'), 'cim:latitude('),
      whole('Site web', schemaOrg('url'), 'cim:webAddress($(Site web))'),
      whole('Facebook', schemaOrg('sameAs'), 'cim:webAddress($(Facebook))'),
    ],
  }),
  table('festivals-2024.csv', 'festivals-2024.yml', ';', {
    names: (row) => filled(row['Identifiant']),
    records: 7_283,
    faults: { 'not-an-address': 174, 'unreadable-date': 63, 'not-an-insee-code': 24 },
    accounts: [
      whole('Année de création du festival', dct('created'), 'cim:edtf('),
      whole('Code Insee commune', schemaOrg('location'), 'cim:inseeCode('),
      whole('Site internet du festival', schemaOrg('url'), 'cim:webAddress('),
      whole('Géocodage xy', wgs84('lat'), 'cim:latitude('),
      whole(
        'Code postal (de la commune principale de déroulement)',
        schemaOrg('postalCode'),
        'cim:replacePattern($(cp)',
      ),
    ],
  }),
  table('frequentation-musees-2024.csv', 'frequentation-musees-2024.yml', ';', {
    names: (row) => [`${row['ref_musee']}-${row['annee']}`, row['ref_musee'] ?? ''],
    records: 24_769,
    faults: { 'not-an-identifier': 1 },
    accounts: [
      whole('date_appellation', def('dateAppellation'), 'cim:isoDate('),
      whole('annee', def('annee'), '[def:annee,'),
      whole('payant', def('entreesPayantes'), '[def:entreesPayantes'),
      whole('gratuit', def('entreesGratuites'), '[def:entreesGratuites'),
      whole('total', def('entrees'), '[def:entrees,'),
      whole('id_museofile', schemaOrg('sameAs'), 'cim:museofileId('),
    ],
  }),
  table('insee-cog-commune-2022.csv', 'insee-cog-commune-2022.yml', ',', {
    names: (row) => [`${row['TYPECOM']}-${row['COM']}`],
    records: 37_600,
    faults: {},
    accounts: [
      whole('COM', `${IGEO}codeINSEE`, '[igeo:codeINSEE'),
      {
        column: 'ARR, or COMPARENT for what is no commune',
        property: `${IGEO}subdivisionDe`,
        at: '[igeo:subdivisionDe',
        values: (row) => filled(row['TYPECOM'] === 'COM' ? row['ARR'] : row['COMPARENT']),
      },
    ],
  }),
  table('jardins-remarquables-initial.csv', 'jardins-remarquables-initial.yml', ';', {
    names: (row) => filled(row['code_id']),
    records: 451,
    faults: { 'not-an-address': 2, 'ill-typed': 1 },
    accounts: [
      whole('tag_annee_de_labellisation', def('anneeLabel'), 'cim:edtf('),
      whole('coordonnees_x', wgs84('lat'), '[wgs:lat'),
      whole('coordonnees_y', wgs84('long'), '[wgs:long'),
      whole('coordonnees_geographiques', AS_WKT, 'cim:wkt('),
      whole('site_web', schemaOrg('url'), 'cim:webAddress($(site_web))'),
      whole('facebook', 'http://xmlns.com/foaf/0.1/page', 'cim:webAddress($(facebook))'),
    ],
  }),
];
