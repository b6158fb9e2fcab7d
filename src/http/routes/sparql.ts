import type { Handler } from '../methods.ts';
import { SERVICE_DESC } from '../openapi/service-desc.ts';
import type { ServedContext } from '../serving.ts';
import { wantsPage } from '../sparql/formats.ts';
import { sendGraph } from '../sparql/graph-store.ts';
import { QUERY_TYPES, readSparqlRequest } from '../sparql/request.ts';
import { sendAnswer } from '../sparql/send-answer.ts';
import { sendDescription } from '../sparql/send-description.ts';
import { sendQueryPage } from '../sparql/send-page.ts';

/**
 * `/sparql`: SPARQL 1.1 Protocol, query operation; Graph Store Protocol, reading; service description; a browser gets the
 * query page.
 */
export const sparql =
  (context: ServedContext): Handler =>
  async (request, response) => {
    response.setHeader('Accept-Query', QUERY_TYPES);
    response.setHeader('Link', SERVICE_DESC);
    const asked = readSparqlRequest(request);
    if (asked.graph) return sendGraph(context, request, response, { ...asked, graph: asked.graph });
    if (wantsPage(request, asked.format)) return sendQueryPage(context, request, response, asked);
    if (asked.query !== undefined)
      return sendAnswer(context, request, response, { ...asked, query: asked.query });
    return sendDescription(context, request, response, asked.format);
  };
