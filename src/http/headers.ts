import type { NextFunction, Request, Response } from 'express';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  // Completions of what is typed, answers of the query page: scripts may speak to this site, and to no other.
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page that others may show in a frame of theirs. */
export const EMBEDDED_POLICY = POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *');

/** A page that shows images of one other server: of that one, and no more. */
export function policyWithImages(template: string): string {
  // A template has braces where an address has numbers; one of this site has no origin of its own.
  const { origin, host } = new URL(template.replace(/[{}]/g, ''), 'http://self.invalid/');
  return host === 'self.invalid'
    ? POLICY
    : POLICY.replace("img-src 'self' data:", `img-src 'self' data: ${origin}`);
}

const EXPOSED = [
  'Accept-Post',
  'Accept-Query',
  'Allow',
  'Cimaise-Release',
  'Content-Location',
  'Content-Profile',
  'ETag',
  'Link',
  'Result-Status',
  'Retry-After',
  'Server-Timing',
].join(', ');

/** Headers of every answer: what a browser may do with it, and that pages elsewhere may read it (CORS). */
export const commonHeaders =
  (releaseId: string) =>
  (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', EXPOSED);
    response.setHeader('Cimaise-Release', releaseId);
    if (request.method === 'OPTIONS') allowPreflight(response);
    next();
  };

function allowPreflight(response: Response): void {
  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, QUERY, OPTIONS');
  response.setHeader(
    'Access-Control-Allow-Headers',
    'Accept, Accept-Language, Accept-Profile, Content-Type, If-None-Match, If-Modified-Since, Range',
  );
  response.setHeader('Access-Control-Max-Age', '86400');
}
