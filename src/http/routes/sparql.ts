import type { Request, Response } from 'express';
import { describeService } from '../../catalogue/index.ts';
import { RDF_FORMATS, serialise } from '../../rdf/index.ts';
import type { AppContext } from '../context.ts';
import type { Handler } from '../methods.ts';
import { preferred, varies, variesByEncoding } from '../negotiation.ts';
import { problem } from '../problem.ts';
import { entityTag, MINUTE, reply } from '../reply.ts';
import { askStore, type CheckedQuery, checkQuery, textOf } from '../sparql-answer.ts';
import { dataFormat, N_TRIPLES, type SparqlFormat, wantsPage } from '../sparql-formats.ts';
import { graphText } from '../sparql-graph.ts';
import { sendQueryPage } from '../sparql-page.ts';
import { readSparqlRequest, type SparqlRequest } from '../sparql-request.ts';

/** `/sparql`: SPARQL 1.1 Protocol, query operation; a browser gets the query page. */
export const sparql =
  (context: AppContext): Handler =>
  async (request, response) => {
    const asked = readSparqlRequest(request);
    if (wantsPage(request, asked.format)) return sendQueryPage(context, request, response, asked);
    if (asked.query === undefined) return sendDescription(context, request, response);
    return sendAnswer(context, request, response, { ...asked, query: asked.query });
  };

/** Without a query: the service description for who reads RDF, else a reminder. */
async function sendDescription(context: AppContext, request: Request, response: Response): Promise<void> {
  varies(response);
  const format = request.method === 'POST' ? undefined : preferred(request.headers.accept, RDF_FORMATS);
  if (!format) throw missing();
  const { base, graphs, createdAt: lastModified } = context.release.manifest;
  const sized = graphs.map(({ iri, statements }) => ({ iri, triples: statements }));
  const body = await serialise(describeService({ base, graphs: sized }), format.mediaType);
  reply(response, { body, mediaType: format.mediaType, lastModified });
}

async function sendAnswer(
  context: AppContext,
  request: Request,
  response: Response,
  asked: SparqlRequest & { readonly query: string },
): Promise<void> {
  const query = checkQuery(context, asked.query);
  const format = dataFormat(request, response, query.kind, asked.format);
  const etag = query.isVolatile ? false : answerTag(context, query, asked, format);
  if (isKnown(request, response, etag)) return;
  const answer = await askStore(context, response, query, asked, format.stored);
  if (!answer) return;
  const text = await textOf(answer.body);
  const body = format.stored === format.mediaType ? text : await written(text, format);
  const cacheControl = query.isVolatile ? 'no-store' : MINUTE;
  reply(response, { body, mediaType: format.mediaType, etag, cacheControl });
}

/** JSON and XML under their general names are the same text; graphs are written anew. */
const written = (body: string, { stored, mediaType }: SparqlFormat): string | Promise<string> =>
  stored === N_TRIPLES ? graphText(body, mediaType) : body;

/** The same query on the same release in the same format has the same answer. */
function answerTag(
  { release: { manifest } }: AppContext,
  { text }: CheckedQuery,
  { defaultGraphs, namedGraphs }: SparqlRequest,
  { mediaType }: SparqlFormat,
): string {
  const version = [manifest.id, manifest.createdAt, manifest.toolVersion];
  return entityTag(...version, mediaType, text, JSON.stringify([defaultGraphs, namedGraphs]));
}

/** Answers 304 to who holds the answer already, without asking the store. */
function isKnown(request: Request, response: Response, etag: string | false): boolean {
  if (etag === false) return false;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', MINUTE);
  if (!request.fresh) return false;
  variesByEncoding(response);
  response.status(304).end();
  return true;
}

const missing = () =>
  problem('query-missing', {
    fr: 'Donnez une requête SPARQL : /sparql?query=…, ou par POST dans le corps de la demande.',
    en: 'Give a SPARQL query: /sparql?query=…, or by POST in the body of the request.',
  });
