import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { textOf, type YamlNode } from '../documents/index.ts';
import type { Bilingual, Complaint, SiteLogo } from '../model/index.ts';
import { badValue, missingFile } from './complaints.ts';

/** Octets of a logo. */
const LARGEST = 100_000;

const THE_LOGO: Bilingual = { fr: 'Le logo', en: 'The logo' };

/** Reads `logo:`, a path from the folder of `site.yml`: an SVG without scripts or links, or a PNG. */
export async function readLogo(
  node: YamlNode | undefined,
  folder: string,
  complaints: Complaint[],
): Promise<SiteLogo | undefined> {
  if (node === undefined) return undefined;
  const path = textOf(node) ?? '';
  const file = join(folder, path);
  const refuse = (expected: Bilingual): undefined => {
    complaints.push(badValue(node.place, 'logo', path, expected));
  };
  if (path === '' || relative(join(folder, '..'), file).startsWith('..')) return refuse(INSIDE);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    complaints.push(missingFile(node.place, THE_LOGO, path, undefined));
    return undefined;
  }
  if (found.size > LARGEST) return refuse(SMALLER);
  const contents = await readFile(file);
  const mediaType = typeOf(contents);
  if (mediaType === undefined) return refuse(A_PICTURE);
  return { file, mediaType, sha256: createHash('sha256').update(contents).digest('hex') };
}

function typeOf(contents: Buffer): SiteLogo['mediaType'] | undefined {
  if (contents.subarray(0, 8).equals(PNG)) return 'image/png';
  const text = contents.toString();
  return /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<svg[\s>]/s.test(text) &&
    !ACTIVE.test(text)
    ? 'image/svg+xml'
    : undefined;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What may run or fetch: elements that hold scripts or pages, handlers, entities, addresses other than of a part of it. */
const ACTIVE =
  /<(?:[\w-]+:)?(?:script|foreignobject|iframe|object|embed|handler)\b|<!(?:doctype|entity)|<\?xml-stylesheet|\son\w+\s*=|@import|href\s*=\s*["']?\s*(?!#|["'])|url\(\s*["']?\s*(?!#|["'])/i;

const INSIDE: Bilingual = {
  fr: 'Donnez le chemin d’un fichier du projet, à partir de data/.',
  en: 'Give the path of a file of the project, from data/ on.',
};
const SMALLER: Bilingual = {
  fr: `Donnez un fichier de ${LARGEST / 1000} ko au plus.`,
  en: `Give a file of at most ${LARGEST / 1000} kB.`,
};
const A_PICTURE: Bilingual = {
  fr: 'Donnez un PNG, ou un SVG sans script, sans gestionnaire (onload…), sans entité et sans lien vers le dehors.',
  en: 'Give a PNG, or an SVG without scripts, handlers (onload…), entities or links to the outside.',
};
