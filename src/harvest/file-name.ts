import { type HarvestOrigin, percentDecoded } from '../model/index.ts';
import type { Likeness } from '../sources/index.ts';
import { plainType } from './download/media-type.ts';

const KNOWN = /\.(csv|tsv|txt|json|geojson|ndjson|jsonl|xml|rdf|zip|gz|tgz|xz)$/i;

const BY_TYPE: readonly (readonly [RegExp, string])[] = [
  [/geo\+?json/, 'geojson'],
  [/json/, 'json'],
  [/xml/, 'xml'],
  [/tab-separated/, 'tsv'],
  [/csv|vnd\.ms-excel/, 'csv'],
];

/**
 * A plain name for the file of an answer: as its origin is called where that is no file, as the answer names it, else as its
 * addresses do, else by what it holds.
 */
export function fileName(answer: {
  readonly from: HarvestOrigin;
  readonly disposition: string | undefined;
  readonly urls: readonly string[];
  readonly mediaType: string | undefined;
  readonly likeness: Likeness | undefined;
}): string {
  const { from, disposition, urls, mediaType, likeness } = answer;
  const named = [originName(from), dispositionName(disposition), ...urls.map(pathName)]
    .map(simple)
    .filter((one) => one !== '');
  const known = named.find((one) => KNOWN.test(one));
  if (known !== undefined) return known;
  const type = plainType(mediaType);
  const extension =
    BY_TYPE.find(([like]) => like.test(type))?.[1] ??
    (likeness === 'json' || likeness === 'xml' ? likeness : 'csv');
  return `${named[0]?.replace(/\.[^.]*$/, '') || 'source'}.${extension}`;
}

function originName(from: HarvestOrigin): string {
  switch (from.kind) {
    case 'file':
    case 'udata':
      return '';
    case 'tabular':
      return `${from.resource}.csv`;
    case 'opendatasoft':
      return `${from.dataset}.csv`;
    case 'oai':
      return `${from.set ?? new URL(from.endpoint).hostname}.xml`;
  }
}

/** RFC 6266: `filename*` before `filename`. */
function dispositionName(disposition = ''): string {
  const extended = /filename\*\s*=\s*(?:utf-8|iso-8859-1)'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition);
  return extended === undefined ? (plain?.[1] ?? plain?.[2] ?? '') : percentDecoded(extended);
}

const pathName = (url: string): string =>
  percentDecoded(new URL(url).pathname.replace(/\/+$/, '').split('/').at(-1) ?? '');

/** Lower case, without accents, spaces and whatever leads elsewhere. */
const simple = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(-100)
    .replace(/^[-.]+/, '');
