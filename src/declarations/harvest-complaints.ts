import type { YamlNode } from '../documents/index.ts';
import { type Bilingual, type Complaint, type Place, secretReference } from '../model/index.ts';
import { unknownKey } from './complaints.ts';

/** What is wrong below `harvest:`, in words. */
export const noOrigin = (node: YamlNode, known: readonly string[]): Complaint => {
  const [only] = node.kind === 'map' ? node.entries : [];
  const proposed = only && unknownKey(only.place, only.key, known);
  if (proposed?.found && proposed.remedy.en.startsWith('Did you')) return proposed;
  return {
    place: node.place,
    found: {
      fr: '« harvest » ne dit pas d’où vient la source.',
      en: '“harvest” does not say where the source comes from.',
    },
    remedy: {
      fr: `Écrivez par exemple « harvest: { url: https://… } ». Clés possibles : ${known.join(', ')}.`,
      en: `Write for example “harvest: { url: https://… }”. Possible keys: ${known.join(', ')}.`,
    },
  };
};

export const twoOrigins = (place: Place, keys: readonly string[]): Complaint => ({
  place,
  found: {
    fr: `« harvest » a plusieurs origines : ${keys.join(', ')}.`,
    en: `“harvest” has several origins: ${keys.join(', ')}.`,
  },
  remedy: { fr: 'Gardez-en une.', en: 'Keep one.' },
});

export const onlyFormat = (place: Place, key: string, formats: readonly string[]): Complaint => ({
  place,
  found: {
    fr: `« ${key} » ne donne pas ce format.`,
    en: `“${key}” does not give this format.`,
  },
  remedy: {
    fr: `Formats possibles : ${formats.join(', ')}.`,
    en: `Possible formats: ${formats.join(', ')}.`,
  },
});

export const wholeAddress: Bilingual = {
  fr: 'Donnez une adresse http ou https entière.',
  en: 'Give a whole http or https address.',
};

/** How a header takes its secret from the environment. */
export const headersExample = (variable: string): string =>
  `headers: { Authorization: "${secretReference(variable)}" }`;

const BY_HEADER: Bilingual = {
  fr: `Mettez-le dans l’environnement (CIMAISE_SECRET_PORTAIL) et écrivez « ${headersExample('CIMAISE_SECRET_PORTAIL')} ».`,
  en: `Put it into the environment (CIMAISE_SECRET_PORTAL) and write “${headersExample('CIMAISE_SECRET_PORTAL')}”.`,
};

export const secretInAddress = (place: Place): Complaint => ({
  place,
  found: { fr: 'L’adresse contient un secret.', en: 'The address holds a secret.' },
  remedy: BY_HEADER,
});

export const secretInFile = (place: Place, name: string): Complaint => ({
  place,
  found: {
    fr: `L’en-tête « ${name} » est un secret, écrit ici en clair.`,
    en: `The header “${name}” is a secret, written here for all to read.`,
  },
  remedy: BY_HEADER,
});

export const unknownSecret = (place: Place): Complaint => ({
  place,
  found: {
    fr: 'Seuls les réglages qui commencent par CIMAISE_SECRET_ peuvent être repris ici.',
    en: 'Only settings that begin with CIMAISE_SECRET_ can be taken over here.',
  },
  remedy: BY_HEADER,
});
