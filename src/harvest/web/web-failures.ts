import { isNativeError } from 'node:util/types';
import { type Bilingual, shortened, visible, waitingTime } from '../../model/index.ts';
import { HarvestFailure } from '../failure.ts';

/** What is said where an address does not give a whole answer. */

const shown = (text: string): string => visible(shortened(text, 300, 'en'));
export const megabytes = (bytes: number, language: 'fr' | 'en'): string =>
  (bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1 });

const LATER: Bilingual = {
  fr: 'Réessayez plus tard ; si cela dure, ouvrez l’adresse dans un navigateur.',
  en: 'Try again later; if it lasts, open the address in a browser.',
};

export const unreachable = (url: string, error: unknown): HarvestFailure => {
  const said = reasonOf(error);
  return new HarvestFailure(
    'unreachable',
    {
      fr: `${shown(url)} : la liaison a échoué ou s’est interrompue (${said}).`,
      en: `${shown(url)}: the connection failed or broke (${said}).`,
    },
    LATER,
    error,
  );
};

function reasonOf(error: unknown): string {
  if (!isNativeError(error)) return shown(String(error));
  const { code, message, name } = error as NodeJS.ErrnoException;
  return shown([code, message || name].filter((one) => one !== undefined).join(', '));
}

export const tooSlow = (url: string, milliseconds: number): HarvestFailure =>
  new HarvestFailure(
    'too-slow',
    {
      fr: `${shown(url)} n’a pas donné de réponse entière en ${waitingTime(milliseconds).fr}.`,
      en: `${shown(url)} gave no whole answer within ${waitingTime(milliseconds).en}.`,
    },
    LATER,
  );

export const busy = (url: string, status: number, milliseconds: number): HarvestFailure =>
  new HarvestFailure(
    'busy',
    {
      fr: `${shown(url)} est occupé (${status}) et demande d’attendre encore ${waitingTime(milliseconds).fr}.`,
      en: `${shown(url)} is busy (${status}) and asks to wait another ${waitingTime(milliseconds).en}.`,
    },
    { fr: 'Relancez la commande après ce délai.', en: 'Run the command again after that time.' },
  );

const STATUS_REMEDIES: Readonly<Record<number, Bilingual>> = {
  401: {
    fr: 'L’accès demande un secret : déclarez-le (headers, dans dataset.yml), ou vérifiez celui de l’environnement.',
    en: 'Access needs a secret: declare it (headers, in dataset.yml), or check the one of the environment.',
  },
  403: {
    fr: 'L’accès est refusé : vérifiez l’adresse, et le secret s’il en faut un (headers, dans dataset.yml).',
    en: 'Access is denied: check the address, and the secret if one is needed (headers, in dataset.yml).',
  },
  404: {
    fr: 'Rien n’est à cette adresse : cherchez la nouvelle sur le portail et corrigez « harvest » dans dataset.yml.',
    en: 'Nothing is at this address: look for the new one on the portal and correct “harvest” in dataset.yml.',
  },
  410: {
    fr: 'La ressource a été retirée : cherchez celle qui la remplace et corrigez « harvest » dans dataset.yml.',
    en: 'The resource was withdrawn: look for what replaces it and correct “harvest” in dataset.yml.',
  },
};

export const otherStatus = (url: string, status: number): HarvestFailure =>
  new HarvestFailure(
    'status',
    {
      fr: `${shown(url)} répond par l’erreur ${status}.`,
      en: `${shown(url)} answers with the error ${status}.`,
    },
    STATUS_REMEDIES[status] ?? LATER,
  );

export const privateHost = (host: string): HarvestFailure =>
  new HarvestFailure(
    'private-address',
    {
      fr: `${shown(host)} mène à une adresse privée, qui n’est pas demandée.`,
      en: `${shown(host)} leads to a private address, which is not asked.`,
    },
    {
      fr: `Si c’est voulu, réglez CIMAISE_HARVEST_PRIVATE=${shown(host)} (ou « allowed » pour toutes).`,
      en: `If that is meant, set CIMAISE_HARVEST_PRIVATE=${shown(host)} (or “allowed” for all).`,
    },
  );

export const otherProtocol = (url: string): HarvestFailure =>
  new HarvestFailure(
    'protocol',
    {
      fr: `${shown(url)} n’est pas une adresse http ou https.`,
      en: `${shown(url)} is no http or https address.`,
    },
    { fr: 'Déclarez une autre adresse.', en: 'Declare another address.' },
  );

export const redirectLoop = (url: string): HarvestFailure =>
  new HarvestFailure(
    'redirects',
    {
      fr: `Les redirections tournent en rond : ${shown(url)} revient.`,
      en: `The redirects go round in circles: ${shown(url)} comes back.`,
    },
    LATER,
  );

export const tooManyRedirects = (url: string, most: number): HarvestFailure =>
  new HarvestFailure(
    'redirects',
    {
      fr: `${shown(url)} redirige plus de ${most} fois.`,
      en: `${shown(url)} redirects more than ${most} times.`,
    },
    { fr: 'Déclarez l’adresse où elle mène.', en: 'Declare the address to which it leads.' },
  );

export const badRedirect = (url: string, status: number): HarvestFailure =>
  new HarvestFailure(
    'redirects',
    {
      fr: `${shown(url)} redirige (${status}) sans dire où.`,
      en: `${shown(url)} redirects (${status}) without saying where.`,
    },
    LATER,
  );

export const tooLarge = (url: string, bytes: number): HarvestFailure =>
  new HarvestFailure(
    'too-large',
    {
      fr: `${shown(url)} dépasse ${megabytes(bytes, 'fr')} Mo : la suite n’est pas lue.`,
      en: `${shown(url)} is longer than ${megabytes(bytes, 'en')} MB: the rest is not read.`,
    },
    {
      fr: 'Si c’est bien la source voulue, relevez CIMAISE_HARVEST_MEGABYTES.',
      en: 'If it is the source that is meant, raise CIMAISE_HARVEST_MEGABYTES.',
    },
  );

export const documentTooLarge = (url: string, bytes: number): HarvestFailure =>
  new HarvestFailure(
    'too-large',
    {
      fr: `La réponse de ${shown(url)} dépasse ${megabytes(bytes, 'fr')} Mo, plus qu’une description ou une page.`,
      en: `The answer of ${shown(url)} is longer than ${megabytes(bytes, 'en')} MB, more than a description or a page.`,
    },
    { fr: 'Vérifiez l’adresse déclarée.', en: 'Check the address that is declared.' },
  );
