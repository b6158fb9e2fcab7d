import compression from 'compression';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { isPlain } from './quick-answers.ts';

/** Texts. Dumps and fonts are packed already; a part of a file is sent as it stands in the file. */
const PACKABLE =
  /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/(?:n-triples|n-quads|trig)\b)/;
/** Octets below which packing gains nothing. */
export const THRESHOLD = 1024;

const compress: RequestHandler = compression({ filter: isPackable, threshold: THRESHOLD });
const packing = new WeakSet<Response>();

/**
 * Packs on its way what a response will send, where it is a text and the request accepts it: gzip, br (RFC 9110 section
 * 8.4). The packed text has the entity tag of the plain one as a weak tag: the same text in other octets. `negotiation`
 * says that answers vary by this. Once is enough; it must be before anything is sent.
 */
export function packOnItsWay(response: Response): void {
  if (packing.has(response)) return;
  packing.add(response);
  weakTags(response.req, response);
  compress(response.req, response, () => undefined);
}

/**
 * Documents are mostly packed and kept in memory (`send-packed`), and what leads to them has no body: for them, what
 * packs on the way would only cost.
 */
export function encoded(request: Request, response: Response, next: NextFunction): void {
  if (!(isPlain(request) && /^\/(?:doc|id|def)\//.test(request.url))) packOnItsWay(response);
  next();
}

/** The tag of the same text in other octets. */
export const weakTag = (etag: string): string => (etag.startsWith('"') ? `W/${etag}` : etag);

function isPackable(_request: Request, response: Response): boolean {
  if (response.hasHeader('Content-Range')) return false;
  return PACKABLE.test(String(response.getHeader('Content-Type') ?? ''));
}

/** Stands before the packing, so that its turn comes after, when the encoding is decided. */
function weakTags(request: Request, response: Response): void {
  const writeHead = response.writeHead;
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    weaken(request, response);
    return writeHead.apply(response, head);
  }) as typeof writeHead;
}

function weaken(request: Request, response: Response): void {
  const etag = String(response.getHeader('ETag') ?? '');
  if (response.hasHeader('Content-Encoding')) {
    response.removeHeader('Accept-Ranges');
  } else if (wouldBePacked(request, response)) {
    // The length that GET would send is not known without packing.
    response.removeHeader('Content-Length');
  } else if (response.statusCode !== 304 || !request.headers['if-none-match']?.includes(`W/${etag}`)) {
    return;
  }
  if (etag !== '') response.setHeader('ETag', weakTag(etag));
}

/** HEAD says what GET would. */
const wouldBePacked = (request: Request, response: Response): boolean =>
  request.method === 'HEAD' &&
  isPackable(request, response) &&
  Number(response.getHeader('Content-Length')) >= THRESHOLD &&
  request.acceptsEncodings('br', 'gzip', 'identity') !== 'identity';
