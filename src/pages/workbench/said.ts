import { type Bilingual, type Language, spaced } from '../../model/index.ts';

/** A message of the platform or of a shape, in the reader's language and set as it prints. */
export const said = (text: Bilingual, language: Language): string => spaced(text[language], language);
