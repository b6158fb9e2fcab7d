import type { Request, Response } from 'express';
import type { Language } from '../model/index.ts';
import { encodeIri } from './address.ts';
import type { Encoding } from './packed-text.ts';
import { type Alternate, problem } from './problem.ts';

/** Something that can be sent in a media type. */
export interface Representation {
  readonly mediaType: string;
}

/**
 * The representation that a request prefers, or a 406 that lists what there is. Sets `Vary`: this file alone does.
 * @param offered in the server's order of preference: the first answers a request without Accept, or one for anything
 */
export function negotiate<R extends Representation>(
  request: Request,
  response: Response,
  offered: readonly R[],
  alternates: readonly Alternate[],
): R {
  varies(response);
  const chosen = preferred(request.headers.accept, offered);
  if (chosen) return chosen;
  throw notAcceptable(offered, alternates);
}

/** Says that another Accept or Accept-Language would have been answered otherwise. */
export function varies(response: Response): void {
  response.vary('Accept, Accept-Language');
}

/** Says so of the language alone: an address of one format. */
export function variesByLanguage(response: Response): void {
  response.vary('Accept-Language');
}

/** Says that another Accept-Encoding would have been answered in other octets. */
export function variesByEncoding(response: Response): void {
  response.vary('Accept-Encoding');
}

/** A 406 that names every media type there is, and their addresses where they have any. */
export function notAcceptable(offered: readonly Representation[], alternates: readonly Alternate[]) {
  const mediaTypes = offered.map(({ mediaType }) => mediaType);
  const list = mediaTypes.join(', ');
  return problem(
    'not-acceptable',
    {
      fr: `Aucun des formats demandés n’existe ici. Ceux qui existent : ${list}.`,
      en: `None of the formats asked for exists here. Those that exist: ${list}.`,
    },
    {
      members: { mediaTypes },
      ...(alternates.length > 0 && { alternates, headers: { Link: alternateLinks(alternates) } }),
    },
  );
}

/** A `Link` header value: one `alternate` for each. */
export const alternateLinks = (alternates: readonly Alternate[]): string =>
  alternates
    .map(({ path, mediaType }) => `<${encodeIri(path)}>; rel="alternate"; type="${mediaType}"`)
    .join(', ');

/**
 * Proactive negotiation (RFC 9110 section 12.5.1): the offered representation of the highest quality, the first offered
 * among equals; undefined when none is acceptable.
 */
export function preferred<R extends Representation>(
  accept: string | undefined,
  offered: readonly R[],
): R | undefined {
  const ranges = parseAccept(accept);
  if (ranges.length === 0) return offered[0];
  const rated = offered.map((one) => ({ one, quality: qualityOf(one.mediaType, ranges) }));
  const best = rated.reduce<(typeof rated)[number] | undefined>(
    (found, next) => (next.quality > (found?.quality ?? 0) ? next : found),
    undefined,
  );
  return best?.one;
}

/** `?lang=fr|en` where it says one of them, else Accept-Language, else French. */
export function languageOf(request: Request): Language {
  const chosen = chosenLanguage(request);
  return chosen ?? preferredLanguage(request.headers['accept-language']);
}

/** The language that the address names, if it does. */
export function chosenLanguage(request: Request): Language | undefined {
  const lang = new URLSearchParams(request.originalUrl.split('?')[1] ?? '').get('lang');
  return lang === 'fr' || lang === 'en' ? lang : undefined;
}

/** Basic filtering (RFC 4647) of French and English; French wins a tie. */
export function preferredLanguage(header: string | undefined): Language {
  const ranges = parseAccept(header);
  const quality = (language: Language): number => {
    const exact = ranges.filter(({ type }) => type.split('-')[0] === language);
    const found = exact.length > 0 ? exact : ranges.filter(({ type }) => type === '*');
    return Math.max(0, ...found.map((range) => range.quality));
  };
  return quality('en') > quality('fr') ? 'en' : 'fr';
}

/** How a text is packed for who accepts it (RFC 9110 section 12.5.3): the better quality, br before gzip. */
export function packingOf(header: string | undefined): Encoding {
  if (header === undefined) return 'identity';
  const ranges = parseAccept(header);
  const quality = (name: string): number | undefined =>
    (ranges.find(({ type }) => type === name) ?? ranges.find(({ type }) => type === '*'))?.quality;
  const [br, gzip] = [quality('br') ?? 0, quality('gzip') ?? 0];
  const best = Math.max(br, gzip);
  const plain = ranges.find(({ type }) => type === 'identity')?.quality ?? 0;
  if (best === 0 || plain > best) return 'identity';
  return br === best ? 'br' : 'gzip';
}

interface Range {
  /** Lower case, without parameters. */
  readonly type: string;
  readonly hasParameters: boolean;
  readonly quality: number;
}

/** Elements of an Accept or Accept-Language header; those with a malformed weight are left out. */
function parseAccept(header: string | undefined): Range[] {
  const elements = header?.match(/(?:"(?:[^"\\]|\\.)*"|[^,"]|")+/g) ?? [];
  return elements.map(rangeOf).filter((range) => range.type !== '' && !Number.isNaN(range.quality));
}

function rangeOf(element: string): Range {
  const [type = '', ...parameters] = element.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((one) => /^q\s*=/.test(one));
  const others = parameters.filter((one) => one !== weight && one !== '' && !one.startsWith('charset='));
  return { type, hasParameters: others.length > 0, quality: weight === undefined ? 1 : weightOf(weight) };
}

function weightOf(parameter: string): number {
  const digits = /^q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(parameter)?.[1];
  return digits === undefined ? Number.NaN : Number(digits);
}

/** The quality that the most specific matching range gives; 0 where none matches. */
function qualityOf(mediaType: string, ranges: readonly Range[]): number {
  const matching = ranges
    .map((range) => ({ range, specificity: specificityOf(range, mediaType) }))
    .filter(({ specificity }) => specificity > 0);
  const most = Math.max(0, ...matching.map(({ specificity }) => specificity));
  return Math.max(0, ...matching.filter((one) => one.specificity === most).map((one) => one.range.quality));
}

/**
 * A range with parameters (`application/ld+json;profile=…`) asks for less than the type alone does: it counts where
 * nothing names the type without them.
 */
function specificityOf({ type, hasParameters }: Range, mediaType: string): number {
  if (type === mediaType) return hasParameters ? 3 : 4;
  if (type === `${mediaType.split('/')[0]}/*`) return 2;
  return type === '*/*' ? 1 : 0;
}
