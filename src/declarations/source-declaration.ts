import { join, resolve } from 'node:path';
import { childOf, entryOf, textOf, type YamlNode } from '../documents/index.ts';
import {
  type Bilingual,
  type Complaint,
  type CsvDialect,
  isEncodingLabel,
  type Source,
  type SourceFormat,
} from '../model/index.ts';
import { badValue, missingKey, unknownKey } from './complaints.ts';
import { SOURCE_KEYS } from './dataset-context.ts';
import { readHarvest } from './harvest-declaration.ts';
import { shownPath } from './layers.ts';

const FORMATS: ReadonlyMap<string, SourceFormat> = new Map([
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['txt', 'csv'],
  ['json', 'json'],
  ['geojson', 'json'],
  ['xml', 'xml'],
]);

/** Words that `format` may be. */
export const SOURCE_FORMATS: readonly string[] = [...FORMATS.keys()];

/** What reading a `source:` gives: a source of its own, the slug of the dataset whose source is shared, or nothing. */
export type DeclaredSource = { readonly own: Source } | { readonly sharedFrom: string } | undefined;

/** Reads `source:`; complaints are added. */
export function readSource(
  node: YamlNode | undefined,
  folder: string,
  root: string,
  complaints: Complaint[],
): DeclaredSource {
  if (node?.kind !== 'map') {
    complaints.push(
      missingKey(
        node?.place ?? { file: shownPath(root, join(folder, 'dataset.yml')), line: 1 },
        'source',
        'source: { path: source/x.csv }',
      ),
    );
    return undefined;
  }
  for (const { key, place } of node.entries) {
    if (!SOURCE_KEYS.includes(key)) complaints.push(unknownKey(place, key, SOURCE_KEYS));
  }
  const sharedFrom = textOf(childOf(node, 'dataset'));
  if (sharedFrom !== undefined) return { sharedFrom };
  const path = textOf(childOf(node, 'path'));
  if (path === undefined) {
    complaints.push(missingKey(node.place, 'path', 'path: source/x.csv'));
    return undefined;
  }
  const own = ownSource(node, resolve(folder, path), complaints);
  return { own: { ...own, shown: shownPath(root, own.path) } };
}

function ownSource(node: YamlNode, path: string, complaints: Complaint[]): Source {
  const iterator = textOf(childOf(node, 'iterator'));
  const format = formatOf(node, path, complaints);
  const harvest = readHarvest(childOf(node, 'harvest'), format, complaints);
  return {
    path,
    shown: path,
    format,
    dialect: dialectOf(node, complaints),
    namespaces: namespacesOf(childOf(node, 'namespaces')),
    ...(iterator === undefined ? {} : { iterator }),
    ...(harvest && { harvest }),
  };
}

function formatOf(node: YamlNode, path: string, complaints: Complaint[]): SourceFormat {
  const declared = childOf(node, 'format');
  const name = textOf(declared) ?? path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const format = FORMATS.get(name);
  if (format !== undefined) return format;
  const expected = [...FORMATS.keys()].join(', ');
  complaints.push(
    badValue((declared ?? node).place, 'format', name, {
      fr: `Formats lus : ${expected}.`,
      en: `Formats read: ${expected}.`,
    }),
  );
  return 'csv';
}

function dialectOf(node: YamlNode, complaints: Complaint[]): CsvDialect {
  const delimiter = textOf(childOf(node, 'delimiter')) ?? ',';
  const quote = textOf(childOf(node, 'quote')) ?? '"';
  const encoding = textOf(childOf(node, 'encoding')) ?? 'utf-8';
  const refuse = (key: string, value: string, remedy: Bilingual) =>
    complaints.push(badValue(entryOf(node, key)?.place ?? node.place, key, value, remedy));
  if (!/^[^\r\n]$/.test(delimiter)) refuse('delimiter', delimiter, ONE_CHARACTER);
  if (!/^[^\r\n]?$/.test(quote) || quote === delimiter) refuse('quote', quote, OTHER_CHARACTER);
  if (!isEncodingLabel(encoding)) refuse('encoding', encoding, SOME_ENCODINGS);
  const header = textOf(childOf(node, 'header')) ?? 'true';
  if (header !== 'true' && header !== 'false') refuse('header', header, TRUE_OR_FALSE);
  return { delimiter, quote, encoding, ...(header === 'false' && { header: false }) };
}

const ONE_CHARACTER: Bilingual = {
  fr: 'Donnez un seul caractère, entre guillemets.',
  en: 'Give one character, in quotes.',
};
const TRUE_OR_FALSE: Bilingual = {
  fr: 'Écrivez false si la première ligne ne nomme pas les colonnes : elles s’appellent _col.1, _col.2, …',
  en: 'Write false where the first row does not name the columns: they are called _col.1, _col.2, …',
};
const OTHER_CHARACTER: Bilingual = {
  fr: "Donnez un seul caractère, autre que le séparateur, ou '' s’il n’y en a pas.",
  en: "Give one character other than the delimiter, or '' where there is none.",
};
const SOME_ENCODINGS: Bilingual = {
  fr: 'Par exemple utf-8, windows-1252 ou utf-16le.',
  en: 'For example utf-8, windows-1252 or utf-16le.',
};

function namespacesOf(node: YamlNode | undefined): Readonly<Record<string, string>> {
  return node?.kind === 'map'
    ? Object.fromEntries(node.entries.map(({ key, node: value }) => [key, textOf(value) ?? '']))
    : {};
}
