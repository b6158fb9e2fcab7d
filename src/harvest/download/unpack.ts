import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isNativeError } from 'node:util/types';
import { failureIn } from '../failure.ts';
import { codingsOf, decoded } from '../web/content-encoding.ts';
import { tooLarge } from '../web/web-failures.ts';
import { Hashes, type ToldDigest, toldDigests } from './digests.ts';
import { bomb, damagedCoding, otherDigest } from './download-failures.ts';

/** A file whose bytes have all come, as they were sent. */
export interface Sent {
  readonly part: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: number;
}

export interface Unpacked {
  readonly bytes: number;
  readonly sha256: string;
}

/** Past this many bytes, what unpacks to more than this many times its size is refused. */
const SUSPECT_BYTES = 1 << 26;
const SUSPECT_RATIO = 300;

/**
 * Takes the content codings off, holds the digests that were told against the bytes, and puts the file at `path`. What is
 * packed in itself (a zip, a .csv.gz) stays so: sources read it.
 * @param of the file itself, by a portal's word
 * @throws HarvestFailure
 */
export async function unpack(
  sent: Sent,
  {
    path,
    most,
    of = [],
    signal,
  }: {
    readonly path: string;
    readonly most: number;
    readonly of?: readonly ToldDigest[];
    readonly signal?: AbortSignal;
  },
): Promise<Unpacked> {
  const { part, url, headers } = sent;
  const isPacked = codingsOf(headers['content-encoding']).length > 0;
  const told = toldDigests(headers);
  const before = new Hashes(told.map(({ algorithm }) => algorithm));
  const after = new Hashes(['sha256', ...of.map(({ algorithm }) => algorithm)]);
  const counter = { bytes: 0 };
  const file = createReadStream(part);
  const plain = decoded(
    file.pipe(passing((piece) => before.update(piece))),
    headers['content-encoding'],
    url,
  );
  file.on('error', (error) => plain.destroy(error));
  const counting = passing((piece) => {
    after.update(piece);
    counter.bytes += piece.length;
    if (counter.bytes > most) throw tooLarge(url, most);
    if (counter.bytes > SUSPECT_BYTES && counter.bytes > sent.bytes * SUSPECT_RATIO)
      throw bomb(url, SUSPECT_RATIO);
  });
  try {
    const sink = isPacked ? createWriteStream(path, { flush: true }) : nothing();
    await pipeline(plain, counting, sink, { ...(signal && { signal }) });
  } catch (error) {
    await rm(part, { force: true });
    await rm(path, { force: true });
    signal?.throwIfAborted();
    throw failureIn(error) ?? (isOfZlib(error) ? damagedCoding(url, error.message) : error);
  }
  const found = { before: before.finished(), after: after.finished() };
  const wrong =
    told.find(({ algorithm, hex }) => found.before.get(algorithm) !== hex) ??
    of.find(({ algorithm, hex }) => found.after.get(algorithm) !== hex);
  if (wrong) {
    await rm(part, { force: true });
    await rm(path, { force: true });
    throw otherDigest(url, wrong.told, wrong.algorithm);
  }
  if (isPacked) await rm(part, { force: true });
  else await rename(part, path);
  return { bytes: counter.bytes, sha256: found.after.get('sha256') ?? '' };
}

const passing = (look: (piece: Uint8Array) => void): Transform =>
  new Transform({
    transform(piece: Uint8Array, _, done) {
      try {
        look(piece);
        done(null, piece);
      } catch (error) {
        done(error as Error);
      }
    },
  });

const nothing = (): Transform => new Transform({ transform: (_, __, done) => done() }).resume();

/** Errors of zlib, whatever the coding, have such codes: `Z_BUF_ERROR`, `ERR_BROTLI_…`, `ZSTD_error_…`. */
const isOfZlib = (error: unknown): error is Error =>
  isNativeError(error) && /^(Z_|ERR_|ZSTD_)/.test((error as NodeJS.ErrnoException).code ?? '');
