import { confirm, input, select } from '@inquirer/prompts';
import type { Answers } from '../../drafting/index.ts';
import { type Bilingual, type Language, type SourceProfile, same } from '../../model/index.ts';
import { Interrupted } from '../interruptible.ts';
import { slugFault } from './add-flags.ts';

/**
 * Asks what only a person knows, each question with its default.
 * @returns undefined where nothing is to be written
 * @throws Interrupted where the person leaves
 */
export async function ask(
  proposed: Answers,
  profile: SourceProfile,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
): Promise<Answers | undefined> {
  try {
    return await asked(proposed, profile, { language, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted(BY_KEYBOARD);
    throw error;
  }
}

/** As shells tell of Ctrl+C. */
const BY_KEYBOARD = 130;

async function asked(
  proposed: Answers,
  profile: SourceProfile,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
): Promise<Answers | undefined> {
  const leaving = { signal };
  const say = (text: Bilingual): string => text[language];
  const slug = await input(
    {
      message: say({ fr: 'Nom dans les adresses', en: 'Name in addresses' }),
      default: proposed.slug,
      validate: (text) => (slugFault(text) === undefined ? true : say(SLUG)),
    },
    leaving,
  );
  const title = await input(
    {
      message: say({ fr: 'Titre du jeu', en: 'Title of the dataset' }),
      default: proposed.title[language],
    },
    leaving,
  );
  const identifier = await select(
    {
      message: say({
        fr: 'Ce qui nomme un enregistrement, pour toujours',
        en: 'What names a record, for ever',
      }),
      choices: identifierChoices(proposed, profile).map((value) => ({
        value,
        name: value.length === 0 ? say(HASH) : value.join(' + '),
      })),
    },
    leaving,
  );
  const classes = await input(
    {
      message: say({ fr: 'Ce qu’est une chose (classes)', en: 'What a thing is (classes)' }),
      default: proposed.classes.join(', '),
      validate: (text) => (CLASSES.test(text) ? true : say(CLASS)),
    },
    leaving,
  );
  const isWanted = await confirm(
    {
      message: say({ fr: 'Écrire ces déclarations ?', en: 'Write these declarations?' }),
    },
    leaving,
  );
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
