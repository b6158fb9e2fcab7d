import type { Request, Response } from 'express';
import type { Language } from '../model/index.ts';
import { inDefaultGraph, inReadableOrder, PREFIXES, type RDF, RDF_FORMATS, serialise } from '../rdf/index.ts';
import { encodeIri } from './address.ts';
import { alternateLinks, languageOf, negotiate, preferred, variesByLanguage } from './negotiation.ts';
import { type Alternate, gone, notFound } from './problem.ts';
import { replyAgain } from './reply-again.ts';
import type { AnswerMemory } from './send-packed.ts';

/** A `Link` header value (RFC 8288). */
export interface ResourceLink {
  readonly iri: string;
  readonly relation: string;
  /** Of what it leads to. */
  readonly mediaType?: string;
}

/** Something with a page and RDF, at one address without extension and at one address for each format. */
export interface NegotiatedResource {
  /** As it goes over the wire, without extension. */
  readonly uriPath: string;
  /** What follows the extension in the address of each format: `?page=2`, `?_profile=…`. */
  readonly search?: string;
  /** Base IRI of the release: its own terms are written `def:…`. */
  readonly base: string;
  /** Absent: there is no page. */
  page?(language: Language): string;
  /** One graph: their names are left out. */
  quads(): readonly RDF.Quad[] | Promise<readonly RDF.Quad[]>;
  /** Rank of a property where statements are written for people. */
  order?(property: string): number;
  /** Formats beside RDF and the page; one with the extension of an RDF syntax stands in its place. */
  readonly views?: readonly View[];
  /** Extension of the format for who takes any; absent: Turtle. */
  readonly preferred?: string;
  /** More `Link` header values. */
  readonly links?: readonly ResourceLink[];
  /** Other descriptions of the same thing. */
  readonly alternates?: readonly Alternate[];
  /** ISO 8601. */
  readonly lastModified: string;
  /** 410 for what is gone; by default 200. */
  readonly status?: 200 | 410;
  /** Where representations are remembered; absent: nowhere. */
  readonly memory?: AnswerMemory;
  /** Where its page is remembered; absent: as the others. */
  readonly pageMemory?: AnswerMemory;
}

interface Format {
  readonly name: string;
  readonly mediaType: string;
  readonly extension: string;
}

/** A format of its own. */
export interface View extends Format {
  /** With parameters, where the media type that is negotiated is not all. */
  readonly contentType?: string;
  write(): string | Promise<string>;
}

const HTML: Format = { name: 'HTML', mediaType: 'text/html', extension: 'html' };
/** The statements of a document as a table. */
export const CSV: Format = { name: 'CSV', mediaType: 'text/csv', extension: 'csv' };
/** A document whose thing has a place. */
export const GEOJSON: Format = {
  name: 'GeoJSON',
  mediaType: 'application/geo+json',
  extension: 'geojson',
};

/** All formats that an address may name. */
const EXTENSIONS: ReadonlySet<string> = new Set(
  [...RDF_FORMATS, CSV, GEOJSON, HTML].map(({ extension }) => extension),
);

/** Splits `x.ttl` into `x` and its format; undefined where the end of the path is no known extension. */
export function withoutExtension(path: string): { path: string; extension: string } | undefined {
  const dot = path.lastIndexOf('.');
  const extension = path.slice(dot + 1);
  return dot > 0 && EXTENSIONS.has(extension) ? { path: path.slice(0, dot), extension } : undefined;
}

/** Sends the representation that was asked for: by extension where one is given, else negotiated. */
export async function sendResource(
  request: Request,
  response: Response,
  resource: NegotiatedResource,
  extension?: string,
): Promise<void> {
  const formats = formatsOf(resource);
  const alternates = addressesOf(resource, formats);
  const format =
    extension === undefined
      ? negotiated(request, response, resource, { formats, alternates })
      : formats.find((one) => one.extension === extension);
  if (!format) throw resource.status === 410 ? gone() : notFound();
  if (extension !== undefined && format === HTML) variesByLanguage(response);
  response.setHeader('Link', linksOf(resource, alternates, format));
  const body =
    format === HTML ? () => resource.page?.(languageOf(request)) ?? '' : await dataOf(resource, format);
  const mediaType = viewOf(resource, format)?.contentType ?? format.mediaType;
  const { lastModified, pageMemory, status = 200 } = resource;
  const memory = format === HTML && pageMemory ? pageMemory : resource.memory;
  return replyAgain(response, { body, mediaType, lastModified, status }, memory);
}

