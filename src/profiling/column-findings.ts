import { type Bilingual, type ColumnProfile, counted, type SourceFinding } from '../model/index.ts';
import { finding, warning } from './finding.ts';
import { KIND_NAMES } from './kind-names.ts';
import { glimpse, quoted } from './sentences.ts';

/** What is said of single columns: personal data, lost zeros, cells unlike the others, columns without any. */
export const columnFindings = (columns: readonly ColumnProfile[], isTable: boolean): SourceFinding[] => [
  ...personalFindings(columns, isTable),
  ...lostZeros(columns),
  ...oddFindings(columns),
  ...emptyFindings(columns),
];

const PERSONAL = {
  email: { fr: 'des adresses électroniques', en: 'e-mail addresses' },
  phone: { fr: 'des numéros de téléphone', en: 'phone numbers' },
};

const KEPT_PRIVATE: Bilingual = {
  fr: 'Si ce sont celles de personnes, nommez la colonne dans privateColumns : elle ne sera pas publiée.',
  en: 'If they are those of persons, name the column in privateColumns: it will not be published.',
};

/** Of a document nothing is kept that no rule reads. */
const LEFT_UNREAD: Bilingual = {
  fr: 'Si ce sont celles de personnes, n’écrivez aucune règle qui les lise : rien n’en sera publié.',
  en: 'If they are those of persons, write no rule that reads them: nothing of them will be published.',
};

const personalFindings = (columns: readonly ColumnProfile[], isTable: boolean): SourceFinding[] =>
  columns.flatMap(({ name, kind, filled }) => {
    if (kind.value !== 'email' && kind.value !== 'phone') return [];
    const what = PERSONAL[kind.value];
    return [
      warning(
        {
          fr: `« ${name} » contient ${what.fr} (${counted(filled, ['cellule', 'cellules'], ['cell', 'cells']).fr}) : des données personnelles, peut-être.`,
          en: `“${name}” holds ${what.en} (${counted(filled, ['cellule', 'cellules'], ['cell', 'cells']).en}): personal data, perhaps.`,
        },
        isTable ? KEPT_PRIVATE : LEFT_UNREAD,
      ),
    ];
  });

/** Codes of five figures that lost their first zero. */
const lostZeros = (columns: readonly ColumnProfile[]): SourceFinding[] =>
  columns.flatMap(({ name, kind, frequent, odd }) => {
    if (kind.value !== 'insee-commune' && kind.value !== 'post-code') return [];
    const short = [...frequent.map(({ value }) => value), ...odd.map(({ value }) => value)].find((value) =>
      /^\d{4}$/.test(value.trim()),
    );
    if (short === undefined) return [];
    return [
      warning(
        {
          fr: `« ${name} » a perdu des zéros : « ${short} » est sans doute « 0${short} ».`,
          en: `“${name}” has lost zeros: “${short}” is probably “0${short}”.`,
        },
        {
          fr: 'Un tableur a lu ces codes comme des nombres ; le mapping leur rend leur zéro (cim:inseeCode).',
          en: 'A spreadsheet has read these codes as numbers; the mapping gives them their zero back (cim:inseeCode).',
        },
      ),
    ];
  });

const oddFindings = (columns: readonly ColumnProfile[]): SourceFinding[] =>
  columns.flatMap(({ name, odd, kind }) => {
    const [first] = odd;
    const wanted = KIND_NAMES[kind.value];
    if (first === undefined) return [];
    return [
      finding(
        'info',
        {
          fr: `« ${name} » contient autre chose que ${wanted.fr}, par exemple « ${glimpse(first.value)} ».`,
          en: `“${name}” holds something else than ${wanted.en}, for example “${glimpse(first.value)}”.`,
        },
        undefined,
        odd.map(({ row }) => row),
      ),
    ];
  });

function emptyFindings(columns: readonly ColumnProfile[]): SourceFinding[] {
  const empty = columns.filter(({ kind }) => kind.value === 'empty').map(({ name }) => name);
  if (empty.length === 0) return [];
  const told = counted(
    empty.length,
    ['colonne est entièrement vide', 'colonnes sont entièrement vides'],
    ['column is entirely empty', 'columns are entirely empty'],
  );
  return [
    finding('info', {
      fr: `${told.fr} : ${quoted(empty.slice(0, 10)).fr}${empty.length > 10 ? ', …' : ''}.`,
      en: `${told.en}: ${quoted(empty.slice(0, 10)).en}${empty.length > 10 ? ', …' : ''}.`,
    }),
  ];
}
