import type { Bilingual, Language } from '../../model/index.ts';
import { isBaseIri } from '../../rdf/index.ts';
import { createPrompts } from '../prompts.ts';
import type { NewProject } from './project-files.ts';

export const A_BASE: Bilingual = {
  fr: 'Donnez une adresse http ou https qui finit par « / », par exemple https://donnees.exemple.fr/.',
  en: 'Give an http or https address that ends in “/”, https://data.example.org/ for example.',
};

const QUESTIONS = {
  title: { fr: 'Nom du site :', en: 'Name of the site:' },
  publisher: { fr: 'Qui publie :', en: 'Who publishes:' },
  base: {
    fr: 'Début de toutes les adresses, pour toujours (http://localhost:3000/ pour essayer) :',
    en: 'What all addresses begin with, for ever (http://localhost:3000/ to try):',
  },
} as const satisfies Record<keyof NewProject, Bilingual>;

const SOMETHING: Bilingual = { fr: 'Écrivez quelque chose.', en: 'Write something.' };

/**
 * Asks on the terminal for what no option said.
 * @param given what options said, and defaults
 * @param said names of what options said
 * @throws Interrupted where the person breaks off
 */
export async function askAbout(
  given: NewProject,
  said: Partial<Record<keyof NewProject, unknown>>,
  language: Language,
): Promise<NewProject> {
  const { line } = createPrompts(language);
  const ask = async (name: keyof NewProject, otherwise: string): Promise<string> => {
    if (said[name] !== undefined) return given[name];
    return line(QUESTIONS[name], otherwise, (text) =>
      name === 'base' ? (isBaseIri(text) ? undefined : A_BASE) : text === '' ? SOMETHING : undefined,
    );
  };
  const title = await ask('title', given.title);
  const publisher = await ask('publisher', title);
  return { title, publisher, base: await ask('base', given.base) };
}
