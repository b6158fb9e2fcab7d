import { proofPage } from '../../pages/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { negotiate, variesByLanguage } from '../negotiation.ts';
import { notFound } from '../problem.ts';
import { reply } from '../reply.ts';

const PAGE = '/about/proof';
const HTML = 'text/html';
const ALTERNATES = [
  { path: `${PAGE}.html`, mediaType: HTML, name: 'HTML' },
  { path: `${PAGE}.json`, mediaType: 'application/json', name: 'JSON' },
];

/** `/about/proof` [.html .json]: what a proof of this release showed, and whether one is under way. */
export const proof =
  (context: AppContext): Handler =>
  (request, response) => {
    const path = iriPathOf(request);
    const fixed = ALTERNATES.find((one) => one.path === path);
    if (!fixed && path !== PAGE) throw notFound();
    const { mediaType, path: address } = fixed ?? negotiate(request, response, ALTERNATES, ALTERNATES);
    if (!fixed) response.setHeader('Content-Location', address);
    const state = context.proof?.() ?? {};
    const isPage = mediaType === HTML;
    if (fixed && isPage) variesByLanguage(response);
    const body = isPage
      ? proofPage(frameOf(context, request, PAGE), state)
      : `${JSON.stringify(state, null, 2)}\n`;
    // It changes from one moment to the next while a proof is made.
    reply(response, { body, mediaType, cacheControl: 'no-cache' });
  };
