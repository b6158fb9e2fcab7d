import {
  AS_WKT,
  dct,
  def,
  filled,
  parts,
  people,
  type RealCase,
  real,
  schemaOrg,
  wgs84,
  whole,
} from './case.ts';
import { plainCsv, plainJson } from './plain-readers.ts';
import { runShipped } from './run.ts';

/** Columns of an export of Muséofile: identifier, point, day of change, site. */
type MuseumColumns = readonly [ref: string, point: string, updated: string, site: string];

const museums = (
  file: string,
  records: number,
  faults: RealCase['faults'],
  [ref, point, updated, site]: MuseumColumns,
): RealCase => ({
  file,
  mapping: 'data/musees',
  run: () => runShipped('musees', real(file)),
  rows: () => plainCsv(real(file), ';'),
  names: (row) => filled(row[ref]),
  records,
  faults,
  accounts: [
    whole(point, wgs84('lat'), 'cim:latitude('),
    whole(point, AS_WKT, 'cim:wkt('),
    whole(updated, dct('modified'), 'cim:isoDate('),
    whole(site, schemaOrg('url'), 'cim:webAddress('),
  ],
});

/** Files that the shipped datasets can be made of, by their mappings. */
export const SHIPPED: readonly RealCase[] = [
  museums('museofile-2024.csv', 1_227, { 'not-an-address': 2, 'not-in-vocabulary': 1 }, [
    'ref',
    'geolocalisation_latlong',
    'dmaj',
    'url_m',
  ]),
  museums('museofile-2020.csv', 1_216, { 'not-an-address': 6, 'not-in-vocabulary': 1 }, [
    'Identifiant',
    'geolocalisation',
    'Date de saisie',
    'URL',
  ]),
  {
    file: 'joconde-reduced-2020.csv',
    mapping: 'data/oeuvres',
    run: () => runShipped('oeuvres', real('joconde-reduced-2020.csv')),
    rows: () => plainCsv(real('joconde-reduced-2020.csv'), ','),
    names: (row) => filled(row['ID-notice']),
    records: 3_269,
    faults: { 'not-in-vocabulary': 47, 'unreadable-date': 3 },
    accounts: [
      {
        column: 'Millésime, else Période_de_création',
        property: dct('date'),
        at: 'cim:coalesce(cim:edtf(',
        values: (row) => filled(row['Millésime'] || row['Période_de_création']),
      },
      whole('geolocalisation_ville', wgs84('lat'), 'cim:latitude('),
      {
        column: "Date_de_mise_à_jour, else Date_d'import",
        property: dct('modified'),
        at: 'cim:isoDate(',
        values: (row) => filled(row['Date_de_mise_à_jour'] || row["Date_d'import"]),
      },
      people('Auteur', def('mentionAuteur'), 'cim:split($(Auteur), ";")'),
    ],
  },
  {
    file: 'merimee-mh-points-2026-07.csv',
    mapping: 'data/monuments',
    run: () => runShipped('monuments', real('merimee-mh-points-2026-07.csv')),
    rows: () => plainCsv(real('merimee-mh-points-2026-07.csv'), '|'),
    names: (row) => filled(row['Reference']),
    records: 44_480,
    faults: {},
    accounts: [
      whole('coordonnees_au_format_WGS84', wgs84('lat'), 'cim:latitude('),
      parts('Grade_domdfcoding', def('acteProtection'), 'cim:split($(GRADE), ";")'),
    ],
  },
  {
    file: 'maisons-des-illustres-2022.geojson',
    mapping: 'data/maisons',
    run: () => runShipped('maisons', real('maisons-des-illustres-2022.geojson')),
    rows: () =>
      plainJson(real('maisons-des-illustres-2022.geojson'), (one: { features: object[] }) => one.features),
    names: (row) => filled(row['properties.code_id']),
    records: 234,
    faults: { 'not-an-address': 3 },
    accounts: [
      whole('properties.site_web', schemaOrg('url'), 'cim:webAddress('),
      whole('geometry.coordinates.1', wgs84('lat'), '[wgs:lat'),
      whole(
        'properties.tag_annee_de_labellisation',
        def('anneeLabel'),
        'properties.tag_annee_de_labellisation',
      ),
    ],
  },
];
