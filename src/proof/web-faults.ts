import { Breach, Unanswered } from './outcomes.ts';

const megabytes = (bytes: number, language: 'fr' | 'en'): string =>
  (bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1 });

export const tooSlow = (milliseconds: number): Unanswered =>
  new Unanswered({
    fr: `Pas de réponse entière en ${(milliseconds / 1000).toLocaleString('fr')} s (--timeout).`,
    en: `No whole answer within ${milliseconds / 1000} s (--timeout).`,
  });

export const hangs = (times: number): Unanswered =>
  new Unanswered({
    fr: `Le serveur n’a pas répondu ${times} fois : rien de plus ne lui est demandé.`,
    en: `The server did not answer ${times} times: nothing more is asked of it.`,
  });

export const tooLong = (bytes: number): Unanswered =>
  new Unanswered({
    fr: `La réponse dépasse ${megabytes(bytes, 'fr')} Mo : la suite n’est pas lue.`,
    en: `The answer is longer than ${megabytes(bytes, 'en')} MB: the rest is not read.`,
  });

export const dumpTooLong = (bytes: number): Unanswered =>
  new Unanswered({
    fr: `Le fichier dépasse ${megabytes(bytes, 'fr')} Mo : la suite n’est pas lue (--megabytes).`,
    en: `The file is longer than ${megabytes(bytes, 'en')} MB: the rest is not read (--megabytes).`,
  });

export const unreachable = (reason: string): Unanswered =>
  new Unanswered({
    fr: `La liaison a échoué ou s’est interrompue : ${reason}.`,
    en: `The connection failed or broke: ${reason}.`,
  });

export const busy = (status: number): Unanswered =>
  new Unanswered({
    fr: `Le serveur est occupé ou refuse (${status}) : réessayez plus tard.`,
    en: `The server is busy or refuses (${status}): try again later.`,
  });

export const otherProtocol = (url: string): Breach =>
  new Breach({
    fr: `${url} n’est pas une adresse http ou https : elle n’est pas demandée.`,
    en: `${url} is no http or https address: it is not asked.`,
  });

export const privateHost = (host: string): Breach =>
  new Breach({
    fr: `${host} mène à une adresse privée, qui n’est pas demandée.`,
    en: `${host} leads to a private address, which is not asked.`,
  });

export const elsewhere = (url: string): Breach =>
  new Breach({
    fr: `Redirection vers un autre site, qui n’est pas suivie : ${url}.`,
    en: `Redirected to another site, which is not followed: ${url}.`,
  });

export const tooManyRedirects = (url: string, most: number): Breach =>
  new Breach({
    fr: `Plus de ${most} redirections pour ${url}.`,
    en: `More than ${most} redirects for ${url}.`,
  });

export const nowhere = (url: string, status: number): Breach =>
  new Breach({
    fr: `${url} redirige (${status}) sans dire où.`,
    en: `${url} redirects (${status}) without saying where.`,
  });

export const unknownPacking = (name: string): Breach =>
  new Breach({
    fr: `La réponse est compressée d’une façon qui n’a pas été demandée (« ${name.slice(0, 40)} »).`,
    en: `The answer is compressed in a way that was not asked for (“${name.slice(0, 40)}”).`,
  });
