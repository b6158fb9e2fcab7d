import type { Request, Response } from 'express';
import type { QueryKind } from '../../model/index.ts';
import { RDF_FORMATS } from '../../rdf/index.ts';
import { searchOf } from '../form.ts';
import { negotiate, notAcceptable, preferred, varies } from '../negotiation.ts';
import type { Alternate } from '../problem.ts';

/** A way to answer a query. */
export interface SparqlFormat {
  /** What `?format=` calls it. */
  readonly format: string;
  readonly name: string;
  readonly mediaType: string;
  /** What the store writes; what differs from it is written here. */
  readonly stored: string;
}

export const JSON_RESULTS = 'application/sparql-results+json';
const XML_RESULTS = 'application/sparql-results+xml';
export const N_TRIPLES = 'application/n-triples';

const row = (format: string, name: string, mediaType: string, stored = mediaType): SparqlFormat => ({
  format,
  name,
  mediaType,
  stored,
});

/** SELECT and ASK, the preferred one first. The general types are for clients that know no others. */
const RESULTS: readonly SparqlFormat[] = [
  row('json', 'SPARQL JSON', JSON_RESULTS),
  row('xml', 'SPARQL XML', XML_RESULTS),
  row('csv', 'CSV', 'text/csv'),
  row('tsv', 'TSV', 'text/tab-separated-values'),
  row('json', 'JSON', 'application/json', JSON_RESULTS),
  row('xml', 'XML', 'application/xml', XML_RESULTS),
];

export const GEO_JSON = 'application/geo+json';

/** SELECT alone: its rows that have a place. */
const TABLES: readonly SparqlFormat[] = [...RESULTS, row('geojson', 'GeoJSON', GEO_JSON, JSON_RESULTS)];

/** CONSTRUCT and DESCRIBE. */
const GRAPHS: readonly SparqlFormat[] = RDF_FORMATS.map(({ extension, name, mediaType }) =>
  row(extension, name, mediaType, N_TRIPLES),
);

/** Other names that people try. */
const SYNONYMS: Readonly<Record<string, string>> = {
  turtle: 'ttl',
  'json-ld': 'jsonld',
  rdfxml: 'rdf',
  ntriples: 'nt',
};

/** Whether what the store writes can be sent as it is: the same text under another name, or N-Triples as N-Quads. */
export const isWritten = ({ stored, mediaType }: SparqlFormat): boolean =>
  mediaType !== GEO_JSON &&
  (stored !== N_TRIPLES || mediaType === N_TRIPLES || mediaType === 'application/n-quads');

export const isGraphKind = (kind: QueryKind): boolean => kind === 'construct' || kind === 'describe';

/** The format of an answer that is data; throws a 406 that lists what there is for this kind of query. */
export function dataFormat(
  request: Request,
  response: Response,
  kind: QueryKind,
  format: string | undefined,
): SparqlFormat {
  const offered = isGraphKind(kind) ? GRAPHS : kind === 'select' ? TABLES : RESULTS;
  if (format === undefined) return negotiate(request, response, offered, alternatesOf(request, offered));
  varies(response);
  const found = named(offered, format);
  if (!found) throw notAcceptable(offered, alternatesOf(request, offered));
  return found;
}

function named(offered: readonly SparqlFormat[], format: string): SparqlFormat | undefined {
  const wanted = format.toLowerCase();
  const name = Object.hasOwn(SYNONYMS, wanted) ? SYNONYMS[wanted] : wanted;
  return offered.find((one) => one.format === name || one.mediaType === name);
}

/** Whether the answer should be a page: asked for by name, or preferred to every sort of data. */
export function wantsPage(request: Request, format: string | undefined): boolean {
  if (format !== undefined) return format === 'html' || format === 'text/html';
  const html = { mediaType: 'text/html' };
  return preferred(request.headers.accept, [...RESULTS, ...GRAPHS, html]) === html;
}

/** Addresses that a Link header can hold; a longer query has its formats listed without. */
const LONGEST_LINKED = 1000;

function alternatesOf(
  { method, originalUrl }: Request,
  offered: readonly SparqlFormat[],
): readonly Alternate[] {
  if (method === 'POST' || originalUrl.length > LONGEST_LINKED) return [];
  const [path = ''] = originalUrl.split('?');
  const kept = searchOf(originalUrl)
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('format='));
  const distinct = offered.filter((one) => one.mediaType === one.stored || isGraphFormat(one));
  return distinct.map(({ format, mediaType, name }) => ({
    path: `${path}?${[...kept, `format=${format}`].join('&')}`,
    mediaType,
    name,
  }));
}

const isGraphFormat = (format: SparqlFormat): boolean => GRAPHS.includes(format);
