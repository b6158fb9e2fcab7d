import type { Handler } from '../methods.ts';
import { problem } from '../problem.ts';
import { adviceOn } from '../query-adviser.ts';
import { entityTag, MINUTE, reply } from '../reply.ts';
import type { ServedContext } from '../serving.ts';
import { overloaded } from '../sparql/refusals.ts';
import { readSparqlRequest } from '../sparql/request.ts';

/**
 * `/sparql/check`: what may be wrong with a query, for these data, without asking it. Takes the query as `/sparql` does;
 * answers a JSON list, empty where nothing is to be said.
 */
export const sparqlCheck =
  (context: ServedContext): Handler =>
  async (request, response) => {
    const { query } = readSparqlRequest(request);
    if (query === undefined) throw missing();
    const advice = await adviceOn(context, query);
    if (advice === undefined) throw overloaded(2);
    const body = `${JSON.stringify(advice, null, 2)}\n`;
    const etag = entityTag(context.release.manifest.id, body);
    reply(response, { body, mediaType: 'application/json', etag, cacheControl: MINUTE });
  };

const missing = () =>
  problem('query-missing', {
    fr: 'Donnez une requête SPARQL à examiner : /sparql/check?query=…, ou par POST dans le corps de la demande.',
    en: 'Give a SPARQL query to look at: /sparql/check?query=…, or by POST in the body of the request.',
  });
