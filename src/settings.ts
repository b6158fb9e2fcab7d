import { resolve } from 'node:path';
import { type Bilingual, Fault, type Language } from './model/index.ts';
import { isIri } from './rdf/index.ts';

/** Everything that the surroundings decide. Read once, frozen; nothing else looks at the environment. */
export interface Settings {
  /** TCP port, 0 for any free one. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Base IRI of everything published; ends in `/`. */
  readonly base: string;
  /** Absolute path of the folder of releases. */
  readonly releases: string;
  /** Language of messages on the terminal. */
  readonly language: Language;
  /** Most milliseconds a SPARQL query may take. */
  readonly queryMilliseconds: number;
  /** Number of SPARQL workers; each holds a copy of the release. */
  readonly workers: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. @throws Fault naming the setting, the wrong value and what to write instead */
export function parseSettings(environment: Environment, folder: string): Settings {
  return Object.freeze({
    port: whole(environment, 'PORT', { otherwise: 3000, least: 0, most: 65535 }),
    host: environment['CIMAISE_HOST'] || '127.0.0.1',
    base: baseIri(environment['CIMAISE_BASE_IRI'] ?? 'http://localhost:3000/'),
    releases: resolve(folder, nonEmpty(environment, 'CIMAISE_RELEASES', './releases')),
    language: languageOf(environment),
    queryMilliseconds: whole(environment, 'CIMAISE_QUERY_TIMEOUT', {
      otherwise: 10_000,
      least: 100,
      most: 600_000,
    }),
    workers: whole(environment, 'CIMAISE_WORKERS', { otherwise: 2, least: 1, most: 64 }),
  });
}

function whole(
  environment: Environment,
  name: string,
  { otherwise, least, most }: { otherwise: number; least: number; most: number },
): number {
  const text = environment[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw wrong(name, text, {
    fr: `Donnez un nombre entier de ${least} à ${most}, par exemple ${otherwise}.`,
    en: `Give a whole number from ${least} to ${most}, ${otherwise} for example.`,
  });
}

function nonEmpty(environment: Environment, name: string, otherwise: string): string {
  const text = environment[name] ?? otherwise;
  if (text.trim() !== '') return text;
  throw wrong(name, text, { fr: 'Donnez le chemin d’un dossier.', en: 'Give the path of a folder.' });
}

function baseIri(text: string): string {
  const isBase = /^https?:\/\/[^/?#]+\/([^?#]*\/)?$/.test(text) && isIri(text) && URL.canParse(text);
  if (isBase) return text;
  throw wrong('CIMAISE_BASE_IRI', text, {
    fr: 'Donnez une adresse http ou https qui finit par « / », par exemple https://data.exemple.fr/.',
    en: 'Give an http or https address that ends in “/”, https://data.example.org/ for example.',
  });
}

function languageOf(environment: Environment): Language {
  const chosen = environment['CIMAISE_LANGUAGE'];
  if (chosen !== undefined && chosen !== 'fr' && chosen !== 'en') {
    throw wrong('CIMAISE_LANGUAGE', chosen, { fr: 'Écrivez fr ou en.', en: 'Write fr or en.' });
  }
  return messageLanguage(environment);
}

/** The language to complain of wrong settings in: French unless CIMAISE_LANGUAGE, or else the locale, is English. */
export function messageLanguage(environment: Environment): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  const chosen = environment['CIMAISE_LANGUAGE'] ?? (locale.startsWith('en') ? 'en' : 'fr');
  return chosen === 'en' ? 'en' : 'fr';
}

const wrong = (name: string, value: string, remedy: Bilingual): Fault =>
  new Fault(
    { fr: `Le réglage ${name} vaut « ${value} ».`, en: `The setting ${name} is “${value}”.` },
    remedy,
  );
