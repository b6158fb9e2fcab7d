import { resolve } from 'node:path';
import { childOf, itemsOf, nearest, textOf, type YamlEntry, type YamlNode } from '../../documents/index.ts';
import type { Place, Source, SourceFormat } from '../../model/index.ts';
import type { LogicalSourceRule, RecordView } from '../rules.ts';
import { incompleteView, unknownView } from './complaints.ts';
import { dialectOf } from './dialect.ts';
import type { YarrrmlDocument } from './document.ts';
import { readCall } from './expressions.ts';
import { checkKeys, SOURCE_KEYS, UNREAD_SOURCE_KEYS, VIEW_KEYS } from './keys.ts';
import { COMPRESSIONS } from './packing.ts';
import { notAmong, notReadHere, onlyFiles, unknownFormat, withoutAccess } from './source-complaints.ts';

/** What a mapping reads: a file, or one record for each value (our `{each, as}`). */
export type Origin =
  | { readonly kind: 'file'; readonly rule: LogicalSourceRule }
  | { readonly kind: 'view'; readonly view: RecordView };

export type Origins = ReadonlyMap<string, Origin | undefined>;

const SOURCE = { fr: 'La source', en: 'The source' };
const FORMULATIONS: Readonly<Record<string, SourceFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  jsonpath: 'json',
  json: 'json',
  xpath: 'xml',
  xml: 'xml',
};
const ENDINGS: Readonly<Record<string, SourceFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  json: 'json',
  geojson: 'json',
  ndjson: 'json',
  xml: 'xml',
};

/** `sources` at the top of the document, by name. */
export function readSources(document: YarrrmlDocument): Origins {
  const section = childOf(document.root, 'sources', 'source', 's');
  const entries = section?.kind === 'map' ? section.entries : [];
  return new Map(
    entries.map(({ key, place, node }) => [key, readOrigin(node, { name: key, place }, document)]),
  );
}

/** `sources` of a mapping: names, descriptions, or both. */
export function originsOf(
  entry: YamlEntry | undefined,
  declared: Origins,
  document: YarrrmlDocument,
): readonly Origin[] {
  if (entry === undefined) return [];
  const { node, place } = entry;
  const nodes = isShort(node, declared) ? [node] : itemsOf(node);
  return nodes.flatMap((one) => {
    const name = textOf(one);
    if (name === undefined || isAccess(name))
      return readOrigin(one, { name: name ?? '', place: one.place }, document) ?? [];
    if (!declared.has(name)) document.complain(place, ...unknownView(name, nearest(name, declared.keys())));
    return declared.get(name) ?? [];
  });
}

const isAccess = (text: string): boolean => /~[A-Za-z0-9]+$/.test(text);

/** `[file~formulation, iterator]` in the place of a list of sources. */
function isShort(node: YamlNode, declared: Origins): boolean {
  if (node.kind !== 'list' || node.items.length > 2) return false;
  const [first, second] = node.items.map((one) => textOf(one));
  return (
    first !== undefined &&
    isAccess(first) &&
    (second === undefined ? node.items.length === 1 : !isAccess(second) && !declared.has(second))
  );
}

interface Named {
  readonly name: string;
  readonly place: Place;
}

function readOrigin(node: YamlNode, { name, place }: Named, document: YarrrmlDocument): Origin | undefined {
  if (childOf(node, 'each', 'as')) {
    checkKeys(node, VIEW_KEYS, document.complain);
    const each = childOf(node, 'each');
    const as = textOf(childOf(node, 'as'));
    if (each && as) return { kind: 'view', view: { name: as, each: readCall(each, document) } };
    document.complain(place, ...incompleteView(name));
    return undefined;
  }
  for (const { key, place: at } of node.kind === 'map' ? node.entries : [])
    if (UNREAD_SOURCE_KEYS.includes(key)) document.complain(at, ...notReadHere(key));
  checkKeys(node, [...SOURCE_KEYS, ...UNREAD_SOURCE_KEYS], document.complain);
  const source = describe(node, place, document);
  return source && { kind: 'file', rule: { kind: 'source', id: JSON.stringify(source), place, source } };
}

function describe(node: YamlNode, place: Place, document: YarrrmlDocument): Source | undefined {
  const [short = '', shortIterator] = node.kind === 'map' ? [] : itemsOf(node).map(textOf);
  const [, shortAccess = short, shortFormulation] = /^(.*)~([A-Za-z0-9]+)$/.exec(short) ?? [];
  const access = textOf(childOf(node, 'access')) ?? (shortAccess || undefined);
  if (access === undefined) {
    document.complain(place, ...withoutAccess(SOURCE));
    return undefined;
  }
  const type = textOf(childOf(node, 'type')) ?? (/^[a-z]+:\/\//i.test(access) ? 'remotefile' : 'localfile');
  if (type !== 'localfile') document.complain(place, ...onlyFiles(type, ['localfile']));
  const formulation = textOf(childOf(node, 'referenceFormulation')) ?? shortFormulation;
  const format = formatOf(formulation, access, place, document);
  const iterator = textOf(childOf(node, 'iterator')) ?? shortIterator;
  const compression = compressionOf(childOf(node, 'compression'), document);
  const nulls = entriesOf(node, 'null');
  return {
    path: resolve(document.folders.mapping, access),
    shown: access,
    format,
    dialect: dialectOf(node, access.endsWith('.tsv') || formulation === 'tsv', document),
    namespaces: format === 'xml' ? namespacesOf(node, document) : {},
    ...(iterator === undefined ? {} : { iterator }),
    ...(compression === undefined ? {} : { compression }),
    ...(nulls === undefined ? {} : { nulls }),
  };
}

function formatOf(
  formulation: string | undefined,
  access: string,
  place: Place,
  { complain }: YarrrmlDocument,
): SourceFormat {
  if (formulation !== undefined) {
    const format = FORMULATIONS[formulation.toLowerCase()];
    if (format === undefined) complain(place, ...notAmong(formulation, ['csv', 'jsonpath', 'xpath']));
    return format ?? 'csv';
  }
  const ending =
    access
      .toLowerCase()
      .replace(/\.(gz|zip|xz)$/, '')
      .split('.')
      .at(-1) ?? '';
  const format = ENDINGS[ending];
  if (format === undefined) complain(place, ...unknownFormat(access));
  return format ?? 'csv';
}

function compressionOf(node: YamlNode | undefined, { complain }: YarrrmlDocument): Source['compression'] {
  const name = textOf(node);
  if (node === undefined || name === undefined) return undefined;
  const compression = COMPRESSIONS[name.toLowerCase()];
  if (compression === undefined) complain(node.place, ...notAmong(name, Object.keys(COMPRESSIONS)));
  return compression;
}

/** Texts under a key; `''` and `~` are the empty text. */
function entriesOf(node: YamlNode, key: string): readonly string[] | undefined {
  const child = childOf(node, key);
  if (child === undefined) return undefined;
  return child.kind === 'list' ? child.items.map((one) => textOf(one) ?? '') : [textOf(child) ?? ''];
}

const namespacesOf = (node: YamlNode, { ownPrefixes }: YarrrmlDocument): Readonly<Record<string, string>> => {
  const own = childOf(node, 'namespaces');
  const entries = own?.kind === 'map' ? own.entries : [];
  return { ...ownPrefixes, ...Object.fromEntries(entries.map((one) => [one.key, textOf(one.node) ?? ''])) };
};
