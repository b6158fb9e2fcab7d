import type { Request, Response } from 'express';
import { variesByEncoding } from '../negotiation.ts';

/**
 * Answers 304 to who holds the answer already (RFC 9110 section 13.1.2), and says so without work. QUERY is safe and has
 * conditions as GET has.
 */
export function isHeld(request: Request, response: Response, etag: string): boolean {
  response.setHeader('ETag', etag);
  if (!isCurrent(request, etag)) return false;
  variesByEncoding(response);
  response.status(304).end();
  return true;
}

function isCurrent({ method, headers }: Request, etag: string): boolean {
  const given = headers['if-none-match'];
  if (given === undefined || method === 'POST') return false;
  if (/(?:^|,)\s*no-cache\s*(?:,|$)/.test(headers['cache-control'] ?? '')) return false;
  return given.trim() === '*' || given.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
