import type { Language } from '../../../src/model/index.ts';
import { mapPage, type SearchState, tallyPlaces } from '../../../src/pages/index.ts';
import { createInMemoryFinder, type FindableThing } from '../../in-memory-finder.ts';
import { HUTS, LAKE } from './search-values.ts';
import { BASE, dataset, frame, terms } from './values.ts';

const ABROAD: FindableThing = {
  iri: `${BASE}id/cabanes/loin`,
  label: 'Cabane <loin>',
  dataset: 'cabanes',
  place: { latitude: -33.9, longitude: 151.2 },
};
const OVERSEAS: FindableThing = {
  iri: `${BASE}id/cabanes/ile`,
  label: 'Cabane des Marquises',
  dataset: 'cabanes',
  place: { latitude: -9.8, longitude: -139.03 },
};

/** The map page as the server would make it, over the huts, one on an island and one abroad. */
export function mapped(
  language: Language,
  state: SearchState,
  things: readonly FindableThing[] = [...HUTS, OVERSEAS, ABROAD],
): string {
  const finder = createInMemoryFinder(things);
  const { page = 1, text, chosen } = state;
  const question = { chosen, language, ...(text !== undefined && { text }) };
  const places = finder.everyPlace(question);
  return mapPage(frame(language, '/map'), {
    state,
    found: finder.find(question, { offset: 0, limit: 0 }).total,
    tally: tallyPlaces(places),
    things: Array.from(places.things.subarray((page - 1) * 20, page * 20), (thing) =>
      finder.foundAt(thing, question),
    ),
    datasets: [dataset],
    terms,
    label: (iri) => (iri === LAKE ? 'Lac & rives' : undefined),
  });
}

/** Each kind of map page. */
export const everyMapPage = (language: Language): Readonly<Record<string, string>> => ({
  map: mapped(language, { chosen: {} }),
  narrowedMap: mapped(language, { text: 'cabane', chosen: { place: [LAKE], period: ['16'] } }),
  emptyMap: mapped(language, { text: 'rien de tel', chosen: {} }),
});
