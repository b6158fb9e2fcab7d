import type { Answers } from '../../drafting/index.ts';
import { type Bilingual, isSlug, type Language, type SourceProfile, same } from '../../model/index.ts';
import { createPrompts } from '../prompts.ts';

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
  const { line, choice, agreement } = createPrompts(language, signal);
  const slug = await line({ fr: 'Nom dans les adresses', en: 'Name in addresses' }, proposed.slug, (text) =>
    isSlug(text) ? undefined : SLUG,
  );
  const title = await line({ fr: 'Titre du jeu', en: 'Title of the dataset' }, proposed.title[language]);
  const identifier = await choice(
    { fr: 'Ce qui nomme un enregistrement, pour toujours', en: 'What names a record, for ever' },
    identifierChoices(proposed, profile).map((value) => ({
      value,
      name: value.length === 0 ? HASH[language] : value.join(' + '),
    })),
  );
  const classes = await line(
    { fr: 'Ce qu’est une chose (classes)', en: 'What a thing is (classes)' },
    proposed.classes.join(', '),
    (text) => (CLASSES.test(text) ? undefined : CLASS),
  );
  const isWanted = await agreement({ fr: 'Écrire ces déclarations ?', en: 'Write these declarations?' });
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
