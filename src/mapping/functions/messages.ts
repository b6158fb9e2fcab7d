import type { Bilingual } from '../../model/index.ts';

/** What functions note, in words; the run's messages take them in. */
export const FUNCTION_FAULTS: Readonly<Record<string, Bilingual>> = {
  'unreadable-date': { fr: 'La date n’est pas comprise.', en: 'The date is not understood.' },
  'not-coordinates': {
    fr: 'Ce ne sont pas des coordonnées de ce système, ou elles tombent hors de son aire.',
    en: 'These are not coordinates of this system, or they fall outside its area.',
  },
  'unknown-projection': {
    fr: 'Le système de coordonnées n’est pas connu : donnez son code EPSG.',
    en: 'The coordinate system is not known: give its EPSG code.',
  },
  'not-an-insee-code': {
    fr: 'Ce n’est pas un code Insee de commune.',
    en: 'This is not an INSEE code of a commune.',
  },
  'not-an-identifier': {
    fr: 'L’identifiant n’a pas la forme de ceux de cette base.',
    en: 'The identifier does not have the form of those of this database.',
  },
  'not-an-address': { fr: 'Ce n’est pas une adresse de site.', en: 'This is not a web address.' },
  'not-in-vocabulary': {
    fr: 'Le terme n’est pas dans le vocabulaire.',
    en: 'The term is not in the vocabulary.',
  },
  'unreadable-measure': { fr: 'Aucune mesure n’est comprise.', en: 'No measure is understood.' },
  'not-a-number': { fr: 'Ce n’est pas un nombre.', en: 'This is not a number.' },
  'unknown-mode': {
    fr: 'Le mode n’est pas connu : html, xml, csv, url ou javascript.',
    en: 'The mode is not known: html, xml, csv, url or javascript.',
  },
  'unsafe-pattern': {
    fr: 'Le motif n’est pas bien formé, ou pourrait ne pas finir.',
    en: 'The pattern is not well-formed, or might not end.',
  },
  'text-too-long': {
    fr: 'Le texte est trop long pour ce motif, dont le temps croît trop vite.',
    en: 'The text is too long for this pattern, whose time grows too fast.',
  },
};
