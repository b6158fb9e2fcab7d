import { dct, filled, type RealCase, real, whole } from './case.ts';
import { plainLines, plainMatches } from './plain-readers.ts';
import { runReal } from './run.ts';

const EAD = 'xml/ead-FRAN_IR_053378.xml';

/** Lines that hold no term but a tabulation: a record without identifier each. */
const BLANK: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'autrole',
    'decv',
    'decvB',
    'deno',
    'domn',
    'ecol',
    'epoq',
    'gene',
    'insc',
    'lieux',
    'peri',
    'repr',
    'srep',
    'tech',
    'techB',
    'util',
  ].map((name) => [name, 1]),
);

/** Lines that are not empty. */
const LEXICONS: Readonly<Record<string, number>> = {
  autr: 32_383,
  autrole: 233,
  decv: 2_685,
  decvA: 17,
  decvB: 2_669,
  deno: 5_235,
  domn: 152,
  ecol: 449,
  epoq: 814,
  gene: 147,
  insc: 262,
  lieux: 3_312,
  peri: 346,
  pers: 16_404,
  repr: 15_655,
  srep: 1_764,
  stat: 91,
  tech: 3_068,
  techA: 1_933,
  techB: 1_137,
  util: 1_244,
};

/** Plain text and EAD: what a mapping can say of them is less than they say. */
export const ARCHIVES: readonly RealCase[] = [
  {
    file: EAD,
    mapping: 'ead.yml',
    run: () => runReal('ead.yml'),
    rows: () =>
      plainMatches(
        real(EAD),
        /<c id="(?<id>[^"]*)"[^>]*>\s*<did>(?:(?:(?!<\/did>).)*<unitdate[^>]* normal="(?<value>[^"]*)")?/gs,
      ),
    names: (row) => filled(row['id']),
    records: 103,
    faults: {},
    accounts: [whole('value', dct('date'), 'cim:edtf(')],
  },
  ...Object.entries(LEXICONS).map(([name, records]): RealCase => {
    const file = `joconde-lexiques/assets/thesaurus/txt/lex${name}.txt`;
    return {
      file,
      mapping: 'joconde-lexique.yml',
      run: () => runReal('joconde-lexique.yml', [['lexdomn', `lex${name}`]]),
      rows: () => plainLines(real(file)),
      names: (row) => filled(slugOf((row['value'] ?? '').split('=')[0] ?? '')),
      records,
      faults: name in BLANK ? { 'empty-subject': 1 } : {},
      accounts: [],
    };
  }),
];

/** The term without accents, its words joined: what the mapping makes its identifier of. */
const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
