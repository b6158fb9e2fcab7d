import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { visible } from '../../model/index.ts';
import { HarvestFailure } from '../failure.ts';

/** Content codings that are asked for (RFC 9110, RFC 8878). */
export const ACCEPTED_ENCODINGS = 'gzip, br, zstd';

/** A new coding is a new row. */
const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** The codings of a body, in the order in which they were applied. */
export const codingsOf = (header: string | readonly string[] | undefined): readonly string[] =>
  String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'identity');

/** A body without its content codings; errors of either reach the reader. @throws HarvestFailure for a coding nobody asked for */
export function decoded(
  body: Readable,
  header: string | readonly string[] | undefined,
  url: string,
): Readable {
  const codings = codingsOf(header);
  if (codings.length > 2) throw unknownCoding(url, codings.join(', '));
  return codings.reduceRight((packed, coding) => {
    const decoder = DECODERS[coding];
    if (decoder === undefined) throw unknownCoding(url, coding);
    return pipeline(packed, decoder(), () => undefined);
  }, body);
}

const unknownCoding = (url: string, coding: string): HarvestFailure =>
  new HarvestFailure(
    'encoding',
    {
      fr: `${url} est compressé d’une façon qui n’a pas été demandée (« ${visible(coding.slice(0, 40))} »).`,
      en: `${url} is packed in a way that was not asked for (“${visible(coding.slice(0, 40))}”).`,
    },
    {
      fr: 'Dites-le au portail, ou déclarez une autre adresse.',
      en: 'Tell the portal, or declare another address.',
    },
  );
