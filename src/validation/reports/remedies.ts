import type { Bilingual, Language, OtherRow, ShapeResult } from '../../model/index.ts';
import { quoted, shortened } from './quoting.ts';

/** What a remedy is made from: the kind of fault, and the cell. */
export type FaultyCell = Pick<
  ShapeResult,
  | 'component'
  | 'value'
  | 'leftOut'
  | 'suggestions'
  | 'column'
  | 'otherColumns'
  | 'cell'
  | 'alsoRows'
  | 'missingColumns'
  | 'sheetRow'
  | 'row'
>;

type Kind = 'missing' | 'several' | 'superfluous' | 'wrong';

/** Constraints that complain of something else than a wrong value, one row each. */
const KINDS: Readonly<Record<string, Kind>> = {
  MinCountConstraintComponent: 'missing',
  QualifiedMinCountConstraintComponent: 'missing',
  HasValueConstraintComponent: 'missing',
  MaxCountConstraintComponent: 'several',
  QualifiedMaxCountConstraintComponent: 'several',
  UniqueLangConstraintComponent: 'several',
  ClosedConstraintComponent: 'superfluous',
};

/** Constraints whose valid values are known, not only an example of them. */
const CLOSED: readonly string[] = [
  'InConstraintComponent',
  'HasValueConstraintComponent',
  'LanguageInConstraintComponent',
];

/** What to do about a result, as a sentence for who keeps the source. */
export function remedyText(fault: FaultyCell, language: Language): string {
  const remedy = fault.leftOut ? leftOutFirst(fault) : REMEDIES[KINDS[fault.component] ?? 'wrong'](fault);
  return remedy[language];
}

function leftOutFirst({ value = '' }: FaultyCell): Bilingual {
  const name = value.slice(value.lastIndexOf('/') + 1);
  return {
    fr: `${quoted(shortened(name), 'fr')} n’est pas publié, parce qu’il est lui-même à corriger : commencez par lui.`,
    en: `${quoted(shortened(name), 'en')} is not published, because it is to be corrected itself: begin with it.`,
  };
}

const REMEDIES: Readonly<Record<Kind, (fault: FaultyCell) => Bilingual>> = {
  missing(fault) {
    const { column, cell, row, missingColumns = [] } = fault;
    const [absent] = missingColumns;
    if (row === undefined) return { fr: 'Complétez la source.', en: 'Complete the source.' };
    if (column === undefined && absent !== undefined) return addColumn(absent);
    if (column === undefined)
      return {
        fr: 'Aucune colonne de la source ne donne cette information : complétez la source et le mapping.',
        en: 'No column of the source gives this information: complete the source and the mapping.',
      };
    const { fr, en } = isEmpty(cell) ? anyOf([column, ...(fault.otherColumns ?? [])]) : named(column);
    const ways = suggestedText(fault);
    if (isEmpty(cell)) return { fr: `Remplissez ${fr}${ways.fr}.`, en: `Fill in ${en}${ways.en}.` };
    return {
      fr: `Ce que contient ${fr} n’a pas été compris : récrivez-le${ways.fr}, ou complétez le mapping.`,
      en: `What ${en} holds was not understood: write it differently${ways.en}, or complete the mapping.`,
    };
  },
  several(fault) {
    const { column } = fault;
    const where = column === undefined ? { fr: 'la source', en: 'the source' } : named(column);
    const rows = distinctRows(fault);
    if (rows.length === 1)
      return { fr: `Ne gardez qu’une valeur dans ${where.fr}.`, en: `Keep one value only in ${where.en}.` };
    const told = { fr: rowsText(rows, 'fr'), en: rowsText(rows, 'en') };
    return {
      fr: `Accordez ${where.fr} entre les lignes qui nomment la même chose (${told.fr}) ou, si ce sont deux choses, corrigez l’identifiant de l’une.`,
      en: `Make ${where.en} agree between the rows that name the same thing (${told.en}) or, if they are two things, correct the identifier of one.`,
    };
  },
  superfluous({ column }) {
    const where = column === undefined ? { fr: 'cette information', en: 'this information' } : named(column);
    return {
      fr: `Retirez ${where.fr}, ou ajoutez la propriété à la forme.`,
      en: `Take out ${where.en}, or add the property to the shape.`,
    };
  },
  wrong(fault) {
    const where = fault.column === undefined ? { fr: 'la source', en: 'the source' } : named(fault.column);
    const ways = suggestedText(fault);
    return { fr: `Corrigez ${where.fr}${ways.fr}.`, en: `Correct ${where.en}${ways.en}.` };
  },
};

