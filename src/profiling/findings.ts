import {
  type ColumnProfile,
  counted,
  type IdentifierSearch,
  recordCount as records,
  type SourceFault,
  type SourceFinding,
} from '../model/index.ts';
import { columnFindings } from './column-findings.ts';
import { finding, warning } from './finding.ts';
import { glimpse, quoted } from './sentences.ts';

/** What findings are made of. */
export interface Found {
  /** Whether records are rows of a table. */
  readonly isTable: boolean;
  readonly marks: number;
  readonly faults: readonly SourceFault[];
  readonly columns: readonly ColumnProfile[];
  readonly identifiers: IdentifierSearch;
  readonly records: number;
}

const MOST_ROWS = 20;

/** What the owner of a file should know of it as a whole, warnings first. */
export function findingsOf(found: Found): SourceFinding[] {
  const all = [
    ...markFindings(found.marks),
    ...narrowFindings(found),
    ...raggedFindings(found.faults),
    ...leftReferences(found.faults),
    ...headerFindings(found),
    ...identifierFindings(found),
    ...columnFindings(found.columns, found.isTable),
  ];
  return [
    ...all.filter(({ severity }) => severity === 'warning'),
    ...all.filter(({ severity }) => severity === 'info'),
  ];
}

const markFindings = (marks: number): SourceFinding[] =>
  marks < 2
    ? []
    : [
        finding('info', {
          fr: `Le fichier commence par ${marks} marques d’ordre des octets : une seule suffit, aucune n’est nécessaire. Elles sont passées à la lecture.`,
          en: `The file begins with ${marks} byte order marks: one is enough, none is needed. They are passed over when it is read.`,
        }),
      ];

/** Any text that is no table reads as one of a single column; so does a real list. */
const narrowFindings = ({ isTable, columns }: Found): SourceFinding[] =>
  isTable && columns.length === 1
    ? [
        warning(
          {
            fr: 'Le fichier est lu comme une table d’une seule colonne : aucun séparateur n’y a été trouvé.',
            en: 'The file is read as a table of a single column: no separator was found in it.',
          },
          {
            fr: 'Si ce n’est pas une simple liste, vérifiez que c’est bien une table, et donnez son séparateur (--delimiter).',
            en: 'If it is no simple list, check that it is a table, and give its separator (--delimiter).',
          },
        ),
      ]
    : [];

function raggedFindings(faults: readonly SourceFault[]): SourceFinding[] {
  const ragged = faults.filter(({ code }) => code === 'short-row' || code === 'long-row');
  if (ragged.length === 0) return [];
  const count = counted(ragged.length, ['ligne n’a', 'lignes n’ont'], ['row has', 'rows have']);
  return [
    warning(
      {
        fr: `${count.fr} pas autant de cellules que l’en-tête.`,
        en: `${count.en} not as many cells as the header.`,
      },
      {
        fr: 'Complétez-les, ou mettez entre guillemets les cellules qui contiennent le séparateur.',
        en: 'Complete them, or quote the cells that contain the separator.',
      },
      ragged.slice(0, MOST_ROWS).map(({ row }) => row),
    ),
  ];
}

/** Of a document with more fields than records have. */
const leftReferences = (faults: readonly SourceFault[]): SourceFinding[] =>
  faults
    .filter(({ code }) => code === 'many-references')
    .map(({ detail }) =>
      warning(
        {
          fr: `Les enregistrements ont plus de ${detail} champs différents : les ${detail} premiers sont regardés, les autres laissés de côté.`,
          en: `The records have more than ${detail} different fields: the first ${detail} are looked at, the others are left out.`,
        },
        {
          fr: 'Si leurs noms sont des valeurs (des dates, des identifiants), un enregistrement est sans doute plus bas dans le document. Sinon écrivez dans mapping.yml ceux qui manquent.',
          en: 'If their names are values (dates, identifiers), a record probably lies further down in the document. Else write those that are missing into mapping.yml.',
        },
      ),
    );

function headerFindings({ columns, faults }: Found): SourceFinding[] {
  const repeated = faults.filter(({ code }) => code === 'repeated-column').map(({ detail }) => detail);
  const nameless = columns.filter(({ name }) => name === '').length;
  const found: SourceFinding[] = [];
  if (repeated.length > 0)
    found.push(
      warning(
        {
          fr: `Plusieurs colonnes portent le même nom (${quoted(repeated).fr}) : seule la première peut être lue.`,
          en: `Several columns bear the same name (${quoted(repeated).en}): only the first can be read.`,
        },
        { fr: 'Renommez-les dans le fichier.', en: 'Rename them in the file.' },
      ),
    );
  if (nameless > 0)
    found.push(
      warning(
        counted(
          nameless,
          ['colonne n’a pas de nom.', 'colonnes n’ont pas de nom.'],
          ['column has no name.', 'columns have no name.'],
        ),
        { fr: 'Nommez-les dans le fichier, ou retirez-les.', en: 'Name them in the file, or take them out.' },
      ),
    );
  return found;
}

function identifierFindings({ identifiers, records: all }: Found): SourceFinding[] {
  const { proposed, duplicated, duplicates } = identifiers;
  const shown = quoted(duplicates.slice(0, 3).map(({ value }) => glimpse(value)));
  const more = duplicated.values > 3 ? ', …' : '';
  if (all > 1 && (proposed === undefined || proposed.confidence < 0.5))
    return [noIdentifier(proposed?.value)];
  if (duplicated.records === 0 || proposed === undefined) return [];
  const values = counted(duplicated.values, ['valeur', 'valeurs'], ['value', 'values']);
  const beyond = records(duplicated.records);
  const named = quoted(proposed.value);
  return [
    warning(
      {
        fr: `Plusieurs enregistrements portent la même valeur de ${named.fr} (${values.fr} : ${shown.fr}${more}) ; ${beyond.fr} auraient l’adresse d’un autre.`,
        en: `Several records bear the same value of ${named.en} (${values.en}: ${shown.en}${more}); ${beyond.en} would have the address of another.`,
      },
      {
        fr: 'Donnez à chacun son identifiant dans la source : ce qui est dit de l’un est sinon dit de l’autre.',
        en: 'Give each its own identifier in the source: else what is said of one is said of the other.',
      },
      duplicates.flatMap(({ rows }) => rows).slice(0, MOST_ROWS),
    ),
  ];
}

const noIdentifier = (least: readonly string[] | undefined): SourceFinding =>
  warning(
    {
      fr: `Aucune colonne n’identifie sûrement un enregistrement${least === undefined ? '' : ` ; faute de mieux : ${quoted(least).fr}`}.`,
      en: `No column surely identifies a record${least === undefined ? '' : `; for want of better: ${quoted(least).en}`}.`,
    },
    {
      fr: 'Demandez à qui tient la base un identifiant qui reste le même d’un export à l’autre : les adresses en dépendent.',
      en: 'Ask whoever keeps the base for an identifier that stays the same from one export to the next: addresses hang on it.',
    },
  );
