import { readAddress } from '../address.ts';
import type { AppContext } from '../context.ts';
import { describePath, documentPath } from '../document.ts';
import type { Handler } from '../methods.ts';
import { varies } from '../negotiation.ts';
import { notFound } from '../problem.ts';
import { MINUTE } from '../reply.ts';

/**
 * A thing is not a document: its IRI leads by 303 to the document about it (https://www.w3.org/TR/cooluris/).
 * `/id/x` → `/doc/x`; `/def/x` → `/doc/def/x`.
 */
export const thing =
  ({ index, release }: AppContext): Handler =>
  (request, response) => {
    const address = readAddress(request.originalUrl);
    if (address.kind === 'undecodable') throw notFound();
    if (!describePath(index, address.iriPath, release.manifest.base)) throw notFound();
    varies(response);
    response.setHeader('Location', documentPath(address.uriPath) + address.search);
    response.setHeader('Cache-Control', MINUTE);
    response.status(303).end();
  };