/** One object a base, so that what is known of it is made once. */
const prefixes = new Map<string, Readonly<Record<string, string>>>();

function prefixesOf(base: string): Readonly<Record<string, string>> {
  const made = prefixes.get(base) ?? { ...PREFIXES, def: `${base}def/` };
  prefixes.set(base, made);
  return made;
}

/** Lists of formats by what decides them: a few, and one object each, so that what is chosen from them is known. */
const lists = new Map<string, readonly Format[]>();

/** In the order of preference: a client that takes anything gets Turtle, a browser asks for HTML. */
function formatsOf(resource: NegotiatedResource): readonly Format[] {
  const { views = [], page, preferred } = resource;
  const said = views.map(({ name, mediaType, extension }) => `${name} ${mediaType} ${extension}`);
  const key = `${preferred ?? ''}\n${page !== undefined}\n${said.join('\n')}`;
  const known = lists.get(key);
  if (known) return known;
  const made = listOf(resource);
  lists.set(key, made);
  return made;
}

function listOf({ views = [], page, preferred }: NegotiatedResource): readonly Format[] {
  const own = views.map(({ name, mediaType, extension }) => ({ name, mediaType, extension }));
  const all = [...RDF_FORMATS, ...own, ...(page ? [HTML] : [])];
  const distinct = [...new Map(all.map((format) => [format.extension, format])).values()];
  const first = distinct.filter(({ extension }) => extension === preferred);
  return [...first, ...distinct.filter((format) => !first.includes(format))];
}

const viewOf = ({ views = [] }: NegotiatedResource, { extension }: Format): View | undefined =>
  views.find((view) => view.extension === extension);

async function dataOf(resource: NegotiatedResource, format: Format): Promise<string> {
  const view = viewOf(resource, format);
  if (view) return view.write();
  // Who reads a document looks at its default graph: with names of graphs, many would find nothing in it.
  const quads = inReadableOrder(inDefaultGraph(await resource.quads()), resource.order);
  return serialise(quads, format.mediaType, prefixesOf(resource.base));
}

interface Offered {
  readonly formats: readonly Format[];
  readonly alternates: readonly Alternate[];
}

function negotiated(
  request: Request,
  response: Response,
  resource: NegotiatedResource,
  { formats, alternates }: Offered,
): Format {
  if (resource.status === 410 && !preferred(request.headers.accept, formats)) throw gone();
  const format = negotiate(request, response, formats, alternates);
  response.setHeader('Content-Location', addressOf(resource, format));
  return format;
}

const addressOf = ({ uriPath, search = '' }: NegotiatedResource, { extension }: Format): string =>
  `${uriPath}.${extension}${search}`;

/** The formats of a resource and where each of them is. */
export const alternatesOf = (resource: NegotiatedResource): readonly Alternate[] =>
  addressesOf(resource, formatsOf(resource));

const addressesOf = (resource: NegotiatedResource, formats: readonly Format[]): readonly Alternate[] =>
  formats.map((format) => ({
    path: addressOf(resource, format),
    mediaType: format.mediaType,
    name: format.name,
  }));

function linksOf(resource: NegotiatedResource, formats: readonly Alternate[], sent: Format): string {
  const own = formats.filter(({ mediaType }) => mediaType !== sent.mediaType);
  const alternates = alternateLinks([...own, ...(resource.alternates ?? [])]);
  return [alternates, ...(resource.links ?? []).map(linkText)].join(', ');
}

const linkText = ({ iri, relation, mediaType }: ResourceLink): string =>
  `<${encodeIri(iri)}>; rel="${relation}"${mediaType === undefined ? '' : `; type="${mediaType}"`}`;
