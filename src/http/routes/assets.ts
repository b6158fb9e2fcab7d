import { readFile } from 'node:fs/promises';
import type { Response } from 'express';
import type { SiteIdentity } from '../../model/index.ts';
import { type Asset, asset, coloursAddress, coloursStyle, logoAddress } from '../../pages/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import type { Handler } from '../methods.ts';
import { variesByEncoding } from '../negotiation.ts';
import { notFound } from '../problem.ts';
import { contentType, entityTag, reply } from '../reply.ts';
import { sendFile } from '../send-file.ts';

/** Fonts and what has a version in its address do not change; styles may with the next version of the platform. */
const YEAR = 'public, max-age=31536000, immutable';
const HOUR = 'public, max-age=3600';

/** `/assets/…`: styles, fonts and scripts of the pages; the colours and the logo of a publisher. */
export const assets = ({ identity }: AppContext): Handler => {
  return async (request, response) => {
    const path = iriPathOf(request);
    if (identity && path === coloursAddress(identity)) return sendColours(response, identity);
    const found = logoAt(path, identity) ?? asset(path.slice('/assets/'.length));
    if (!found) throw notFound();
    if (!/^(?:font|image\/png)/.test(found.mediaType)) variesByEncoding(response);
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

function sendColours(response: Response, identity: SiteIdentity): Promise<void> | void {
  return reply(response, { body: coloursStyle(identity), mediaType: 'text/css', cacheControl: YEAR });
}

function logoAt(path: string, identity: SiteIdentity | undefined): Asset | undefined {
  if (!identity?.logo || path !== logoAddress(identity)) return undefined;
  const { file, mediaType } = identity.logo;
  return { file, mediaType, isImmutable: true };
}
