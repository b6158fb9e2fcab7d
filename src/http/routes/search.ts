import type { Request } from 'express';
import type { ResourceFinder } from '../../model/index.ts';
import {
  chosenCount,
  MOST_SHOWN,
  PAGE_THINGS,
  pageCount,
  type SearchState,
  searchAddress,
  searchPage,
} from '../../pages/index.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { alternateLinks, negotiate } from '../negotiation.ts';
import { memoryOfPage } from '../page-memory.ts';
import { notFound } from '../problem.ts';
import { replyAgain } from '../reply-again.ts';
import { QUESTION_NAMES, readSearch } from '../search/asked-search.ts';
import { loosenedChoices, questionOf } from '../search/found-search.ts';
import { knownValues } from '../search/known-values.ts';
import { searchAlternates } from '../search/search-formats.ts';
import { noSuchPage } from '../search/search-problems.ts';
import type { ServedContext } from '../serving.ts';

/** /search: things by words, facets and places, a page. */
export const SEARCH = /^\/search$/;

const HTML = [{ mediaType: 'text/html' }] as const;
const NAMES = [...QUESTION_NAMES, 'page', 'all'];
/** Points of the map beside the results. */
const PLACES = 2000;
/** Values that are looked through for those that were chosen, and the first of which are shown. */
const FACET_VALUES = 30;

export const search =
  (context: ServedContext): Handler =>
  (request, response) => {
    const { finder } = context;
    if (!finder) throw notFound();
    const known = knownValues(context);
    const state = readSearch(request.originalUrl, { ...known, names: NAMES, isStrict: false });
    const alternates = searchAlternates(state, known.base);
    negotiate(request, response, HTML, alternates);
    response.setHeader('Link', alternateLinks(alternates));
    const body = () => pageOf(context, finder, request, state);
    const lastModified = context.release.manifest.createdAt;
    const path = searchAddress(state, known.base);
    const memory = isOften(state) ? memoryOfPage(context, request, { path }) : undefined;
    return replyAgain(response, { body, mediaType: 'text/html', lastModified }, memory);
  };

/** Combinations of choices, and later pages, would drive what is asked often out of memory. */
const isOften = ({ chosen, page, all }: SearchState): boolean =>
  chosenCount(chosen) <= 1 && page === undefined && all === undefined;

function pageOf(
  context: ServedContext,
  finder: ResourceFinder,
  request: Request,
  state: SearchState,
): string {
  const { terms, index, datasets, release } = context;
  const { base } = release.manifest;
  const frame = frameOf(context, request, searchAddress(state, base));
  const { language } = frame;
  const { page = 1 } = state;
  const question = questionOf(state, language);
  const isAsked = state.text !== undefined || chosenCount(state.chosen) > 0;
  const answer = finder.find(question, {
    offset: (page - 1) * PAGE_THINGS,
    limit: isAsked ? PAGE_THINGS : 0,
    facetValues: state.all === undefined ? FACET_VALUES : MOST_SHOWN,
  });
  const last = pageCount(answer.total);
  if (page > last) throw noSuchPage(last, searchAddress({ ...state, page: last }, base));
  return searchPage(frame, {
    state,
    answer,
    places: finder.located(question, { limit: PLACES }),
    datasets,
    terms,
    label: (iri) => index.label(iri, language),
    ...(answer.total === 0 && { loosened: loosenedChoices(finder, state, language) }),
  });
}
