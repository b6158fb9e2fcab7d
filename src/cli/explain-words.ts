import { type Bilingual, Fault, type Origin } from '../model/index.ts';

/** What is told beside the explanation of a thing of a project. */
export interface Surroundings {
  /** The records that speak of the thing. */
  readonly origins: readonly Pick<Origin, 'file' | 'row' | 'line'>[];
  /** Id of the current release, where there is one. */
  readonly release: string | undefined;
  /** Whether that release has the thing. */
  readonly isPublished: boolean;
  /** Whether constraints look at other things. */
  readonly readsOthers: boolean;
  /** Whether there was too much to read of them. */
  readonly isIncomplete: boolean;
  /** The file that the dataset is read from now, and the one that the release was made from. */
  readonly sources: { readonly now: string; readonly released: string | undefined };
}

const MOST_ORIGINS = 5;

/** Where the thing comes from, whether it is published, and what was read of others. */
export const notesOn = (around: Surroundings): readonly Bilingual[] => [
  ...originNotes(around),
  releaseNote(around),
  ...sourceNote(around),
  ...(around.isIncomplete ? [INCOMPLETE] : []),
];

function originNotes({ origins }: Surroundings): readonly Bilingual[] {
  const told = origins.slice(0, MOST_ORIGINS).map(({ file, row, line }) => ({
    fr: `Source : ${file}:${line}, enregistrement ${row}.`,
    en: `Source: ${file}:${line}, record ${row}.`,
  }));
  const more = origins.length - told.length;
  if (more <= 0) return told;
  return [...told, { fr: `… et autres enregistrements : ${more}`, en: `… and other records: ${more}` }];
}

/** The release may have read another file: its verdict is then another. */
function sourceNote({ sources: { now, released } }: Surroundings): readonly Bilingual[] {
  if (released === undefined || released === now) return [];
  return [
    {
      fr: `La version a lu ${released}, ceci ${now}. Pour lire le même fichier : --source <jeu>=${released}.`,
      en: `The release read ${released}, this ${now}. To read the same file: --source <dataset>=${released}.`,
    },
  ];
}

function releaseNote({ release, isPublished, readsOthers }: Surroundings): Bilingual {
  if (release === undefined) return readsOthers ? NO_OTHERS : NO_RELEASE;
  const has = isPublished
    ? { fr: `La version ${release} le publie`, en: `Release ${release} has it` }
    : { fr: `La version ${release} ne le publie pas`, en: `Release ${release} does not have it` };
  return readsOthers
    ? {
        fr: `${has.fr} ; les autres ressources y sont lues.`,
        en: `${has.en}; other resources are read there.`,
      }
    : { fr: `${has.fr}.`, en: `${has.en}.` };
}

const NO_RELEASE: Bilingual = { fr: 'Aucune version n’est publiée.', en: 'Nothing is released.' };
const NO_OTHERS: Bilingual = {
  fr: 'Aucune version n’est publiée : ce que les formes demandent à d’autres ressources est sans réponse.',
  en: 'Nothing is released: what the shapes ask of other resources has no answer.',
};
const INCOMPLETE: Bilingual = {
  fr: 'Attention : il y avait trop à lire d’autres ressources ; le verdict peut s’en ressentir.',
  en: 'Beware: there was too much to read of other resources; the verdict may suffer from it.',
};

/** A thing that its dataset's source does not make. */
export const nowhere = (iri: string, slug: string, near: readonly string[]): Fault =>
  new Fault(
    {
      fr: `La source de « ${slug} » ne dit rien de <${iri}>.`,
      en: `The source of “${slug}” says nothing of <${iri}>.`,
    },
    near.length > 0
      ? { fr: `Les plus proches : ${near.join(', ')}.`, en: `The nearest: ${near.join(', ')}.` }
      : {
          fr: 'Vérifiez l’identifiant ; aucun autre ne lui ressemble.',
          en: 'Check the identifier; no other is like it.',
        },
  );

/** An IRI that is in no dataset's URI space. */
export const outside = (iri: string, spaces: readonly string[], near: string | undefined): Fault =>
  new Fault(
    {
      fr: `Aucun jeu de données ne publie de choses comme <${iri}>.`,
      en: `No dataset publishes things like <${iri}>.`,
    },
    near === undefined
      ? {
          fr: `Leurs IRI commencent par ${spaces.join(', ')}.`,
          en: `Their IRIs begin with ${spaces.join(', ')}.`,
        }
      : { fr: `Vouliez-vous dire ${near}… ?`, en: `Did you mean ${near}…?` },
  );
