import type { Request, Response } from 'express';
import type { PageFrame } from '../pages/index.ts';
import { uriPathOf } from './canonical-address.ts';
import { addressParameters } from './form.ts';
import { frameOf } from './frame.ts';
import { negotiate } from './negotiation.ts';
import { memoryOfPage } from './page-memory.ts';
import { replyAgain } from './reply-again.ts';
import type { ServedContext } from './serving.ts';

const HTML = [{ mediaType: 'text/html' }] as const;

/** What a page of its own is made of: where it stands, and how its body comes to be. */
export type PageMaker = (frame: PageFrame) => string;

/**
 * Sends what exists as a page only, and remembers it: it depends on the release alone. 406 for who takes no HTML.
 * @param make is asked for the body with the frame of the page; a `problem(…)` it throws is answered
 */
export async function sendPage(
  context: ServedContext,
  request: Request,
  response: Response,
  make: PageMaker,
): Promise<void> {
  negotiate(request, response, HTML, [{ path: uriPathOf(request), mediaType: 'text/html', name: 'HTML' }]);
  const path = ownAddress(request);
  return replyAgain(
    response,
    {
      body: () => make(frameOf(context, request, path)),
      mediaType: 'text/html',
      lastModified: context.release.manifest.createdAt,
    },
    memoryOfPage(context, request, { path }),
  );
}

/** The address that was asked for, without its language: what the page links to itself by. */
function ownAddress(request: Request): string {
  const parameters = addressParameters(request.originalUrl);
  parameters.delete('lang');
  return uriPathOf(request) + (parameters.size > 0 ? `?${parameters}` : '');
}
