import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  childOf,
  entryOf,
  parseYaml,
  readUtf8,
  textOf,
  type YamlMap,
  type YamlNode,
} from '../documents/index.ts';
import { type Bilingual, type Complaint, SITE_TEXTS, type SiteIdentity, same } from '../model/index.ts';
import { isBaseIri } from '../rdf/index.ts';
import { badValue, missingKey, unknownKey } from './complaints.ts';
import { readColours } from './site-colours.ts';
import { readLogo } from './site-logo.ts';

const FILE = 'data/site.yml';
/** Keys at the top of `site.yml`. */
export const SITE_KEYS = [
  'name',
  'base',
  'motto',
  'heading',
  'lead',
  'publisher',
  'logo',
  'colours',
  'texts',
  'tiles',
] as const;

/** Reads `data/site.yml`, who publishes the site; undefined where there is no such file. */
export async function readSiteIdentity(
  root: string,
  complaints: Complaint[],
): Promise<SiteIdentity | undefined> {
  const path = join(root, FILE);
  if (!existsSync(path)) return undefined;
  const read = await readUtf8(path, FILE);
  const parsed = read.kind === 'read' ? parseYaml(read.text, FILE) : undefined;
  if (read.kind === 'refused') complaints.push(read.complaint);
  if (parsed?.kind === 'malformed') complaints.push(...parsed.complaints);
  return parsed?.kind === 'parsed' ? identityOf(parsed.node, join(root, 'data'), complaints) : undefined;
}

async function identityOf(
  node: YamlNode,
  folder: string,
  complaints: Complaint[],
): Promise<SiteIdentity | undefined> {
  if (node.kind !== 'map') {
    complaints.push(missingKey(node.place, 'name', 'name: { fr: …, en: … }'));
    return undefined;
  }
  knowsOnly(node, SITE_KEYS, complaints);
  checkBase(childOf(node, 'base'), complaints);
  const text = (key: string) => bilingualOf(childOf(node, key), key, complaints);
  const name = text('name');
  if (entryOf(node, 'name') === undefined)
    complaints.push(missingKey(node.place, 'name', 'name: { fr: …, en: … }'));
  const optional = {
    motto: text('motto'),
    heading: text('heading'),
    lead: text('lead'),
    publisher: publisherOf(childOf(node, 'publisher'), complaints),
    logo: await readLogo(childOf(node, 'logo'), folder, complaints),
    colours: readColours(childOf(node, 'colours'), complaints),
    tiles: tilesOf(childOf(node, 'tiles'), complaints),
  };
  const texts = textsOf(childOf(node, 'texts'), complaints);
  return name && { name, texts, ...present(optional) };
}

function checkBase(node: YamlNode | undefined, complaints: Complaint[]): void {
  const base = textOf(node)?.trim() ?? '';
  if (node && !isBaseIri(base)) complaints.push(badValue(node.place, 'base', base || '…', A_BASE));
}

const A_BASE: Bilingual = {
  fr: 'Donnez une adresse http ou https qui finit par « / », par exemple https://donnees.exemple.fr/.',
  en: 'Give an http or https address that ends in “/”, https://data.example.org/ for example.',
};

/** Without what is undefined. */
function present<T extends object>(values: T): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: NonNullable<T[K]>;
  };
}

function knowsOnly(node: YamlMap, keys: readonly string[], complaints: Complaint[]): void {
  for (const { key, place } of node.entries)
    if (!keys.includes(key)) complaints.push(unknownKey(place, key, keys));
}

/** A text for both languages, or one for each. */
function bilingualOf(
  node: YamlNode | undefined,
  key: string,
  complaints: Complaint[],
): Bilingual | undefined {
  if (node === undefined) return undefined;
  const text = textOf(node)?.trim();
  if (text !== undefined && text !== '' && text.length <= LONGEST) return same(text);
  const [fr, en] = [textOf(childOf(node, 'fr'))?.trim(), textOf(childOf(node, 'en'))?.trim()];
  const all = [fr, en].every((one) => one !== undefined && one !== '' && one.length <= LONGEST);
  if (node.kind === 'map' && fr !== undefined && en !== undefined && all) {
    knowsOnly(node, ['fr', 'en'], complaints);
    return { fr, en };
  }
  complaints.push(badValue(node.place, key, text?.slice(0, 40) ?? '…', aText(key)));
  return undefined;
}