const addColumn = (absent: string): Bilingual => ({
  fr: `La source n’a pas de colonne ${quoted(absent, 'fr')} : ajoutez-la, ou dites son nom dans le mapping (columns).`,
  en: `The source has no column ${quoted(absent, 'en')}: add it, or tell its name in the mapping (columns).`,
});

const named = (column: string): Bilingual => ({ fr: quoted(column, 'fr'), en: quoted(column, 'en') });

const MOST_COLUMNS = 5;

function anyOf(columns: readonly string[]): Bilingual {
  const told = columns.slice(0, MOST_COLUMNS);
  const more = columns.length > MOST_COLUMNS ? '…' : '';
  return {
    fr: told.map((one) => quoted(one, 'fr')).join(OR.fr) + more,
    en: told.map((one) => quoted(one, 'en')).join(OR.en) + more,
  };
}

const isEmpty = (cell: string | undefined): boolean => cell !== undefined && cell.trim() === '';

const MOST_ROWS = 6;

/** Rows of a thing that hold something, of those that hold the same the first one. */
function distinctRows({ cell, row = 0, sheetRow, alsoRows = [] }: FaultyCell): readonly OtherRow[] {
  const first = {
    row,
    ...(sheetRow === undefined ? {} : { sheetRow }),
    ...(cell === undefined ? {} : { cell }),
  };
  const others = alsoRows.filter((one) => !isEmpty(one.cell));
  const inOrder = [first, ...others].sort((a, b) => a.row - b.row);
  const alike = Map.groupBy(inOrder, (one) => one.cell?.trim() ?? one.row);
  return [...alike.values()].flatMap(([one]) => one ?? []);
}

function rowsText(rows: readonly OtherRow[], language: Language): string {
  const told = rows.slice(0, MOST_ROWS).map(({ row, sheetRow = row, cell }) => {
    if (cell === undefined) return `${sheetRow}`;
    const held = quoted(shortened(cell), language);
    return { fr: `${sheetRow} : ${held}`, en: `${sheetRow}: ${held}` }[language];
  });
  return [...told, ...(rows.length > MOST_ROWS ? ['…'] : [])].join({ fr: ' ; ', en: '; ' }[language]);
}

/** Values are suggested where the cell holds the value as it is: elsewhere the mapping makes it of something else. */
function suggestedText(fault: FaultyCell): Bilingual {
  const values = suggestedValues(fault);
  if (values.length === 0) return { fr: '', en: '' };
  const list = { fr: listed(values, 'fr'), en: listed(values, 'en') };
  return CLOSED.includes(fault.component)
    ? { fr: ` (valeurs possibles : ${list.fr})`, en: ` (possible values: ${list.en})` }
    : { fr: ` (par exemple ${list.fr})`, en: ` (for example ${list.en})` };
}

/** Values that could be written into the cell as they are. */
export function suggestedValues({ component, value, cell, suggestions = [] }: FaultyCell): readonly string[] {
  if (CLOSED.includes(component) || cell === undefined || value === undefined) return suggestions;
  return cell.includes(value) ? suggestions : [];
}

const OR: Bilingual = { fr: ' ou ', en: ' or ' };

const listed = (values: readonly string[], language: Language): string =>
  values.map((value) => quoted(shortened(value), language)).join(OR[language]);
