import type { Request, Response } from 'express';
import type { PlaceColumns, ResourceFinder } from '../../model/index.ts';
import {
  chosenCount,
  mapAddress,
  mapPage,
  PAGE_THINGS,
  type PlaceTally,
  pageCount,
  type SearchState,
  tallyPlaces,
} from '../../pages/index.ts';
import { frameOf } from '../frame.ts';
import { policyWithImages } from '../headers.ts';
import { negotiate } from '../negotiation.ts';
import { memoryOfPage } from '../page-memory.ts';
import { replyAgain } from '../reply-again.ts';
import { QUESTION_NAMES, readSearch } from '../search/asked-search.ts';
import { questionOf } from '../search/found-search.ts';
import { knownValues } from '../search/known-values.ts';
import { noSuchPage } from '../search/search-problems.ts';
import type { ServedContext } from '../serving.ts';

const HTML = [{ mediaType: 'text/html' }] as const;
const NAMES = [...QUESTION_NAMES, 'page'];

/** `/map`: what is found, drawn and listed. */
export function sendMap(
  context: ServedContext,
  finder: ResourceFinder,
  request: Request,
  response: Response,
): Promise<void> | void {
  negotiate(request, response, HTML, []);
  const state = readSearch(request.originalUrl, {
    ...knownValues(context),
    names: NAMES,
    isStrict: false,
  });
  const body = () => pageOf(context, finder, request, state);
  const { tiles } = context.identity ?? {};
  if (tiles) response.setHeader('Content-Security-Policy', policyWithImages(tiles.template));
  const lastModified = context.release.manifest.createdAt;
  const isOften = chosenCount(state.chosen) <= 1 && state.page === undefined;
  const path = mapAddress({ base: context.release.manifest.base }, state);
  const memory = isOften ? memoryOfPage(context, request, { path }) : undefined;
  return replyAgain(response, { body, mediaType: 'text/html', lastModified }, memory);
}

function pageOf(
  context: ServedContext,
  finder: ResourceFinder,
  request: Request,
  state: SearchState,
): string {
  const { release, terms, index, datasets } = context;
  const { base } = release.manifest;
  const { page = 1 } = state;
  const frame = frameOf(context, request, mapAddress({ base }, state));
  const { language } = frame;
  const question = questionOf(state, language);
  const offset = (page - 1) * PAGE_THINGS;
  const places = finder.everyPlace(question);
  const last = pageCount(places.things.length);
  if (page > last) throw noSuchPage(last, mapAddress({ base }, { ...state, page: last }));
  return mapPage(frame, {
    state,
    found: finder.find(question, { offset: 0, limit: 0, facetValues: 0 }).total,
    tally: tallyOf(places),
    things: Array.from(places.things.subarray(offset, offset + PAGE_THINGS), (thing) =>
      finder.foundAt(thing, question),
    ),
    datasets,
    terms,
    label: (iri) => index.label(iri, language),
  });
}

/** Tallies go with the columns that they were made from: pages of one list share them. */
const TALLIES = new WeakMap<PlaceColumns, PlaceTally>();

function tallyOf(places: PlaceColumns): PlaceTally {
  const tally = TALLIES.get(places) ?? tallyPlaces(places);
  TALLIES.set(places, tally);
  return tally;
}
