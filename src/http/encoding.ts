import compression from 'compression';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Texts. Dumps and fonts are packed already; a part of a file is sent as it stands in the file. */
const PACKABLE =
  /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/(?:n-triples|n-quads|trig)\b)/;
/** Octets below which packing gains nothing. */
export const THRESHOLD = 1024;

/**
 * Packs texts for who accepts it: gzip, br (RFC 9110 section 8.4). The packed text has the entity tag of the plain one
 * as a weak tag: the same text in other octets. `negotiation` says that answers vary by this.
 */
export const encoded = (): readonly RequestHandler[] => [
  weakTags,
  compression({ filter: isPackable, threshold: THRESHOLD }),
];

function isPackable(_request: Request, response: Response): boolean {
  if (response.hasHeader('Content-Range')) return false;
  return PACKABLE.test(String(response.getHeader('Content-Type') ?? ''));
}

/** Stands before the packing, so that its turn comes after, when the encoding is decided. */
function weakTags(request: Request, response: Response, next: NextFunction): void {
  const writeHead = response.writeHead;
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    weaken(request, response);
    return writeHead.apply(response, head);
  }) as typeof writeHead;
  next();
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
  if (etag.startsWith('"')) response.setHeader('ETag', `W/${etag}`);
}

/** HEAD says what GET would. */
const wouldBePacked = (request: Request, response: Response): boolean =>
  request.method === 'HEAD' &&
  isPackable(request, response) &&
  Number(response.getHeader('Content-Length')) >= THRESHOLD &&
  request.acceptsEncodings('br', 'gzip', 'identity') !== 'identity';
