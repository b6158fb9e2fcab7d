import { iriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import { atomText } from '../feeds/atom.ts';
import { ATOM, archivedFeed, latestFeed } from '../feeds/release-feed.ts';
import type { Handler } from '../methods.ts';
import { languageOf, variesByLanguage } from '../negotiation.ts';
import { MINUTE, reply } from '../reply.ts';

/** `/feed.atom`, and `/feed/<release>.atom`. */
export const FEED = /^\/feed(?:\/[^/]+)?\.atom$/;

/** What each release changed, for people who follow: Atom, in French, or in English by `?lang=en`. */
export const feed =
  (context: AppContext): Handler =>
  async (request, response) => {
    const [, id] = /^\/feed\/([^/]+)\.atom$/.exec(iriPathOf(request)) ?? [];
    const language = languageOf(request);
    const made =
      id === undefined ? await latestFeed(context, language) : await archivedFeed(context, id, language);
    variesByLanguage(response);
    reply(response, {
      body: atomText(made),
      mediaType: `${ATOM}; charset=utf-8`,
      lastModified: made.updated,
      // Titles and labels in it are those of today.
      cacheControl: MINUTE,
    });
  };
