import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Response } from 'express';
import type { FindQuestion, ResourceFinder } from '../../model/index.ts';
import { MOST_IN_FILE, type SearchReading } from '../../pages/index.ts';
import { csvHeader, csvThing } from './search-csv.ts';
import { featureCollection, searchFeature } from './search-geojson.ts';
import { tooManyFound } from './search-problems.ts';

/** What goes into a file, and who waits for it. */
export interface FileAsked {
  readonly finder: ResourceFinder;
  readonly question: FindQuestion;
  readonly reading: SearchReading;
  readonly response: Response;
}

/** Things that are read in one turn: others are answered between two. */
const AT_ONCE = 500;

/**
 * Everything that was found, as CSV; undefined where the client has left.
 * @throws HttpProblem 413 where there is more than a file holds: nothing is cut
 */
export async function csvFile({
  finder,
  question,
  reading,
  response,
}: FileAsked): Promise<string | undefined> {
  const rows = [csvHeader()];
  for (let offset = 0, total = 1; offset < total; offset += AT_ONCE) {
    const answer = finder.find(question, { offset, limit: AT_ONCE, facetValues: 0 });
    total = answer.total;
    if (total > MOST_IN_FILE) throw tooManyFound(total, MOST_IN_FILE);
    for (const thing of answer.things) rows.push(csvThing(thing, reading));
    await nextTurn();
    if (response.destroyed) return undefined;
  }
  return rows.join('');
}

/**
 * Everything that was found and has a place, as GeoJSON; undefined where the client has left.
 * @throws HttpProblem 413 where there is more than a file holds
 */
export async function geoJsonFile({
  finder,
  question,
  reading,
  response,
}: FileAsked): Promise<string | undefined> {
  const { places, total } = finder.located(question, { limit: MOST_IN_FILE });
  if (total > MOST_IN_FILE) throw tooManyFound(total, MOST_IN_FILE);
  const naming = { base: reading.frame.base, label: reading.label };
  const features: string[] = [];
  for (const [index, place] of places.entries()) {
    features.push(searchFeature(place, naming));
    if (index % AT_ONCE !== AT_ONCE - 1) continue;
    await nextTurn();
    if (response.destroyed) return undefined;
  }
  return featureCollection(features);
}
