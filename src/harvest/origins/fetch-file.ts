import type { Bilingual, HarvestOrigin } from '../../model/index.ts';
import type { ToldDigest } from '../download/digests.ts';
import { download } from '../download/download.ts';
import { assertMediaType } from '../download/media-type.ts';
import { unpack } from '../download/unpack.ts';
import type { Fetched, Fetching } from './origin.ts';

/** One file over HTTP. @param of digests of the file itself that a portal tells */
export async function fetchFile(
  { url }: Extract<HarvestOrigin, { kind: 'file' }>,
  fetching: Fetching,
  of: readonly ToldDigest[] = [],
): Promise<Fetched> {
  const { client, part, path, before, headers, secret, mediaTypes, format, signal, tell } = fetching;
  const got = await download(client, {
    asked: { url, headers, secret },
    part,
    conditions: before ?? {},
    judge: (answer) =>
      assertMediaType(answer.url, answer.headers['content-type'], {
        declared: mediaTypes,
        ...(format !== undefined && { format }),
      }),
    ...(signal && { signal }),
    ...(tell && { tell }),
  });
  if (got.kind === 'unchanged') return got;
  const whole = await unpack(
    { part, url: got.url, headers: got.headers, bytes: got.bytes },
    { path, most: client.bounds.bytes, of, ...(signal && { signal }) },
  );
  const { etag, 'last-modified': lastModified, 'content-type': mediaType } = got.headers;
  const disposition = got.headers['content-disposition'];
  return {
    kind: 'fetched',
    ...whole,
    from: got.url,
    notes: got.moved === undefined ? [] : [movedForGood(url, got.moved)],
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(mediaType !== undefined && { mediaType }),
    ...(disposition !== undefined && { disposition }),
  };
}

const movedForGood = (url: string, moved: string): Bilingual => ({
  fr: `${url} a changé d’adresse pour de bon : déclarez ${moved}.`,
  en: `${url} has moved for good: declare ${moved}.`,
});
