import type { AppContext } from '../context.ts';
import type { Handler } from '../methods.ts';
import { problem } from '../problem.ts';
import { adviserOf } from '../query-adviser.ts';
import { entityTag, MINUTE, reply } from '../reply.ts';
import { readSparqlRequest } from '../sparql-request.ts';

/**
 * `/sparql/check`: what may be wrong with a query, for these data, without asking it. Takes the query as `/sparql` does;
 * answers a JSON list, empty where nothing is to be said.
 */
export const sparqlCheck =
  (context: AppContext): Handler =>
  (request, response) => {
    const { query } = readSparqlRequest(request);
    if (query === undefined) throw missing();
    const body = `${JSON.stringify(adviserOf(context)(query), null, 2)}\n`;
    const etag = entityTag(context.release.manifest.id, body);
    reply(response, { body, mediaType: 'application/json', etag, cacheControl: MINUTE });
  };

const missing = () =>
  problem('query-missing', {
    fr: 'Donnez une requête SPARQL à examiner : /sparql/check?query=…, ou par POST dans le corps de la demande.',
    en: 'Give a SPARQL query to look at: /sparql/check?query=…, or by POST in the body of the request.',
  });
