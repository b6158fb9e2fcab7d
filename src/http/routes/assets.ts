import { readFile } from 'node:fs/promises';
import { asset } from '../../pages/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { Handler } from '../methods.ts';
import { variesByEncoding } from '../negotiation.ts';
import { notFound } from '../problem.ts';
import { contentType, entityTag } from '../reply.ts';
import { sendFile } from '../send-file.ts';

/** Fonts and what has a version in its address do not change; styles may with the next version of the platform. */
const YEAR = 'public, max-age=31536000, immutable';
const HOUR = 'public, max-age=3600';

/** `/assets/…`: styles, fonts and scripts of the pages. */
export const assets = (): Handler => {
  return async (request, response) => {
    const found = asset(iriPathOf(request).slice('/assets/'.length));
    if (!found) throw notFound();
    if (!found.mediaType.startsWith('font/')) variesByEncoding(response);
    await sendFile(response, {
      path: found.file,
      headers: {
        'Content-Type': contentType(found.mediaType),
        'Cache-Control': found.isImmutable ? YEAR : HOUR,
        ETag: entityTag(await readFile(found.file, 'latin1')),
      },
    });
  };
};