/** Characters of a text. */
const LONGEST = 20_000;

const aText = (key: string): Bilingual => ({
  fr: `Écrivez « ${key}: { fr: …, en: … } », ou un texte pour les deux langues, de ${LONGEST} caractères au plus.`,
  en: `Write “${key}: { fr: …, en: … }”, or one text for both languages, of at most ${LONGEST} characters.`,
});

function textsOf(node: YamlNode | undefined, complaints: Complaint[]): SiteIdentity['texts'] {
  if (node?.kind !== 'map') {
    if (node !== undefined) complaints.push(badValue(node.place, 'texts', textOf(node) ?? '…', A_LIST));
    return {};
  }
  knowsOnly(node, SITE_TEXTS, complaints);
  const given = SITE_TEXTS.map((key) => [key, bilingualOf(childOf(node, key), key, complaints)] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== undefined));
}

const A_LIST: Bilingual = {
  fr: `Écrivez les textes sous leurs noms : ${SITE_TEXTS.join(', ')}.`,
  en: `Write the texts under their names: ${SITE_TEXTS.join(', ')}.`,
};

function publisherOf(node: YamlNode | undefined, complaints: Complaint[]): SiteIdentity['publisher'] {
  if (node === undefined) return undefined;
  if (node.kind !== 'map') {
    complaints.push(badValue(node.place, 'publisher', textOf(node) ?? '…', A_PUBLISHER));
    return undefined;
  }
  knowsOnly(node, ['name', 'address'], complaints);
  const name = bilingualOf(childOf(node, 'name'), 'name', complaints);
  const given = childOf(node, 'address');
  const address = textOf(given)?.trim();
  if (childOf(node, 'name') === undefined)
    complaints.push(missingKey(node.place, 'name', 'name: { fr: …, en: … }'));
  if (given && !isWebAddress(address))
    complaints.push(badValue(given.place, 'address', address ?? '…', A_PUBLISHER));
  return name && { name, ...(address !== undefined && { address }) };
}

const A_PUBLISHER: Bilingual = {
  fr: 'Écrivez « publisher: { name: …, address: https://… } ».',
  en: 'Write “publisher: { name: …, address: https://… }”.',
};

const isWebAddress = (text: string | undefined): boolean =>
  text !== undefined && /^https?:\/\/[^/]/.test(text) && URL.canParse(text);

function tilesOf(node: YamlNode | undefined, complaints: Complaint[]): SiteIdentity['tiles'] {
  if (node === undefined) return undefined;
  if (node.kind === 'map') knowsOnly(node, ['template', 'attribution'], complaints);
  const template = textOf(childOf(node, 'template'))?.trim();
  const attribution = textOf(childOf(node, 'attribution'))?.trim();
  if (template !== undefined && isTemplate(template) && attribution) return { template, attribution };
  complaints.push(badValue(node.place, 'tiles', template ?? '…', SOME_TILES));
  return undefined;
}

/** An https address, or one of this machine to try, without credentials, that names each of the three numbers once, and nothing else in braces. */
function isTemplate(text: string): boolean {
  const holders = text.match(/\{[^}]*\}/g) ?? [];
  const whole = text.replaceAll(/\{[^}]*\}/g, '0');
  const isComplete = ['{z}', '{x}', '{y}'].every(
    (one) => holders.filter((held) => held === one).length === 1,
  );
  return (
    isComplete &&
    holders.length === 3 &&
    /^(?:https:\/\/[^/{}@]+|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?)\/[^\s"'\\<>]*$/.test(text) &&
    URL.canParse(whole)
  );
}

const SOME_TILES: Bilingual = {
  fr: 'Écrivez « tiles: { template: "https://…/{z}/{x}/{y}.png", attribution: … } » : une adresse https, et qui a fait les tuiles.',
  en: 'Write “tiles: { template: "https://…/{z}/{x}/{y}.png", attribution: … }”: an https address, and who made the tiles.',
};
