import type { Language } from '../../../src/model/index.ts';
import { type SearchState, searchPage } from '../../../src/pages/index.ts';
import { createInMemoryFinder, type FindableThing } from '../../in-memory-finder.ts';
import { BASE, dataset, frame, terms } from './values.ts';

export const LAKE = `${BASE}id/lacs/1`;
const HUT = `${BASE}def/Hut`;

/** Enough for three pages; the first have everything that a thing can have. */
export const HUTS: readonly FindableThing[] = Array.from({ length: 45 }, (_, index) => ({
  iri: `${BASE}id/cabanes/c${index}`,
  label: index === 0 ? 'Cabane <b>du</b> lac' : `Cabane n° ${index}`,
  dataset: 'cabanes',
  ...(index % 3 !== 2 && { type: HUT }),
  ...(index % 2 === 0 && { areas: [LAKE], place: { latitude: 45 + index / 100, longitude: 2 } }),
  ...(index % 5 === 0 && { years: [1501, 1600] as const, concepts: [`${BASE}id/sujets/bois`] }),
  ...(index === 0 && { text: 'Près du lac, une cabane de bois.' }),
}));

const LABELS: Readonly<Record<string, string>> = {
  [LAKE]: 'Lac & rives',
  [`${BASE}id/sujets/bois`]: 'bois',
};

/** The search page as the server would make it, over the huts or other things. */
export function searched(
  language: Language,
  state: SearchState,
  things: readonly FindableThing[] = HUTS,
): string {
  const finder = createInMemoryFinder(things);
  const { page = 1, text, chosen } = state;
  const question = { chosen, language, ...(text !== undefined && { text }) };
  return searchPage(frame(language, '/search'), {
    state,
    answer: finder.find(question, { offset: (page - 1) * 20, limit: 20 }),
    places: finder.located(question, { limit: 2000 }),
    datasets: [dataset],
    terms,
    label: (iri) => LABELS[iri],
    loosened: [{ facet: 'type', value: HUT, total: 3 }],
  });
}

/** Each kind of search page. */
export const everySearchPage = (language: Language): Readonly<Record<string, string>> => ({
  search: searched(language, { chosen: {} }),
  found: searched(language, { text: 'cabane', chosen: {} }),
  secondPage: searched(language, { text: 'cabane', chosen: {}, page: 2 }),
  narrowed: searched(language, { text: 'cabane', chosen: { type: [HUT], place: [LAKE], period: ['16'] } }),
  nothingFound: searched(language, { text: 'chateu', chosen: { type: [HUT] } }),
});
