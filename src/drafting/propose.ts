import { folded } from '../documents/index.ts';
import { type Bilingual, type SourceProfile, same } from '../model/index.ts';
import type { Answers, ProjectFacts } from './draft.ts';
import type { Family } from './known-column.ts';
import { headerOf, humanised, slugOf } from './names.ts';

/** Licences by the short names that people give them. */
export const LICENCES = {
  lo: {
    id: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    label: { fr: 'Licence Ouverte 2.0', en: 'Open Licence 2.0' },
  },
  odbl: {
    id: 'https://opendatacommons.org/licenses/odbl/1-0/',
    label: { fr: 'Licence ODbL 1.0', en: 'Open Database Licence 1.0' },
  },
  'cc-by': {
    id: 'https://creativecommons.org/licenses/by/4.0/',
    label: { fr: 'Creative Commons Attribution 4.0', en: 'Creative Commons Attribution 4.0' },
  },
  cc0: {
    id: 'https://creativecommons.org/publicdomain/zero/1.0/',
    label: { fr: 'Creative Commons Zéro', en: 'Creative Commons Zero' },
  },
} satisfies Readonly<Record<string, Answers['licence']>>;

/** What is proposed for, and who publishes here. */
export interface Proposal {
  readonly profile: SourceProfile;
  readonly family: Family | undefined;
  readonly project: Pick<ProjectFacts, 'slugs'>;
  /** Name of the file. */
  readonly file: string;
  readonly publisher?: { readonly id: string; readonly name: Bilingual; readonly isWhole: boolean };
  /** Where the project is published: stands for a publisher without an address. */
  readonly base: string;
}

/** The answers that a person is shown, and that stand where nobody is asked. */
export function proposeAnswers({ profile, family, project, file, publisher, base }: Proposal): Answers {
  const slug = freeSlug(slugOf(file), project.slugs);
  const words = humanised(slugOf(file).replaceAll('-', ' '));
  const place = { id: base, name: { fr: 'Éditeur à nommer', en: 'Publisher to be named' } };
  const told = publisher ?? family?.publisher;
  return {
    slug,
    title: family === undefined ? titled(words) : titleOf(family, file),
    publisher: told === undefined ? place : { id: told.id, name: told.name },
    licence: LICENCES.lo,
    identifier: identifierOf(profile, family),
    classes: family?.classes ?? (profile.places.length > 0 ? ['schema:Place'] : ['schema:Thing']),
    guessed: ['title', ...(publisher?.isWhole !== true ? (['publisher'] as const) : []), 'licence'],
  };
}

/** What the profile proposes; a known file’s own columns where that has duplicates, or where it proposes none. */
function identifierOf(
  { identifiers, columns, source }: SourceProfile,
  family: Family | undefined,
): readonly string[] {
  const { proposed, duplicated } = identifiers;
  const isTable = source.format === 'csv';
  const known = (family?.identifier ?? []).flatMap((wanted) =>
    columns.filter(({ name }) => folded(headerOf(name, isTable)) === folded(wanted)).slice(0, 1),
  );
  const isWhole = known.length > 0 && known.length === family?.identifier?.length;
  const isBetter = proposed === undefined || (duplicated.values > 0 && known.length > proposed.value.length);
  return isWhole && isBetter ? known.map(({ name }) => name) : (proposed?.value ?? []);
}

/** Words of file names that say no more than the family does. */
const PLAIN_WORDS =
  /^(?:base|bdd|liste|table|fichier|jeu|donnees|insee|cog|merimee|palissy|joconde|museofile|notices?|d|l|de|du|des|la|le|les|et|en|of|the)$/;

/** What a family’s files are called, and what the file’s name adds to it: « Édifices : Toulouse ». */
function titleOf({ title, thing, keywords }: Family, file: string): Bilingual {
  const known = [title, thing].flatMap(({ fr, en }) => `${fr} ${en}`.split(' ')).map(singular);
  const added = slugOf(file)
    .split('-')
    .filter((word) => !PLAIN_WORDS.test(word) && !known.includes(singular(word)));
  if (added.length === 0) return title;
  const spelt = (language: 'fr' | 'en') => {
    const words = added.map((word) => {
      const at = keywords.fr.findIndex((one) => singular(one) === singular(word));
      return keywords[language][at] ?? word;
    });
    return humanised(words.join(' '));
  };
  return { fr: `${title.fr}\u00a0: ${spelt('fr')}`, en: `${title.en}: ${spelt('en')}` };
}

const singular = (word: string): string => folded(word).replace(/s$/, '');

/** A title of one or two letters says nothing. */
const titled = (words: string): Bilingual =>
  words.length >= 3 ? same(words) : { fr: `Jeu « ${words} »`, en: `Dataset “${words}”` };

function freeSlug(wanted: string, taken: readonly string[]): string {
  let slug = wanted;
  for (let at = 2; taken.includes(slug); at++) slug = `${wanted}-${at}`;
  return slug;
}
