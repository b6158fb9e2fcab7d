import {
  type FacetCounts,
  type FindAnswer,
  type FoundResource,
  pathOfIri,
  type SnippetPart,
} from '../../model/index.ts';
import {
  datasetTitle,
  facetTitle,
  facetValueName,
  firstPage,
  MOST_PAGED,
  SEARCH_DATA,
  type SearchReading,
  type SearchState,
  searchAddress,
  searchParameters,
  termTitle,
  withFacet,
  withoutFacet,
} from '../../pages/index.ts';

/** What is told as JSON. */
export interface ToldSearch {
  readonly state: SearchState;
  readonly limit: number;
  readonly answer: FindAnswer;
  readonly reading: SearchReading;
}

/** Things of a page where no number is asked for. */
export const USUAL_LIMIT = 20;

/** Pages that can be asked for. */
export const jsonPages = (total: number, limit: number): number =>
  Math.max(1, Math.ceil(Math.min(total, MOST_PAGED) / limit));

/** The answer as a document whose members stay: total, pages, things and facets with their labels. */
export function searchJson(told: ToldSearch): string {
  const { state, answer, limit, reading } = told;
  const { page = 1, text, chosen } = state;
  const { total, things, facets, correction } = answer;
  const { base, language } = reading.frame;
  const document = {
    question: { ...(text !== undefined && { q: text }), ...chosen },
    language,
    total,
    page,
    pages: jsonPages(total, limit),
    limit,
    links: pageLinks(told),
    ...(correction !== undefined && {
      correction: { q: correction, href: dataAddress({ ...firstPage(state), text: correction }, base) },
    }),
    things: things.map((thing) => toldThing(thing, reading)),
    facets: facets.map((counts) => toldFacet(counts, state, reading)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Address of a page of results with so many things. */
export const jsonAddress = (state: SearchState, base: string, limit: number): string =>
  dataAddress(state, base, limit === USUAL_LIMIT ? {} : { limit: String(limit) });

const dataAddress = (state: SearchState, base: string, more: Readonly<Record<string, string>> = {}): string =>
  `${SEARCH_DATA}.json${searchParameters(state, base, more)}`;

function pageLinks({ state, limit, answer, reading }: ToldSearch) {
  const { base } = reading.frame;
  const { page = 1 } = state;
  const last = jsonPages(answer.total, limit);
  const of = (to: number) => jsonAddress({ ...state, page: to }, base, limit);
  const file = (extension: string) =>
    `${SEARCH_DATA}.${extension}${searchParameters(firstPage(state), base)}`;
  return {
    self: of(page),
    first: of(1),
    ...(page > 1 && { prev: of(page - 1) }),
    ...(page < last && { next: of(page + 1) }),
    last: of(last),
    html: searchAddress({ ...firstPage(state) }, base),
    geojson: file('geojson'),
    csv: file('csv'),
  };
}

/** A thing as answers in JSON tell it. */
export function toldThing(thing: FoundResource, reading: SearchReading) {
  const { iri, label, labelLanguage, type, dataset, areas, years, place, snippet, score } = thing;
  return {
    iri,
    label: textOf(label),
    ...(labelLanguage !== '' && { labelLanguage }),
    ...(type !== undefined && { type: { iri: type, label: termTitle(type, reading) } }),
    dataset: { slug: dataset, title: datasetTitle(dataset, reading) },
    areas: areas.map((area) => ({ iri: area, label: reading.label(area) })),
    ...(years && { years: { begin: years[0], end: years[1] } }),
    ...place,
    ...(snippet && { snippet: toldParts(snippet) }),
    score: Number(score.toPrecision(6)),
    href: pathOfIri(iri, reading.frame.base) ?? iri,
  };
}

/** A text by its parts, those that were looked for told apart. */
export const toldParts = (parts: readonly SnippetPart[]) =>
  parts.map(({ text, isHit }) => ({ text, hit: isHit }));

export const textOf = (parts: readonly SnippetPart[]): string => parts.map(({ text }) => text).join('');

function toldFacet(counts: FacetCounts, state: SearchState, reading: SearchReading) {
  const { facet, vocabulary, values, total } = counts;
  const { base } = reading.frame;
  return {
    facet,
    ...(vocabulary !== undefined && { vocabulary }),
    title: facetTitle(counts, reading),
    total,
    values: values.map(({ value, count }) => {
      const chosen = state.chosen[facet]?.includes(value) ?? false;
      const target = chosen ? withoutFacet(state, facet, value) : withFacet(state, facet, value);
      return {
        value,
        label: facetValueName(facet, value, reading),
        count,
        chosen,
        href: dataAddress(target, base),
      };
    }),
  };
}
