import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import type { Response } from 'express';
import { packOnItsWay } from './encoding.ts';
import { variesByEncoding } from './negotiation.ts';

/** Something to send. */
export interface Reply {
  readonly body: string;
  readonly mediaType: string;
  readonly status?: number;
  /** A strong entity tag in quotes; without one, the hash of media type and body. `false`: none. */
  readonly etag?: string | false;
  /** ISO 8601. */
  readonly lastModified?: string;
  readonly cacheControl?: string;
}

/** Answers that change with a release: kept for a minute, then asked again, which costs a 304. */
export const MINUTE = 'public, max-age=60';

/** Sends a body with its entity tag, or 304 to who has it already (RFC 9110 section 13). */
export function reply(response: Response, what: Reply): void {
  const { body, mediaType, status = 200, lastModified, cacheControl = MINUTE } = what;
  const octets = Buffer.from(body, 'utf8');
  const { etag = bodyTag(mediaType, octets) } = what;
  packOnItsWay(response);
  response.status(status);
  variesByEncoding(response);
  response.setHeader('Content-Type', contentType(mediaType));
  response.setHeader('Cache-Control', cacheControl);
  if (etag !== false && status === 200) response.setHeader('ETag', etag);
  if (lastModified !== undefined) response.setHeader('Last-Modified', httpDate(lastModified));
  // A buffer keeps Express from adding a charset to types that have none.
  response.send(octets);
}

/** A strong entity tag over some texts. */
export function entityTag(...parts: readonly string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return `"${hash('sha256', text, 'base64url').slice(0, 32)}"`;
}

/** A strong entity tag of a body: of its octets, which are there to be sent, for a text would be put into octets once more. */
export function bodyTag(mediaType: string, octets: Buffer): string {
  const head = Buffer.from(`${mediaType}\n${octets.length}\n`);
  return `"${hash('sha256', Buffer.concat([head, octets]), 'base64url').slice(0, 32)}"`;
}

/** RFC 9110 IMF-fixdate. */
export function httpDate(iso: string): string {
  if (iso !== told.iso) told = { iso, date: new Date(iso).toUTCString() };
  return told.date;
}
/** A release has one date. */
let told = { iso: '', date: '' };

/** With a charset on text types; CSV says that it has a header (RFC 4180). */
export function contentType(mediaType: string): string {
  if (mediaType === 'text/csv') return 'text/csv; charset=utf-8; header=present';
  if (mediaType.includes(';')) return mediaType;
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}
