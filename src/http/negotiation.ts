import type { Request, Response } from 'express';
import type { Language } from '../model/index.ts';
import { best, elementsOf, parseAccept, qualityOf, weightAmong } from './accept-header.ts';
import { encodeIri } from './address.ts';
import { addressParameters } from './form.ts';
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
  vary(response, 'Accept, Accept-Language');
}

/** Says so of the profile: things that are described in several ways. */
export function variesByProfile(response: Response): void {
  vary(response, 'Accept, Accept-Language, Accept-Profile');
}

/** Says so of the language alone: an address of one format. */
export function variesByLanguage(response: Response): void {
  vary(response, 'Accept-Language');
}

/** Says that another Accept-Encoding would have been answered in other octets. */
export function variesByEncoding(response: Response): void {
  vary(response, 'Accept-Encoding');
}

/** What becomes of `Vary` by what it was and what is added: always the same few. */
const merged = new Map<string, string>();
const MOST_MERGED = 100;

function vary(response: Response, names: string): void {
  const key = `${response.getHeader('Vary') ?? ''}\n${names}`;
  const known = merged.get(key);
  if (known !== undefined) {
    response.setHeader('Vary', known);
    return;
  }
  response.vary(names);
  if (merged.size < MOST_MERGED) merged.set(key, String(response.getHeader('Vary')));
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
    .map(
      ({ path, mediaType, profile }) =>
        `<${encodeIri(path)}>; rel="alternate"; type="${mediaType}"${profile === undefined ? '' : `; profile="${encodeIri(profile)}"`}`,
    )
    .join(', ');

/**
 * Proactive negotiation (RFC 9110 section 12.5.1): the offered representation of the highest quality, the first offered
 * among equals; undefined when none is acceptable.
 */
export function preferred<R extends Representation>(
  accept: string | undefined,
  offered: readonly R[],
): R | undefined {
  if (accept === undefined) return offered[0];
  const chosen = chosenAmong(offered);
  if (chosen.has(accept)) return chosen.get(accept) as R | undefined;
  const ranges = parseAccept(accept);
  const found =
    ranges.length === 0 ? offered[0] : best(offered, ({ mediaType }) => qualityOf(mediaType, ranges));
  if (chosen.size >= MOST_CHOSEN) chosen.clear();
  if (accept.length <= LONGEST_CHOSEN) chosen.set(accept, found);
  return found;
}

/** What was chosen from a list that is offered again and again, by Accept: clients send few of them. */
const choices = new WeakMap<readonly Representation[], Map<string, Representation | undefined>>();
const MOST_CHOSEN = 200;
const LONGEST_CHOSEN = 300;

function chosenAmong(offered: readonly Representation[]): Map<string, Representation | undefined> {
  const known = choices.get(offered);
  if (known) return known;
  const made = new Map<string, Representation | undefined>();
  choices.set(offered, made);
  return made;
}

/**
 * The profile of the highest quality (https://www.w3.org/TR/dx-prof-conneg/): by Accept-Profile, with IRIs in angle brackets
 * or tokens; else by the `profile` parameter of a range of Accept, where it names one; the first offered among equals, and
 * where nothing is asked for.
 */
export function preferredProfile<P extends { readonly iri: string; readonly token: string }>(
  headers: {
    readonly 'accept-profile'?: string | string[] | undefined;
    readonly accept?: string | undefined;
  },
  offered: readonly P[],
): P | undefined {
  const header = [headers['accept-profile'] ?? []].flat().join(',');
  if (header.trim() === '') return profileOfAccept(headers.accept, offered) ?? offered[0];
  const ranges = elementsOf(header).map((element) => {
    const [name = '', ...parameters] = element.split(/;(?![^<]*>)/).map((part) => part.trim());
    return { name: name.replace(/^<(.*)>$/, '$1'), quality: weightAmong(parameters) || 0 };
  });
  const quality = ({ iri, token }: P): number =>
    (ranges.find(({ name }) => name === iri || name === token) ?? ranges.find(({ name }) => name === '*'))
      ?.quality ?? 0;
  return best(offered, quality);
}

/** `application/ld+json;profile="https://…"`: some communities name theirs so. */
const profileOfAccept = <P extends { readonly iri: string; readonly contextIri?: string }>(
  accept: string | undefined,
  offered: readonly P[],
): P | undefined =>
  (accept !== undefined && /profile/i.test(accept) ? elementsOf(accept) : [])
    .flatMap((element) => /;\s*profile="([^"]*)"/i.exec(element)?.[1]?.split(/\s+/) ?? [])
    .flatMap((name) => offered.find(({ iri, contextIri }) => iri === name || contextIri === name) ?? [])[0];

/** `?lang=fr|en` where it says one of them, else Accept-Language, else French. */
export function languageOf(request: Request): Language {
  const chosen = chosenLanguage(request);
  return chosen ?? preferredLanguage(request.headers['accept-language']);
}

/** The language that the address names, if it does. */
export function chosenLanguage(request: Request): Language | undefined {
  const { originalUrl } = request;
  if (!originalUrl.includes('?')) return undefined;
  const lang = addressParameters(originalUrl).get('lang');
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
