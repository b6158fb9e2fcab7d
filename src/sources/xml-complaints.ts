import type { Complaint } from '../model/index.ts';

export const noIterator = (file: string): Complaint => ({
  place: { file },
  found: { fr: 'Une source XML demande un itérateur.', en: 'An XML source needs an iterator.' },
  remedy: {
    fr: 'Écrivez dans dataset.yml, par exemple : iterator: /lido:lidoWrap/lido:lido',
    en: 'Write in dataset.yml, for example: iterator: /lido:lidoWrap/lido:lido',
  },
});

export const badPath = (file: string, path: string): Complaint => ({
  place: { file },
  found: { fr: `Le chemin « ${path} » n’est pas compris.`, en: `The path “${path}” is not understood.` },
  remedy: {
    fr: "Écrivez un chemin comme a/b, //b, @c, text() ou a[@c='v'].",
    en: "Write a path such as a/b, //b, @c, text() or a[@c='v'].",
  },
});

export const doctype = (file: string, line: number): Complaint => ({
  place: { file, line },
  found: { fr: 'Les déclarations DOCTYPE sont refusées.', en: 'DOCTYPE declarations are refused.' },
  remedy: {
    fr: 'Retirez-la : elle peut faire lire d’autres fichiers.',
    en: 'Remove it: it can make other files be read.',
  },
});

export const malformed = (file: string, line: number, reason: string): Complaint => ({
  place: { file, line },
  found: { fr: `Ce n’est pas du XML bien formé : ${reason}.`, en: `This is not well-formed XML: ${reason}.` },
  remedy: {
    fr: 'Corrigez le fichier à cette ligne, ou exportez-le de nouveau.',
    en: 'Correct the file at this line, or export it again.',
  },
});

export const badIterator = (file: string, iterator: string): Complaint => ({
  place: { file },
  found: {
    fr: `L’itérateur « ${iterator} » n’est pas compris.`,
    en: `The iterator “${iterator}” is not understood.`,
  },
  remedy: {
    fr: 'Donnez le chemin complet depuis la racine, par exemple /lido:lidoWrap/lido:lido.',
    en: 'Give the whole path from the root, /lido:lidoWrap/lido:lido for example.',
  },
});

export const unknownPrefix = (file: string, path: string, prefix: string): Complaint => ({
  place: { file },
  found: {
    fr: `Le préfixe « ${prefix} » du chemin « ${path} » n’est pas déclaré.`,
    en: `The prefix “${prefix}” of the path “${path}” is not declared.`,
  },
  remedy: {
    fr: 'Déclarez-le dans dataset.yml (source: namespaces).',
    en: 'Declare it in dataset.yml (source: namespaces).',
  },
});

export const tooDeep = (file: string, line: number, most: number): Complaint => ({
  place: { file, line },
  found: {
    fr: `Les éléments s’emboîtent sur plus de ${most} niveaux.`,
    en: `Elements nest more than ${most} levels deep.`,
  },
  remedy: {
    fr: 'Vérifiez que le fichier est bien celui que vous vouliez publier.',
    en: 'Check that the file is the one you meant to publish.',
  },
});
