import { createWriteStream } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { failureIn } from '../failure.ts';
import { ACCEPTED_ENCODINGS } from '../web/content-encoding.ts';
import { pauseAfter, waitFor } from '../web/waits.ts';
import type { WebClient } from '../web/web-client.ts';
import { otherStatus, tooLarge, unreachable } from '../web/web-failures.ts';
import { discard, type WebAnswer, type WebRequest } from '../web/web-request.ts';
import { cutShort } from './download-failures.ts';
import { forgetNote, forgetPartial, notePartial, type Partial, readPartial } from './partial.ts';

/** What an earlier answer of the same address said of itself. */
export interface Conditions {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface Download {
  readonly asked: WebRequest;
  /** Where the bytes go, as they are sent; what a killed process left there is gone on with. */
  readonly part: string;
  readonly conditions: Conditions;
  readonly signal?: AbortSignal;
  readonly tell?: (bytes: number, total: number | undefined) => void;
  /** Judges an answer before its body is read. @throws HarvestFailure */
  readonly judge?: (answer: Pick<WebAnswer, 'url' | 'headers'>) => void;
}

export type Downloaded =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'whole';
      readonly headers: IncomingHttpHeaders;
      /** The address that answered. */
      readonly url: string;
      readonly moved?: string;
      readonly bytes: number;
    };

/**
 * Fetches an address to a file, as it is sent, and goes on by ranges where the connection breaks.
 * How long it may take in all is for who asks. @throws HarvestFailure where no whole answer comes in the other bounds
 */
export async function download(client: WebClient, wanted: Download): Promise<Downloaded> {
  const { signal } = wanted;
  const { bounds } = client;
  // Tries without getting on are counted; whatever gets on may go on.
  for (let idle = 0; ; ) {
    const piece = await nextPiece(client, wanted);
    if (piece.kind !== 'broken') return piece;
    signal?.throwIfAborted();
    idle = piece.isFurther ? 0 : idle + 1;
    if (idle >= bounds.attempts) throw piece.error;
    await waitFor(pauseAfter(idle + 1, bounds), signal);
  }
}

type Piece = Downloaded | { readonly kind: 'broken'; readonly isFurther: boolean; readonly error: Error };

/** Asks for what is missing, and takes as much as comes. */
async function nextPiece(client: WebClient, wanted: Download): Promise<Piece> {
  const { asked, part, conditions, signal } = wanted;
  const partial = await readPartial(part, asked.url);
  const answer = await client.open(withHeaders(asked, partial, conditions), signal);
  const { status, headers, url, moved } = answer;
  if (status === 304) {
    discard(answer);
    return { kind: 'unchanged' };
  }
  if (partial && isOther(answer, partial)) {
    discard(answer);
    await forgetPartial(part);
    return { kind: 'broken', isFurther: false, error: unreachable(asked.url, new Error('Content-Range')) };
  }
  judged(answer, wanted, partial !== undefined);
  const from = status === 206 ? (partial?.bytes ?? 0) : 0;
  const { bytes, error } = await take(answer, { ...wanted, from, most: client.bounds.bytes });
  if (error !== undefined) {
    const isResumable = (await readPartial(part, asked.url)) !== undefined;
    return { kind: 'broken', isFurther: isResumable && bytes > from, error };
  }
  await forgetNote(part);
  return { kind: 'whole', headers, url, bytes, ...(moved !== undefined && { moved }) };
}

/** Whether a server gives another range than the one that is missing, or none. */
const isOther = (answer: WebAnswer, partial: Partial): boolean =>
  answer.status === 416 || (answer.status === 206 && !continues(answer, partial));

/** @throws HarvestFailure for a status that gives no file, and for what the answer may not be */
function judged(answer: WebAnswer, { judge }: Download, isPartial: boolean): void {
  try {
    if (answer.status !== 200 && !(answer.status === 206 && isPartial))
      throw otherStatus(answer.url, answer.status);
    judge?.(answer);
  } catch (error) {
    discard(answer);
    throw error;
  }
}

function withHeaders(asked: WebRequest, partial: Partial | undefined, conditions: Conditions): WebRequest {
  const { etag, lastModified } = conditions;
  const asking: Record<string, string> = partial
    ? { range: `bytes=${partial.bytes}-`, 'if-range': partial.validator }
    : {
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
      };
  // A range is one of the bytes as they are sent: they must be sent as before.
  const encoding = partial ? partial.encoding || 'identity' : ACCEPTED_ENCODINGS;
  return { ...asked, headers: { accept: '*/*', 'accept-encoding': encoding, ...asked.headers, ...asking } };
}

/** Whether a partial answer begins where the file on the disk ends. */
function continues({ headers }: WebAnswer, { bytes, encoding }: Partial): boolean {
  const range = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(String(headers['content-range'] ?? ''));
  return Number(range?.[1]) === bytes && String(headers['content-encoding'] ?? '') === encoding;
}

interface Taking extends Download {
  readonly from: number;
  readonly most: number;
}

/** Writes a body behind what is there. What breaks is given back with the bytes that have come; bounds are thrown. */
async function take(
  answer: WebAnswer,
  { asked, part, from, most, signal, tell }: Taking,
): Promise<{ readonly bytes: number; readonly error?: Error }> {
  const { headers, body, url } = answer;
  const total = totalOf(headers, from);
  if (total !== undefined && total > most) {
    discard(answer);
    throw tooLarge(url, most);
  }
  // A file that another answer began is not to be gone on with.
  if (from === 0) await forgetPartial(part);
  let bytes = from;
  const counting = new Transform({
    transform(piece: Uint8Array, _, done) {
      bytes += piece.length;
      tell?.(bytes, total);
      done(bytes > most ? tooLarge(url, most) : null, piece);
    },
  });
  if (from === 0) await notePartial(part, asked.url, headers);
  try {
    await pipeline(body, counting, createWriteStream(part, { flags: from === 0 ? 'w' : 'a', flush: true }), {
      ...(signal && { signal }),
    });
  } catch (error) {
    const failure = failureIn(error);
    if (failure) {
      await forgetPartial(part);
      throw failure;
    }
    if (isOfTheSystem(error)) throw error;
    return { bytes, error: unreachable(url, error) };
  } finally {
    discard(answer);
  }
  return total === undefined || total === bytes ? { bytes } : { bytes, error: cutShort(url, bytes, total) };
}

/** A full disk is no matter of the network. */
const isOfTheSystem = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EIO', 'EMFILE', 'ENOENT'].includes(
    (error as NodeJS.ErrnoException)?.code ?? '',
  );

/** How long the whole is, as the answer says. */
function totalOf(headers: IncomingHttpHeaders, from: number): number | undefined {
  const ofRange = /\/(\d+)$/.exec(String(headers['content-range'] ?? ''))?.[1];
  if (from > 0 && ofRange !== undefined) return Number(ofRange);
  const length = headers['content-length'];
  return length !== undefined && /^\d+$/.test(length) ? from + Number(length) : undefined;
}
