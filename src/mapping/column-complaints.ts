import type { Bilingual, Complaint } from '../model/index.ts';
import type { Reference } from './rules.ts';

/** What is known of a reference to no column. */
interface Circumstances {
  /** The nearest column, if any is like enough. */
  readonly near: string | undefined;
  /** Whether the mapping can declare its columns (YARRRML), with aliases and as optional. */
  readonly how: 'declared' | 'plain';
  readonly shown: string | undefined;
}

export function unknownColumn(reference: Reference, { near, how, shown }: Circumstances): Complaint {
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
    remedy: REMEDIES[how](near),
  };
}

const REMEDIES: Readonly<Record<Circumstances['how'], (near: string | undefined) => Bilingual>> = {
  declared: (near) =>
    near === undefined
      ? {
          fr: 'Donnez-lui des alias (columns) ou déclarez-la « optional: true ».',
          en: 'Give it aliases (columns) or declare it “optional: true”.',
        }
      : {
          fr: `La plus proche est « ${near} » : ajoutez-la aux alias (columns), ou déclarez la colonne « optional: true ».`,
          en: `The nearest is “${near}”: add it to the aliases (columns), or declare the column “optional: true”.`,
        },
  plain: (near) =>
    near === undefined
      ? { fr: 'Corrigez la référence.', en: 'Correct the reference.' }
      : {
          fr: `La plus proche est « ${near} » : corrigez la référence.`,
          en: `The nearest is “${near}”: correct the reference.`,
        },
};
