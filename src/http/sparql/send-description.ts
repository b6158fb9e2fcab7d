import type { Request, Response } from 'express';
import { describeService } from '../../catalogue/index.ts';
import { portableQuery } from '../../pages/index.ts';
import {
  RDF_FORMATS,
  type RdfFormat,
  rdfFormatByExtension,
  rdfFormatOf,
  serialise,
} from '../../rdf/index.ts';
import type { AppContext } from '../context.ts';
import { preferred, varies } from '../negotiation.ts';
import { problem } from '../problem.ts';
import { reply } from '../reply.ts';

/** Without a query: the service description for who reads RDF, else a reminder. */
export async function sendDescription(
  context: AppContext,
  request: Request,
  response: Response,
  named: string | undefined,
): Promise<void> {
  varies(response);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const format = isRead ? formatOf(request, named) : undefined;
  if (!format) throw missing();
  const { base, graphs, createdAt: lastModified } = context.release.manifest;
  const sized = graphs.map(({ iri, statements }) => ({ iri, triples: statements }));
  const examples = context.queries.map((query) => ({ ...query, text: portableQuery(query.text, base) }));
  const { federates = false, functions = [] } = context;
  const described = describeService({ base, graphs: sized, federates, functions, examples });
  const body = await serialise(described, format.mediaType);
  reply(response, { body, mediaType: format.mediaType, lastModified });
}

const formatOf = (request: Request, named: string | undefined): RdfFormat | undefined =>
  named === undefined
    ? preferred(request.headers.accept, RDF_FORMATS)
    : (rdfFormatByExtension(named) ?? rdfFormatOf(named));

const missing = () =>
  problem('query-missing', {
    fr: 'Donnez une requête SPARQL : /sparql?query=…, ou par POST ou QUERY dans le corps de la demande.',
    en: 'Give a SPARQL query: /sparql?query=…, or by POST or QUERY in the body of the request.',
  });
