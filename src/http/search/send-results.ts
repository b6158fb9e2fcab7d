import type { Request, Response } from 'express';
import type { ResourceFinder } from '../../model/index.ts';
import { type SearchReading, searchParameters } from '../../pages/index.ts';
import { alternateLinks, negotiate, variesByLanguage } from '../negotiation.ts';
import { SERVICE_DESC } from '../openapi/service-desc.ts';
import { notFound } from '../problem.ts';
import { entityTag, MINUTE, reply } from '../reply.ts';
import type { ServedContext } from '../serving.ts';
import { isHeld } from '../sparql/held.ts';
import { type AskedSearch, QUESTION_NAMES, readSearch } from './asked-search.ts';
import { questionOf } from './found-search.ts';
import { knownValues } from './known-values.ts';
import { csvFile, geoJsonFile } from './search-files.ts';
import { SEARCH_FORMATS, type SearchFormat, searchAlternates } from './search-formats.ts';
import { jsonAddress, jsonPages, searchJson, USUAL_LIMIT } from './search-json.ts';
import { noSuchPage } from './search-problems.ts';
import { searchReading } from './search-reading.ts';

/** Values that are told of each facet. */
const FACET_VALUES = 25;
const NAMES = [...QUESTION_NAMES, 'page', 'limit'];

/** A question, how it is answered, and who names what is found. */
interface Asked {
  readonly finder: ResourceFinder;
  readonly asked: AskedSearch;
  readonly format: SearchFormat;
  readonly reading: SearchReading;
}

/** `/api/search`: what is found, in the format that the address names or the request prefers. */
export async function sendResults(
  context: ServedContext,
  finder: ResourceFinder,
  { request, response }: { readonly request: Request; readonly response: Response },
  extension?: string,
): Promise<void> {
  const known = knownValues(context);
  const asked = readSearch(request.originalUrl, { ...known, names: NAMES, isStrict: true });
  const alternates = searchAlternates(asked, known.base);
  const format =
    extension === undefined
      ? negotiate(request, response, SEARCH_FORMATS, alternates)
      : SEARCH_FORMATS.find((one) => one.extension === extension);
  if (!format) throw notFound();
  const { mediaType } = format;
  const own = alternates.find((one) => one.mediaType === mediaType);
  if (extension !== undefined) variesByLanguage(response);
  else if (own) response.setHeader('Content-Location', own.path);
  const others = alternates.filter((one) => one !== own);
  response.setHeader(
    'Link',
    [...(others.length > 0 ? [alternateLinks(others)] : []), SERVICE_DESC].join(', '),
  );
  response.setHeader('Cache-Control', MINUTE);
  const reading = searchReading(context, request);
  const etag = tagOf(context, { finder, asked, format, reading });
  if (isHeld(request, response, etag)) return;
  // Files of everything take many turns of the thread; pages of results take one.
  if (format.extension !== 'json') context.serving.clients.admit(response);
  const body = await bodyOf({ finder, asked, format, reading }, response);
  if (body === undefined) return;
  reply(response, { body, mediaType, etag, lastModified: context.release.manifest.createdAt });
}

/** The same question on the same release has the same answer. */
function tagOf({ release: { manifest } }: ServedContext, { asked, format, reading }: Asked): string {
  const { language, base } = reading.frame;
  const question = searchParameters(asked, base, { limit: String(asked.limit ?? USUAL_LIMIT) });
  const { id, createdAt, toolVersion } = manifest;
  return entityTag('search', id, createdAt, toolVersion, format.mediaType, language, question);
}

function bodyOf(
  { finder, asked, format, reading }: Asked,
  response: Response,
): string | Promise<string | undefined> {
  const question = questionOf(asked, reading.frame.language);
  if (format.extension === 'csv') return csvFile({ finder, question, reading, response });
  if (format.extension === 'geojson') return geoJsonFile({ finder, question, reading, response });
  const { page = 1, limit = USUAL_LIMIT } = asked;
  const answer = finder.find(question, { offset: (page - 1) * limit, limit, facetValues: FACET_VALUES });
  const last = jsonPages(answer.total, limit);
  if (page > last) throw noSuchPage(last, jsonAddress({ ...asked, page: last }, reading.frame.base, limit));
  return searchJson({ state: asked, limit, answer, reading });
}
