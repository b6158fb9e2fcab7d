import type { Bilingual, Language } from '../model/index.ts';
import type { Family } from './known-column.ts';

export const EMPTY: Bilingual = {
  fr: 'colonne vide : rien à publier aujourd’hui.',
  en: 'an empty column: nothing to publish today.',
};

export const STRUCTURE: Bilingual = {
  fr: 'un mot de GeoJSON, le même dans tous les enregistrements : il ne dit rien de la chose.',
  en: 'a word of GeoJSON, the same in all records: it says nothing of the thing.',
};

export const NAMELESS: Bilingual = {
  fr: 'colonne sans nom : donnez-lui un en-tête pour la publier.',
  en: 'a column without a name: give it a header to publish it.',
};

export const REPEATED_HEADER: Bilingual = {
  fr: 'un autre en-tête porte le même nom : renommez l’un des deux pour publier cette colonne.',
  en: 'another header has the same name: rename one of the two to publish this column.',
};

export const PERSONAL: Bilingual = {
  fr: 'ce sont peut-être des données personnelles : rien n’en est publié tant que personne ne l’a décidé.',
  en: 'these may be personal data: nothing of them is published until somebody decides so.',
};

/** Reasons one behind the other, each but the first beginning as a sentence does. */
export const joinedReasons = (reasons: readonly Bilingual[], language: Language): string =>
  reasons
    .map((one, at) =>
      at === 0 ? one[language] : `${one[language].charAt(0).toUpperCase()}${one[language].slice(1)}`,
    )
    .join(' ');

/** Known by its header: in such files, or in any. */
export const knownHeader = (family: Family | undefined): Bilingual =>
  family === undefined
    ? { fr: 'en-tête courant.', en: 'a usual header.' }
    : {
        fr: `en-tête connu des fichiers « ${family.title.fr} ».`,
        en: `a known header of files “${family.title.en}”.`,
      };

/** The header was known, and the values are something else, or another column says it already. */
export const otherwise = (known: string): Bilingual => ({
  fr: `l’en-tête ressemble à « ${known} », mais une autre colonne le dit déjà ou les valeurs sont d’une autre sorte : terme propre.`,
  en: `the header looks like “${known}”, but another column says it already or its values are of another kind: an own term.`,
});

/** `Confiance : 98 %.` */
export const sureness = (confidence: number, language: Language): string => {
  const share = Math.round(confidence * 100);
  return { fr: `Confiance\u00a0: ${share}\u00a0%.`, en: `Confidence: ${share}%.` }[language];
};
