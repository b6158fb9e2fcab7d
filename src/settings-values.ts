import { isIP } from 'node:net';
import { type Bilingual, Fault } from './model/index.ts';
import { isBaseIri } from './rdf/index.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Bounds {
  readonly otherwise: number;
  readonly least: number;
  readonly most: number;
}

export function whole(environment: Environment, name: string, { otherwise, least, most }: Bounds): number {
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
export function oneOf<W extends string>(
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

export function nonEmpty(environment: Environment, name: string, otherwise: string): string {
  const text = environment[name] ?? otherwise;
  if (text.trim() !== '') return text;
  throw wrong(name, text, { fr: 'Donnez un chemin, ou rien.', en: 'Give a path, or nothing.' });
}

/** Addresses and ranges of proxies, parted by commas or spaces. */
export function proxiesOf(environment: Environment): readonly string[] {
  const proxies = (environment['CIMAISE_TRUSTED_PROXIES'] ?? '').split(/[\s,]+/).filter((one) => one !== '');
  const wrongOne = proxies.find((one) => {
    const [address = '', bits = '0', ...more] = one.split('/');
    return (
      isIP(address) === 0 ||
      more.length > 0 ||
      !/^\d{1,3}$/.test(bits) ||
      Number(bits) > (isIP(address) === 4 ? 32 : 128)
    );
  });
  if (wrongOne === undefined) return proxies;
  throw wrong('CIMAISE_TRUSTED_PROXIES', wrongOne, {
    fr: 'Donnez des adresses ou des plages, par exemple 127.0.0.1, 10.0.0.0/8.',
    en: 'Give addresses or ranges, 127.0.0.1, 10.0.0.0/8 for example.',
  });
}

/** How sources that are addresses are fetched. */
export interface HarvestSettings {
  /** Whether addresses of intranets and of this machine may be harvested: none, all, or those of some hosts. */
  readonly private: 'refused' | 'allowed' | readonly string[];
  /** Most bytes of a harvested file. */
  readonly bytes: number;
  /** What headers of harvests may name, by the whole name of the variable. Never printed. */
  readonly secrets: ReadonlyMap<string, string>;
}

export const harvestOf = (environment: Environment): HarvestSettings => ({
  private: privateHostsOf(environment),
  bytes:
    1e6 * whole(environment, 'CIMAISE_HARVEST_MEGABYTES', { otherwise: 4096, least: 1, most: 1_000_000 }),
  secrets: secretsOf(environment),
});

/** Hosts whose addresses may be private, parted by commas or spaces; or a word for all, or for none. */
function privateHostsOf(environment: Environment): 'refused' | 'allowed' | readonly string[] {
  const text = (environment['CIMAISE_HARVEST_PRIVATE'] ?? '').trim();
  if (text === '' || text === 'refused') return 'refused';
  if (text === 'allowed') return 'allowed';
  const hosts = text.split(/[\s,]+/).filter((one) => one !== '');
  const wrongOne = hosts.find((host) => !/^[\w.-]+$|^[0-9a-f:]+$/i.test(host));
  if (wrongOne === undefined) return hosts.map((host) => host.toLowerCase());
  throw wrong('CIMAISE_HARVEST_PRIVATE', wrongOne, {
    fr: 'Écrivez refused, allowed, ou des noms d’hôtes, par exemple portail.musee.lan.',
    en: 'Write refused, allowed, or names of hosts, portal.museum.lan for example.',
  });
}

/** Everything that is named as a secret. */
const secretsOf = (environment: Environment): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith('CIMAISE_SECRET_') && value ? [[name, value] as const] : [],
    ),
  );

export const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

export function baseIri(text: string): string {
  if (isBaseIri(text)) return text;
  throw wrong('CIMAISE_BASE_IRI', text, {
    fr: 'Donnez une adresse http ou https qui finit par « / », par exemple https://data.exemple.fr/.',
    en: 'Give an http or https address that ends in “/”, https://data.example.org/ for example.',
  });
}

/** A setting that has a value it may not have. */
export const wrong = (name: string, value: string, remedy: Bilingual): Fault =>
  new Fault(
    { fr: `Le réglage ${name} vaut « ${value} ».`, en: `The setting ${name} is “${value}”.` },
    remedy,
  );
