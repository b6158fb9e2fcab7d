import { confirm, input, select } from '@inquirer/prompts';
import type { Answers } from '../../drafting/index.ts';
import { type Bilingual, type Language, type SourceProfile, same } from '../../model/index.ts';
import { slugFault } from './add-flags.ts';

/** Asks what only a person knows, each question with its default. @returns undefined where nothing is to be written */
export async function ask(
  proposed: Answers,
  profile: SourceProfile,
  language: Language,
): Promise<Answers | undefined> {
  const say = (text: Bilingual): string => text[language];
  const slug = await input({
    message: say({ fr: 'Nom dans les adresses', en: 'Name in addresses' }),
    default: proposed.slug,
    validate: (text) => (slugFault(text) === undefined ? true : say(SLUG)),
  });
  const title = await input({
    message: say({ fr: 'Titre du jeu', en: 'Title of the dataset' }),
    default: proposed.title[language],
  });
  const identifier = await select({
    message: say({
      fr: 'Ce qui nomme un enregistrement, pour toujours',
      en: 'What names a record, for ever',
    }),
    choices: identifierChoices(proposed, profile).map((value) => ({
      value,
      name: value.length === 0 ? say(HASH) : value.join(' + '),
    })),
  });
  const classes = await input({
    message: say({ fr: 'Ce qu’est une chose (classes)', en: 'What a thing is (classes)' }),
    default: proposed.classes.join(', '),
    validate: (text) => (CLASSES.test(text) ? true : say(CLASS)),
  });
  const isWanted = await confirm({
    message: say({ fr: 'Écrire ces déclarations ?', en: 'Write these declarations?' }),
  });
  if (!isWanted) return undefined;
  return {
    ...proposed,
    slug,
    title: title === proposed.title[language] ? proposed.title : same(title),
    identifier,
    classes: classes.split(',').map((one) => one.trim()),
    guessed: proposed.guessed.filter((one) => one !== 'title'),
  };
}

const CLASSES = /^\s*[a-z]+:[\w-]+(?:\s*,\s*[a-z]+:[\w-]+)*\s*$/;
const SLUG: Bilingual = {
  fr: 'Minuscules sans accents, chiffres, traits d’union.',
  en: 'Lower case without accents, digits, hyphens.',
};
const CLASS: Bilingual = {
  fr: 'Comme schema:Museum, crm:E74_Group.',
  en: 'Like schema:Museum, crm:E74_Group.',
};
const HASH: Bilingual = { fr: 'une empreinte du contenu (fragile)', en: 'a hash of the content (fragile)' };

/** The proposed one first, then single columns that tell records apart. */
function identifierChoices(
  { identifier }: Answers,
  { columns, records }: SourceProfile,
): readonly (readonly string[])[] {
  const others = columns
    .filter(
      ({ name, filled, distinct }) =>
        filled === records && distinct >= records * 0.95 && !identifier.includes(name),
    )
    .slice(0, 5)
    .map(({ name }) => [name]);
  return [identifier, ...others, ...(identifier.length === 0 ? [] : [[]])];
}
