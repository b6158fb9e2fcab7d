import type { Request, Response } from 'express';
import type { FoundResource, ResourceFinder } from '../../model/index.ts';
import { MOST_PAGED, PAGE_THINGS, pageCount, type SearchReading, yearsText } from '../../pages/index.ts';
import { variesByLanguage } from '../negotiation.ts';
import { reply } from '../reply.ts';
import { QUESTION_NAMES, readSearch } from '../search/asked-search.ts';
import { questionOf } from '../search/found-search.ts';
import { knownValues } from '../search/known-values.ts';
import { toldParts, toldThing } from '../search/search-json.ts';
import { noSuchPage } from '../search/search-problems.ts';
import { searchReading } from '../search/search-reading.ts';
import type { ServedContext } from '../serving.ts';
import { readView } from './asked-view.ts';
import { thingsInBounds } from './in-bounds.ts';

const NAMES = [...QUESTION_NAMES, 'bounds', 'page'];

/** `/map/things.json`: what is found in a part of the map, the best first, page by page. */
export function sendThings(
  context: ServedContext,
  finder: ResourceFinder,
  request: Request,
  response: Response,
): void {
  const asked = readSearch(request.originalUrl, { ...knownValues(context), names: NAMES, isStrict: true });
  const { bounds } = readView(request.originalUrl);
  variesByLanguage(response);
  const { page = 1 } = asked;
  const reading = searchReading(context, request);
  const question = questionOf(asked, reading.frame.language);
  const found = thingsInBounds(finder.everyPlace(question), {
    offset: Math.min(MOST_PAGED, (page - 1) * PAGE_THINGS),
    limit: PAGE_THINGS,
    ...(bounds && { bounds }),
  });
  const pages = pageCount(found.total);
  if (page > pages) throw noSuchPage(pages, '/map');
  const body = JSON.stringify({
    located: found.located,
    total: found.total,
    page,
    pages,
    things: found.things.map((thing) => listed(finder.foundAt(thing, question), reading)),
  });
  reply(response, {
    body: `${body}\n`,
    mediaType: 'application/json',
    lastModified: context.release.manifest.createdAt,
  });
}

/** A thing with what a list shows of it as the pages do: when it is from in words, the words that were looked for in its name. */
function listed(thing: FoundResource, reading: SearchReading) {
  const { label, years } = thing;
  return {
    ...toldThing(thing, reading),
    ...(years && { when: yearsText(years, reading.frame.language) }),
    ...(label.some(({ isHit }) => isHit) && { parts: toldParts(label) }),
  };
}
