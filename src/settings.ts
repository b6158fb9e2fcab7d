import { resolve } from 'node:path';
import { nearest } from './documents/index.ts';
import { Fault, type Language } from './model/index.ts';
import {
  type Bounds,
  baseIri,
  type Environment,
  type HarvestSettings,
  harvestOf,
  isWebAddress,
  nonEmpty,
  oneOf,
  proxiesOf,
  whole,
  wrong,
} from './settings-values.ts';

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
  /** Absolute path of the file of contributions; undefined: no forms. */
  readonly contributions: string | undefined;
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
  readonly harvest: HarvestSettings;
}

const MEGABYTE = 1 << 20;

/** What a project decides where the surroundings say nothing. */
export interface ProjectDefaults {
  /** Absolute path of its folder; releases lie in `releases` there. */
  readonly root: string;
  /** `base` of its `data/site.yml`. */
  readonly base?: string | undefined;
}

/**
 * Reads the settings.
 * @param folder which paths in the environment are relative to
 * @param project absent: a project in that folder that says nothing
 * @throws Fault naming the setting, the wrong value and what to write instead
 */
export function parseSettings(
  environment: Environment,
  folder: string,
  project: ProjectDefaults = { root: folder },
): Settings {
  refuseUnknown(environment);
  const number = (name: string, bounds: Bounds): number => whole(environment, name, bounds);
  const store = oneOf(environment, 'CIMAISE_STORE', ['embedded', 'native', 'endpoint'] as const);
  const releases = resolve(
    folder,
    nonEmpty(environment, 'CIMAISE_RELEASES', resolve(project.root, 'releases')),
  );
  return Object.freeze({
    port: number('PORT', { otherwise: 3000, least: 0, most: 65535 }),
    host: environment['CIMAISE_HOST'] || '127.0.0.1',
    base: baseIri(environment['CIMAISE_BASE_IRI'] ?? project.base ?? 'http://localhost:3000/'),
    releases,
    contributions: contributionsOf(environment, folder, releases),
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
    trustedProxies: proxiesOf(environment),
    metrics: oneOf(environment, 'CIMAISE_METRICS', ['local', 'open'] as const),
    harvest: harvestOf(environment),
  });
}

/** Every setting of this platform but the port; those of its tests begin with `CIMAISE_TEST_`, secrets with `CIMAISE_SECRET_`. */
const NAMES: readonly string[] = [
  ...['HOST', 'BASE_IRI', 'RELEASES', 'LANGUAGE', 'STORE', 'OXIGRAPH', 'WORKERS', 'QUERY_TIMEOUT'],
  ...['RESULT_ROWS', 'RESULT_MEGABYTES', 'CACHE_MEGABYTES', 'CLIENT_CONCURRENCY', 'CLIENT_RATE'],
  ...['TRUSTED_PROXIES', 'METRICS', 'CONTRIBUTIONS', 'ENDPOINT_QUERY', 'ENDPOINT_UPDATE', 'ENDPOINT_DATA'],
  ...['ENDPOINT_USER', 'ENDPOINT_PASSWORD', 'ENDPOINT_TOKEN', 'HARVEST_PRIVATE'],
  'HARVEST_MEGABYTES',
].map((name) => `CIMAISE_${name}`);

/** A setting that is misspelt would do nothing, and say nothing. */
function refuseUnknown(environment: Environment): void {
  const unknown = Object.keys(environment).find(
    (name) => /^CIMAISE_(?!TEST_|SECRET_)/.test(name) && !NAMES.includes(name),
  );
  if (unknown === undefined) return;
  const near = nearest(unknown, NAMES);
  throw new Fault(
    { fr: `Le réglage ${unknown} n’existe pas.`, en: `There is no setting ${unknown}.` },
    near
      ? { fr: `Vouliez-vous dire ${near} ?`, en: `Did you mean ${near}?` }
      : { fr: `Il y a ${NAMES.join(', ')}.`, en: `There are ${NAMES.join(', ')}.` },
  );
}

/** Beside the releases, so that who copies that folder copies all that cannot be made again. */
function contributionsOf(environment: Environment, folder: string, releases: string): string | undefined {
  const text = environment['CIMAISE_CONTRIBUTIONS'] || resolve(releases, 'contributions.sqlite');
  return text === 'off' ? undefined : resolve(folder, text);
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
  const user = environment['CIMAISE_ENDPOINT_USER'];
  const password = environment['CIMAISE_ENDPOINT_PASSWORD'];
  if ((user === undefined) !== (password === undefined)) throw halfCredentials();
  return {
    query: address('CIMAISE_ENDPOINT_QUERY'),
    update: address('CIMAISE_ENDPOINT_UPDATE'),
    data: environment['CIMAISE_ENDPOINT_DATA'] ? address('CIMAISE_ENDPOINT_DATA') : undefined,
    user,
    password,
    token: environment['CIMAISE_ENDPOINT_TOKEN'],
  };
}

const halfCredentials = (): Fault =>
  new Fault(
    {
      fr: 'CIMAISE_ENDPOINT_USER et CIMAISE_ENDPOINT_PASSWORD vont ensemble ; l’un des deux manque.',
      en: 'CIMAISE_ENDPOINT_USER and CIMAISE_ENDPOINT_PASSWORD go together; one of them is missing.',
    },
    { fr: 'Donnez les deux, ou aucun.', en: 'Give both, or neither.' },
  );

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
