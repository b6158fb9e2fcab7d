import type { Bilingual, Complaint } from '../model/index.ts';
import type { JsonFault } from './json-item.ts';
import { MAX_DEPTH } from './json-path.ts';

export const badIterator = (file: string, iterator: string, reason: string): Complaint => ({
  place: { file },
  found: {
    fr: `L’itérateur « ${iterator} » n’est pas du JSONPath (${reason}).`,
    en: `The iterator “${iterator}” is not JSONPath (${reason}).`,
  },
  remedy: {
    fr: 'Écrivez par exemple $[*] ou $.features[*] (RFC 9535).',
    en: 'Write $[*] or $.features[*] for example (RFC 9535).',
  },
});

export const faultyJson = (file: string, { reason, line, member = '' }: JsonFault): Complaint => ({
  place: { file, line },
  ...TEXTS[reason](member),
});

type Words = (member: string) => { readonly found: Bilingual; readonly remedy: Bilingual };

const TEXTS: Readonly<Record<JsonFault['reason'], Words>> = {
  'not-json': () => ({
    found: { fr: 'Ce n’est pas du JSON à partir de cette ligne.', en: 'From this line on this is not JSON.' },
    remedy: {
      fr: 'Vérifiez que le fichier est complet et que virgules et guillemets sont en place.',
      en: 'Check that the file is complete and that commas and quotes are in place.',
    },
  }),
  cut: () => ({
    found: {
      fr: 'Le JSON s’arrête ici avant sa fin : le fichier est coupé.',
      en: 'The JSON stops here before its end: the file is cut.',
    },
    remedy: { fr: 'Téléchargez-le ou exportez-le de nouveau.', en: 'Download or export it again.' },
  }),
  'too-deep': () => ({
    found: {
      fr: `La valeur qui commence ici s’emboîte sur plus de ${MAX_DEPTH} niveaux.`,
      en: `The value that begins here nests more than ${MAX_DEPTH} levels deep.`,
    },
    remedy: {
      fr: 'Vérifiez que le fichier est bien celui que vous vouliez publier.',
      en: 'Check that the file is the one you meant to publish.',
    },
  }),
  'too-long': () => ({
    found: {
      fr: 'L’enregistrement qui commence ici est trop long pour être lu d’un bloc.',
      en: 'The record that begins here is too long to be read at once.',
    },
    remedy: {
      fr: 'Donnez un itérateur qui mène à de plus petites valeurs par des pas simples, $.liste[*] par exemple.',
      en: 'Give an iterator that leads to smaller values by plain steps, $.list[*] for example.',
    },
  }),
  twice: (member) => ({
    found: {
      fr: `Un même objet nomme « ${member} » deux fois.`,
      en: `The same object names “${member}” twice.`,
    },
    remedy: {
      fr: 'Gardez un seul des deux : lequel l’itérateur doit lire ne se devine pas.',
      en: 'Keep one of the two: which one the iterator should read cannot be guessed.',
    },
  }),
};
