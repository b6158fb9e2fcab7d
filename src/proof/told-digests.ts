import { Buffer } from 'node:buffer';
import type { AnswerHead } from './web-client.ts';

/** SHA-256 of a `Repr-Digest` (RFC 9530), hexadecimal; undefined where it tells none. */
export function reprDigest({ headers }: AnswerHead): string | undefined {
  const field = [headers['repr-digest'] ?? headers['digest'] ?? ''].flat().join(', ');
  const base64 = /(?:^|,)\s*sha-256=:?([A-Za-z0-9+/]{43}=):?/i.exec(field)?.[1];
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString('hex');
}

/** The digest of a text as `sha256sum` writes it; undefined where it is none. */
export const sumDigest = (text: string): string | undefined =>
  /^\\?([0-9a-f]{64})(?:[ \t]|\r?\n|$)/i.exec(text)?.[1]?.toLowerCase();

/** Bytes that a head announces. */
export function contentLength({ headers }: AnswerHead): number | undefined {
  const text = headers['content-length'];
  return text === undefined ? undefined : Number(text);
}
