import type { Bilingual } from '../model/index.ts';
import type { FoundColumn } from './column-profile.ts';
import { wordsOf } from './kinds.ts';

/** Names that databases and their exports give to numbers of rows. */
const MADE =
  /^(?:id|fid|oid|gid|pk|objectid|ogc fid|index|idx|rowid|row id|row|rownum|n|no|num|numero|ligne|numero de ligne|unnamed 0|rang|ordre|cartodb id|x id|)$/;

/** Numbers that leave out more than this for each they take are perhaps codes. */
const DENSE = 3;

/**
 * Why a column that tells records apart must not name them: it is their number in the file, which another record will
 * bear when one is added or taken out. Undefined where it is not.
 */
export function rowNumberReason({ profile, tally }: FoundColumn, records: number): Bilingual | undefined {
  const { countsFrom, risesBy } = tally.order;
  if (records < 3 || profile.filled < records * 0.99 || profile.kind.value === 'year') return undefined;
  if (countsFrom !== undefined) return counted(countsFrom, records);
  const isMade = MADE.test(wordsOf(profile.name));
  if (risesBy === undefined || !isMade || risesBy > DENSE) return undefined;
  return {
    fr: `« ${profile.name} » croît de ligne en ligne dans l’ordre du fichier : c’est un numéro que la base attribue, et qu’un nouvel export peut attribuer autrement.`,
    en: `“${profile.name}” grows from row to row in the order of the file: it is a number that the database gives, and that another export may give differently.`,
  };
}

const counted = (from: number, records: number): Bilingual => {
  const to = from + records - 1;
  return {
    fr: `C’est le numéro de la ligne (de ${from} à ${to}, dans l’ordre du fichier) : une ligne ajoutée ou retirée le donnerait à un autre enregistrement, et son adresse avec.`,
    en: `It is the number of the row (from ${from} to ${to}, in the order of the file): a row added or taken out would give it, and its address, to another record.`,
  };
};
