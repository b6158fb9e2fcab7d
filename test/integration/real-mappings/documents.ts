import { dct, def, filled, parts, people, type RealCase, real, schemaOrg, wgs84, whole } from './case.ts';
import { plainJson, plainMatches } from './plain-readers.ts';
import { runReal } from './run.ts';

const TOULOUSE = 'merimee-toulouse-2020.geojson';
const HOUSES = 'maisons-des-illustres-2022.ods-v1.json';

/** JSON and XML files with a mapping of their own. */
export const DOCUMENTS: readonly RealCase[] = [
  {
    file: HOUSES,
    mapping: 'maisons-des-illustres-2022-ods.yml',
    run: () => runReal('maisons-des-illustres-2022-ods.yml'),
    rows: () => plainJson(real(HOUSES), (records: object[]) => records),
    names: (row) => filled(row['fields.code_id']),
    records: 234,
    faults: { 'not-an-address': 4 },
    accounts: [
      whole('fields.tag_annee_de_labellisation', def('anneeLabel'), 'cim:edtf('),
      whole('fields.geolocalisation.0', wgs84('lat'), '[wgs:lat'),
      whole('fields.site_web', schemaOrg('url'), 'cim:webAddress($(fields.site_web))'),
      whole('record_timestamp', dct('modified'), '[dcterms:modified'),
    ],
  },
  {
    file: TOULOUSE,
    mapping: 'merimee-toulouse-2020.yml',
    run: () => runReal('merimee-toulouse-2020.yml'),
    rows: () => plainJson(real(TOULOUSE), (one: { features: object[] }) => one.features),
    names: (row) => [`${row['geometry.coordinates.1']}_${row['geometry.coordinates.0']}`],
    records: 3_174,
    faults: { 'not-coordinates': 191, 'unreadable-date': 60, 'not-an-insee-code': 1, 'not-an-identifier': 1 },
    accounts: [
      parts('properties.chpdate', dct('date'), 'cim:edtf(cim:split($(properties.chpdate)'),
      parts('properties.chpscle', dct('temporal'), 'cim:edtf(cim:split($(properties.chpscle)'),
      parts('properties.chpscld', def('campagneSecondaire'), 'cim:edtf(cim:split($(properties.chpscld)'),
      parts('properties.chpdpro', def('dateProtection'), 'cim:isoDate('),
      parts('properties.chprefe', def('noticeLiee'), 'cim:merimeeId('),
      whole('properties.chpinsee', schemaOrg('containedInPlace'), 'cim:inseeCode('),
      whole('properties.chpcoor', def('pointInventaire'), 'cim:toWgs84('),
      whole('properties.chpcoorlb93', def('pointCC43'), 'cim:lambertToWgs84('),
      whole('properties.chpcoorwgs84', def('pointReleve'), 'cim:wkt('),
      people('properties.chpautr', schemaOrg('creator'), 'cim:personIndexName('),
    ],
  },
  ...(['msk', 'kmska', 'vkc'] as const).map((owner): RealCase => {
    const file = `xml/${owner}_lido.xml`;
    return {
      file,
      mapping: 'lido.yml',
      run: () => runReal('lido.yml', [['msk_lido.xml', `${owner}_lido.xml`]]),
      rows: () =>
        plainMatches(real(file), /<lido:lidoRecID[^>]*>(?<id>[^<]*).*?<lido:earliestDate>(?<value>[^<]*)/gs),
      names: (row) => filled(row['id']),
      records: 1,
      // « 0 » for both years, where they are not known.
      faults: owner === 'kmska' ? { 'ill-typed': 2 } : {},
      accounts: [whole('value', def('debut'), '[def:debut')],
    };
  }),
  {
    file: 'xml/eac-FRAN_NP_010232.xml',
    mapping: 'eac.yml',
    run: () => runReal('eac.yml'),
    rows: () =>
      plainMatches(
        real('xml/eac-FRAN_NP_010232.xml'),
        /<recordId>(?<id>[^<]*)|<cpfRelation .*?href="(?<other>[^"]*)".*?<fromDate standardDate="(?<value>[^"]*)"/gs,
      ),
    names: (row) => filled(row['id'], row['other']),
    records: 39,
    faults: {},
    accounts: [whole('value', schemaOrg('startDate'), 'eac:dateRange/eac:fromDate/@standardDate')],
  },
  {
    file: 'xml/oai_dc_sample.xml',
    mapping: 'oai-dc.yml',
    run: () => runReal('oai-dc.yml'),
    rows: () =>
      plainMatches(
        real('xml/oai_dc_sample.xml'),
        /<header>\s*<identifier>(?<id>[^<]*).*?<dc:date>(?<value>[^<]*)/gs,
      ),
    names: (row) => filled(row['id']),
    records: 2,
    faults: {},
    accounts: [whole('value', dct('date'), 'cim:edtf(')],
  },
  {
    file: 'xml/oai_ead_sample.xml',
    mapping: 'oai-ead.yml',
    run: () => runReal('oai-ead.yml'),
    rows: () =>
      plainMatches(
        real('xml/oai_ead_sample.xml'),
        /<header>\s*<identifier>(?<id>[^<]*)|<c id="(?<part>[^"]*)"[^>]*>\s*<did>(?:(?:(?!<\/did>).)*<unitdate[^>]* normal="(?<value>[^"]*)")?/gs,
      ),
    names: (row) => filled(row['id'], row['part']),
    records: 11,
    faults: {},
    accounts: [whole('value', def('periode'), 'ead:did/ead:unitdate/@normal')],
  },
];
