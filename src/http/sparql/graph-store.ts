import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { Request, Response } from 'express';
import {
  iriText,
  parseLines,
  RDF_FORMATS,
  type RdfFormat,
  rdfFormatByExtension,
  serialise,
} from '../../rdf/index.ts';
import { negotiate, notAcceptable, packingOf, varies, variesByEncoding } from '../negotiation.ts';
import { problem } from '../problem.ts';
import { contentType, entityTag, httpDate, MINUTE, reply } from '../reply.ts';
import { sendStream } from '../send-stream.ts';
import type { ServedContext } from '../serving.ts';
import { type GraphFile, graphFilesOf } from './graph-files.ts';
import { triplesOf, unionOf } from './graph-lines.ts';
import { mannerOf, tooLargeFor } from './graph-text.ts';
import type { SparqlRequest } from './request.ts';

/** A request that names a graph. */
export type AskedGraph = SparqlRequest & { readonly graph: { readonly iri: string | undefined } };

/**
 * Reads a graph (https://www.w3.org/TR/sparql11-http-rdf-update/#http-get): from the dumps of the release, streaming, so
 * that no graph is too large and no query waits.
 */
export async function sendGraph(
  { release, serving }: ServedContext,
  request: Request,
  response: Response,
  { graph: { iri }, format: named }: AskedGraph,
): Promise<void> {
  const files = graphFilesOf(release).filter((one) => iri === undefined || one.iri === iri);
  if (iri !== undefined && files.length === 0) throw unknownGraph(iri);
  const format = formatOf(request, response, named);
  const { mediaType } = format;
  const { createdAt: lastModified, toolVersion } = release.manifest;
  const etag = entityTag(toolVersion, mediaType, iri ?? '', ...files.map(({ version }) => version));
  setHeaders(response, { mediaType, etag, lastModified });
  if (request.fresh) return void response.status(304).end();
  const statements = files.reduce((sum, one) => sum + one.statements, 0);
  const manner = mannerOf(mediaType, statements);
  if (manner === 'refused') throw tooLargeFor(mediaType, statements);
  if (request.method === 'HEAD') return void response.status(200).end();
  serving.clients.admit(response);
  const [only] = files;
  if (iri !== undefined && only && isAsStored(request, mediaType)) return sendStored(response, only);
  const lines = linesOf(files, iri);
  if (manner === 'lines') return sendStream(response, octetsOf(lines, mediaType, iri));
  const all: string[] = [];
  for await (const some of lines) all.push(...some);
  const body = await serialise(parseLines(quadsOf(all, mediaType, iri)), mediaType);
  reply(response, { body, mediaType, etag, lastModified });
}

/** The dump of a graph is its N-Quads, packed. */
const isAsStored = ({ headers }: Request, mediaType: string): boolean =>
  mediaType === 'application/n-quads' && packingOf(headers['accept-encoding']) === 'gzip';

/** A dump as it lies there, which costs nothing. */
function sendStored(response: Response, { path }: GraphFile): Promise<void> {
  response.setHeader('Content-Encoding', 'gzip');
  return sendStream(response, partsOf(path));
}

async function* partsOf(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>;
}

const linesOf = (files: readonly GraphFile[], iri: string | undefined): AsyncGenerator<readonly string[]> => {
  const [only] = files;
  return iri !== undefined && only ? triplesOf(only) : unionOf(files);
};

/** Syntaxes that name graphs; the default graph has no name in them. */
const NAMING: readonly string[] = ['application/n-quads', 'application/trig'];

const quadsOf = (
  triples: readonly string[],
  mediaType: string,
  iri: string | undefined,
): readonly string[] =>
  iri !== undefined && NAMING.includes(mediaType) ? triples.map((line) => inGraph(line, iri)) : triples;

const inGraph = (triple: string, iri: string): string => `${triple.slice(0, -1)}${iriText(iri)} .`;

async function* octetsOf(
  lines: AsyncIterable<readonly string[]>,
  mediaType: string,
  iri: string | undefined,
): AsyncGenerator<Buffer> {
  const isWrapped = iri !== undefined && mediaType === 'application/trig';
  const suffix = mediaType === 'application/n-quads' ? iri : undefined;
  if (isWrapped) yield Buffer.from(`${iriText(iri)} {\n`);
  for await (const some of lines)
    yield Buffer.from(`${quadsOf(some, mediaType, suffix).join('\n')}\n`, 'utf8');
  if (isWrapped) yield Buffer.from('}\n');
}

function formatOf(request: Request, response: Response, named: string | undefined): RdfFormat {
  if (named === undefined) return negotiate(request, response, RDF_FORMATS, []);
  varies(response);
  const found = rdfFormatByExtension(named) ?? RDF_FORMATS.find(({ mediaType }) => mediaType === named);
  if (!found) throw notAcceptable(RDF_FORMATS, []);
  return found;
}

interface Described {
  readonly mediaType: string;
  readonly etag: string;
  readonly lastModified: string;
}

function setHeaders(response: Response, { mediaType, etag, lastModified }: Described): void {
  variesByEncoding(response);
  response.setHeader('Content-Type', contentType(mediaType));
  response.setHeader('ETag', etag);
  response.setHeader('Last-Modified', httpDate(lastModified));
  response.setHeader('Cache-Control', MINUTE);
}

const unknownGraph = (iri: string) =>
  problem('not-found', {
    fr: `Aucun graphe ne porte ici le nom « ${iri} ». La liste des graphes est dans la description du service : /sparql.`,
    en: `No graph is called “${iri}” here. The service description lists the graphs: /sparql.`,
  });
