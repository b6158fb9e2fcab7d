import { folded } from '../documents/index.ts';
import type { Bilingual, Complaint } from '../model/index.ts';
import type { Reference } from './rules.ts';

/** What is known of a reference to no column. */
interface Circumstances {
  /** The nearest column, if any is like enough. */
  readonly near: string | undefined;
  /** Whether the mapping declares this column (YARRRML), could declare it, or its language has no such thing (RML). */
  readonly how: 'declared' | 'undeclared' | 'plain';
  readonly shown: string | undefined;
  readonly header: readonly string[];
}

export function unknownColumn(reference: Reference, { near, how, shown, header }: Circumstances): Complaint {
  const source =
    shown === undefined
      ? { fr: 'La source', en: 'The source' }
      : { fr: `La source « ${shown} »`, en: `The source “${shown}”` };
  return {
    place: reference.place,
    found: {
      fr: `${source.fr} n’a pas de colonne « ${reference.name} ».`,
      en: `${source.en} has no column “${reference.name}”.`,
    },
    remedy: delimiterRemedy(reference.name, { near, header, how }) ?? REMEDIES[how](near),
  };
}

const OPTIONAL: Bilingual = {
  fr: 'déclarez-la « optional: true »',
  en: 'declare it “optional: true”',
};

const REMEDIES: Readonly<Record<Circumstances['how'], (near: string | undefined) => Bilingual>> = {
  declared: (near) =>
    near === undefined
      ? {
          fr: `Donnez-lui d’autres alias (columns) ou ${OPTIONAL.fr}.`,
          en: `Give it other aliases (columns) or ${OPTIONAL.en}.`,
        }
      : {
          fr: `La plus proche est « ${near} » : ajoutez-la aux alias (columns), ou ${OPTIONAL.fr}.`,
          en: `The nearest is “${near}”: add it to the aliases (columns), or ${OPTIONAL.en}.`,
        },
  undeclared: (near) =>
    near === undefined
      ? {
          fr: `Corrigez la référence, donnez-lui des alias (columns) ou ${OPTIONAL.fr}.`,
          en: `Correct the reference, give it aliases (columns) or ${OPTIONAL.en}.`,
        }
      : {
          fr: `La plus proche est « ${near} » : écrivez $(${near}), ou déclarez des alias (columns).`,
          en: `The nearest is “${near}”: write $(${near}), or declare aliases (columns).`,
        },
  plain: (near) =>
    near === undefined
      ? { fr: 'Corrigez la référence.', en: 'Correct the reference.' }
      : {
          fr: `La plus proche est « ${near} » : corrigez la référence.`,
          en: `The nearest is “${near}”: correct the reference.`,
        },
};

/** Signs that delimit in tables, and how a mapping names them. */
const DELIMITERS: Readonly<Record<string, string>> = { ';': ';', '\t': '\\t', '|': '|' };

/** Where a cell of the header holds another delimiter, the table was cut at the wrong one. */
function delimiterRemedy(
  name: string,
  { near, header, how }: Pick<Circumstances, 'near' | 'header' | 'how'>,
): Bilingual | undefined {
  for (const [sign, written] of Object.entries(DELIMITERS)) {
    const cell = header.find((one) => one.includes(sign));
    if (cell === undefined) continue;
    const isPiece = header.some((one) => one.split(sign).some((piece) => folded(piece) === folded(name)));
    if (near !== undefined && !near.includes(sign) && !isPiece) continue;
    const told = how === 'plain' ? `csvw:dialect [ csvw:delimiter "${written}" ]` : `delimiter: "${written}"`;
    return {
      fr: `L’en-tête a une case « ${cell} » : le séparateur semble être « ${written} ». Donnez à la source ${told}.`,
      en: `The header has a cell “${cell}”: the delimiter seems to be “${written}”. Give the source ${told}.`,
    };
  }
  return undefined;
}
