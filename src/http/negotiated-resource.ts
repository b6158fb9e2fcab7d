import type { Request, Response } from 'express';
import type { Language } from '../model/index.ts';
import {
  inDefaultGraph,
  PREFIXES,
  type RDF,
  RDF_FORMATS,
  rdfFormatByExtension,
  rdfFormatOf,
  serialise,
} from '../rdf/index.ts';
import { encodeIri } from './address.ts';
import { alternateLinks, languageOf, negotiate, preferred, variesByLanguage } from './negotiation.ts';
import { type Alternate, gone, notFound } from './problem.ts';
import { reply } from './reply.ts';

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
  /** What follows the extension in the address of each format: `?page=2`. */
  readonly search?: string;
  /** Base IRI of the release: its own terms are written `def:…`. */
  readonly base: string;
  page(language: Language): string;
  quads(): readonly RDF.Quad[] | Promise<readonly RDF.Quad[]>;
  /** More `Link` header values. */
  readonly links?: readonly ResourceLink[];
  /** ISO 8601. */
  readonly lastModified: string;
  /** 410 for what is gone; by default 200. */
  readonly status?: 200 | 410;
}

interface Format {
  readonly name: string;
  readonly mediaType: string;
  readonly extension: string;
}

const HTML: Format = { name: 'HTML', mediaType: 'text/html', extension: 'html' };

/** In the order of preference: a client that takes anything gets Turtle, a browser asks for HTML. */
const FORMATS: readonly Format[] = [...RDF_FORMATS, HTML];

/** Splits `x.ttl` into `x` and its format; undefined where the end of the path is no known extension. */
export function withoutExtension(path: string): { path: string; extension: string } | undefined {
  const dot = path.lastIndexOf('.');
  const extension = path.slice(dot + 1);
  return dot > 0 && formatOf(extension) ? { path: path.slice(0, dot), extension } : undefined;
}

/** Sends the representation that was asked for: by extension where one is given, else negotiated. */
export async function sendResource(
  request: Request,
  response: Response,
  resource: NegotiatedResource,
  extension?: string,
): Promise<void> {
  const format = extension === undefined ? negotiated(request, response, resource) : formatOf(extension);
  if (!format) throw notFound();
  if (extension !== undefined && format === HTML) variesByLanguage(response);
  response.setHeader('Link', linksOf(resource, format));
  const body = format === HTML ? resource.page(languageOf(request)) : await dataOf(resource, format);
  const { lastModified, status = 200 } = resource;
  reply(response, { body, mediaType: format.mediaType, lastModified, status });
}

const dataOf = async ({ base, quads }: NegotiatedResource, { mediaType }: Format): Promise<string> =>
  serialise(graphsFor(mediaType, await quads()), mediaType, { ...PREFIXES, def: `${base}def/` });

/** Who reads JSON-LD looks at its default graph: named graphs are for N-Quads and TriG. */
const graphsFor = (mediaType: string, quads: readonly RDF.Quad[]): readonly RDF.Quad[] =>
  rdfFormatOf(mediaType)?.extension === 'jsonld' ? inDefaultGraph(quads) : quads;

const formatOf = (extension: string): Format | undefined =>
  extension === HTML.extension ? HTML : rdfFormatByExtension(extension);

function negotiated(request: Request, response: Response, resource: NegotiatedResource): Format {
  if (resource.status === 410 && !preferred(request.headers.accept, FORMATS)) throw gone();
  const format = negotiate(request, response, FORMATS, alternatesOf(resource));
  response.setHeader('Content-Location', addressOf(resource, format));
  return format;
}

const addressOf = ({ uriPath, search = '' }: NegotiatedResource, { extension }: Format): string =>
  `${uriPath}.${extension}${search}`;

const alternatesOf = (resource: NegotiatedResource): readonly Alternate[] =>
  FORMATS.map((format) => ({
    path: addressOf(resource, format),
    mediaType: format.mediaType,
    name: format.name,
  }));

function linksOf(resource: NegotiatedResource, sent: Format): string {
  const { links = [] } = resource;
  const others = alternatesOf(resource).filter(({ mediaType }) => mediaType !== sent.mediaType);
  return [alternateLinks(others), ...links.map(linkText)].join(', ');
}

const linkText = ({ iri, relation, mediaType }: ResourceLink): string =>
  `<${encodeIri(iri)}>; rel="${relation}"${mediaType === undefined ? '' : `; type="${mediaType}"`}`;
