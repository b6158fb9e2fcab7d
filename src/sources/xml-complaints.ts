import type { Bilingual, Complaint } from '../model/index.ts';
import type { XmlFault } from './xml-collector.ts';
import { MAX_DEPTH } from './xml-parse.ts';

export const noIterator = (file: string): Complaint => ({
  place: { file },
  found: { fr: 'Une source XML demande un itérateur.', en: 'An XML source needs an iterator.' },
  remedy: {
    fr: 'Donnez-le avec la source (iterator dans dataset.yml ou en YARRRML, rml:iterator en RML) : /lido:lidoWrap/lido:lido par exemple.',
    en: 'Give it with the source (iterator in dataset.yml or YARRRML, rml:iterator in RML): /lido:lidoWrap/lido:lido for example.',
  },
});

export const badIterator = (file: string, iterator: string, reason: string): Complaint => ({
  place: { file },
  found: {
    fr: `L’itérateur « ${iterator} » n’est pas compris (${reason}).`,
    en: `The iterator “${iterator}” is not understood (${reason}).`,
  },
  remedy: {
    fr: 'Donnez un chemin XPath, par exemple /lido:lidoWrap/lido:lido, et déclarez ses préfixes (namespaces, rml:namespace en RML).',
    en: 'Give an XPath such as /lido:lidoWrap/lido:lido, and declare its prefixes (namespaces, rml:namespace in RML).',
  },
});

export const faultyXml = (file: string, { reason, line, message }: XmlFault): Complaint => ({
  place: { file, line },
  ...TEXTS[reason](message),
});

type Words = (message: string) => { readonly found: Bilingual; readonly remedy: Bilingual };

const TEXTS: Readonly<Record<XmlFault['reason'], Words>> = {
  doctype: () => ({
    found: {
      fr: 'Le DOCTYPE contient des déclarations : elles sont refusées.',
      en: 'The DOCTYPE holds declarations: they are refused.',
    },
    remedy: {
      fr: 'Retirez ce qui est entre crochets : cela peut faire lire d’autres fichiers, ou grossir sans fin.',
      en: 'Remove what is in brackets: it can make other files be read, or grow without end.',
    },
  }),
  malformed: (message) => ({
    found: {
      fr: `Ce n’est pas du XML bien formé : ${message}.`,
      en: `This is not well-formed XML: ${message}.`,
    },
    remedy: {
      fr: 'Corrigez le fichier à cette ligne, ou exportez-le de nouveau.',
      en: 'Correct the file at this line, or export it again.',
    },
  }),
  'too-deep': () => ({
    found: {
      fr: `Les éléments s’emboîtent sur plus de ${MAX_DEPTH} niveaux.`,
      en: `Elements nest more than ${MAX_DEPTH} levels deep.`,
    },
    remedy: {
      fr: 'Vérifiez que le fichier est bien celui que vous vouliez publier.',
      en: 'Check that the file is the one you meant to publish.',
    },
  }),
  'too-long': () => ({
    found: {
      fr: 'Ce qui commence ici est trop long pour être lu d’un bloc.',
      en: 'What begins here is too long to be read at once.',
    },
    remedy: {
      fr: 'Donnez un itérateur qui mène à de plus petits éléments ; des références qui remontent au-delà des attributs (../x, //x) font retenir tout ce qu’elles parcourent.',
      en: 'Give an iterator that leads to smaller elements; references that climb beyond attributes (../x, //x) make all they walk through be held.',
    },
  }),
};
