import type { Language } from '../model/index.ts';
import type { RDF } from '../rdf/index.ts';
import { filled } from './texts/table.ts';
import { THING } from './texts/thing-texts.ts';

/** “in English” where all are, else “in other languages”. */
export function languagesOf(values: readonly RDF.Term[], language: Language): string {
  const tags = new Set(values.map((value) => (value.termType === 'Literal' ? value.language : '')));
  const [tag = ''] = tags;
  const name = tags.size === 1 && /^[a-z]{2,3}(-\w+)*$/i.test(tag) ? languageName(tag, language) : undefined;
  return name === undefined
    ? THING.otherLanguages[language]
    : filled(THING.inLanguage, language, { language: name });
}

const languageName = (tag: string, language: Language): string | undefined =>
  LANGUAGE_NAMES[language].of(tag.split('-')[0] ?? tag);

const namesIn = (language: Language) =>
  new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
const LANGUAGE_NAMES: Readonly<Record<Language, Intl.DisplayNames>> = {
  fr: namesIn('fr'),
  en: namesIn('en'),
};
