import { resolve } from 'node:path';
import { type Bilingual, Fault, type Language } from './model/index.ts';
import { isIri } from './rdf/index.ts';

/** What answers SPARQL: Oxigraph in memory, Oxigraph's own server as a child, or any SPARQL 1.1 server. */
export type StoreKind = 'embedded' | 'native' | 'endpoint';

/** Addresses of a SPARQL 1.1 server that holds the published graphs. */
export interface EndpointSettings {
  /** SPARQL Protocol, query operation. */
  readonly query: string;
  /** SPARQL Protocol, update operation. */
  readonly update: string;
  /** Graph Store Protocol; absent: graphs are loaded by updates. */
  readonly data: string | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** Sent as `Authorization: Bearer`. */
  readonly token: string | undefined;
}

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
  readonly store: StoreKind;
  /** Program of the native store: a path, or a name to be found on the path. */
  readonly oxigraph: string;
  /** There where `store` is `endpoint`. */
  readonly endpoint: EndpointSettings | undefined;
  /** Number of SPARQL workers; each holds a copy of the release. */
  readonly workers: number;
  /** Most milliseconds a SPARQL query may take. */
  readonly queryMilliseconds: number;
  /** Most rows, and most UTF-8 bytes, of an answer. */
  readonly resultRows: number;
  readonly resultBytes: number;
  /** Bytes of answers that are remembered; 0: none. */
  readonly cacheBytes: number;
  /** Queries that one client may have under way at once, and ask in a minute. */
  readonly clientConcurrency: number;
  readonly clientRate: number;
  /** Addresses or ranges whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Who may read `/metrics`: clients on this machine, or everybody. */
  readonly metrics: 'local' | 'open';
}

type Environment = Readonly<Record<string, string | undefined>>;

const MEGABYTE = 1 << 20;

/** Reads the settings. @throws Fault naming the setting, the wrong value and what to write instead */
export function parseSettings(environment: Environment, folder: string): Settings {
  const number = (name: string, bounds: Bounds): number => whole(environment, name, bounds);
  const store = oneOf(environment, 'CIMAISE_STORE', ['embedded', 'native', 'endpoint'] as const);
  return Object.freeze({
    port: number('PORT', { otherwise: 3000, least: 0, most: 65535 }),
    host: environment['CIMAISE_HOST'] || '127.0.0.1',
    base: baseIri(environment['CIMAISE_BASE_IRI'] ?? 'http://localhost:3000/'),
    releases: resolve(folder, nonEmpty(environment, 'CIMAISE_RELEASES', './releases')),
    language: languageOf(environment),
    store,
    oxigraph: nonEmpty(environment, 'CIMAISE_OXIGRAPH', 'oxigraph'),
    endpoint: store === 'endpoint' ? endpointOf(environment) : undefined,
    workers: number('CIMAISE_WORKERS', { otherwise: 2, least: 2, most: 64 }),
    queryMilliseconds: number('CIMAISE_QUERY_TIMEOUT', { otherwise: 10_000, least: 100, most: 600_000 }),
    resultRows: number('CIMAISE_RESULT_ROWS', { otherwise: 1_000_000, least: 1, most: 1e9 }),
    resultBytes: MEGABYTE * number('CIMAISE_RESULT_MEGABYTES', { otherwise: 64, least: 1, most: 400 }),
    cacheBytes: MEGABYTE * number('CIMAISE_CACHE_MEGABYTES', { otherwise: 64, least: 0, most: 100_000 }),
    clientConcurrency: number('CIMAISE_CLIENT_CONCURRENCY', { otherwise: 16, least: 1, most: 10_000 }),
    clientRate: number('CIMAISE_CLIENT_RATE', { otherwise: 6000, least: 1, most: 1e9 }),
    trustedProxies: (environment['CIMAISE_TRUSTED_PROXIES'] ?? '')
      .split(/[\s,]+/)
      .filter((one) => one !== ''),
    metrics: oneOf(environment, 'CIMAISE_METRICS', ['local', 'open'] as const),
  });
}

interface Bounds {
  readonly otherwise: number;
  readonly least: number;
  readonly most: number;
}

function whole(environment: Environment, name: string, { otherwise, least, most }: Bounds): number {
  const text = environment[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw wrong(name, text, {
    fr: `Donnez un nombre entier de ${least} à ${most}, par exemple ${otherwise}.`,
    en: `Give a whole number from ${least} to ${most}, ${otherwise} for example.`,
  });
}

/** One of some words; the first where nothing is said. */
function oneOf<W extends string>(
  environment: Environment,
  name: string,
  words: readonly [W, ...(readonly W[])],
): W {
  const text = environment[name];
  const found = text ? words.find((word) => word === text) : words[0];
  if (found !== undefined) return found;
  const list = (or: string): string => words.join(', ').replace(/, ([^,]*)$/, ` ${or} $1`);
  throw wrong(name, text ?? '', { fr: `Écrivez ${list('ou')}.`, en: `Write ${list('or')}.` });
}

function nonEmpty(environment: Environment, name: string, otherwise: string): string {
  const text = environment[name] ?? otherwise;
  if (text.trim() !== '') return text;
  throw wrong(name, text, { fr: 'Donnez un chemin, ou rien.', en: 'Give a path, or nothing.' });
}

function endpointOf(environment: Environment): EndpointSettings {
  const address = (name: string): string => {
    const text = environment[name] ?? '';
    if (isWebAddress(text)) return text;
    throw wrong(name, text, {
      fr: 'CIMAISE_STORE vaut endpoint : donnez une adresse http ou https, par exemple http://localhost:3030/ds/query.',
      en: 'CIMAISE_STORE is endpoint: give an http or https address, http://localhost:3030/ds/query for example.',
    });
  };
  return {
    query: address('CIMAISE_ENDPOINT_QUERY'),
    update: address('CIMAISE_ENDPOINT_UPDATE'),
    data: environment['CIMAISE_ENDPOINT_DATA'] ? address('CIMAISE_ENDPOINT_DATA') : undefined,
    user: environment['CIMAISE_ENDPOINT_USER'],
    password: environment['CIMAISE_ENDPOINT_PASSWORD'],
    token: environment['CIMAISE_ENDPOINT_TOKEN'],
  };
}

const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

function baseIri(text: string): string {
  const isBase = /^https?:\/\/[^/?#]+\/([^?#]*\/)?$/.test(text) && isIri(text) && URL.canParse(text);
  if (isBase) return text;
  throw wrong('CIMAISE_BASE_IRI', text, {
    fr: 'Donnez une adresse http ou https qui finit par « / », par exemple https://data.exemple.fr/.',
    en: 'Give an http or https address that ends in “/”, https://data.example.org/ for example.',
  });
}

function languageOf(environment: Environment): Language {
  if (environment['CIMAISE_LANGUAGE']) oneOf(environment, 'CIMAISE_LANGUAGE', ['fr', 'en'] as const);
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
