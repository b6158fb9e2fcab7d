import type { Request, Response } from 'express';
import { type FindQuestion, type MapBounds, pathOfIri, type ResourceFinder } from '../../model/index.ts';
import type { SearchReading } from '../../pages/index.ts';
import { variesByLanguage } from '../negotiation.ts';
import { replyAgain } from '../reply-again.ts';
import { QUESTION_NAMES, readSearch } from '../search/asked-search.ts';
import { questionOf } from '../search/found-search.ts';
import { knownValues } from '../search/known-values.ts';
import { searchReading } from '../search/search-reading.ts';
import { memoryOfDocuments, type ServedContext } from '../serving.ts';
import { type AskedView, readView } from './asked-view.ts';
import { gatherCells } from './gather-cells.ts';
import type { GatheredCell } from './gathered-squares.ts';
import { MOST_CELLS, tooManyCells } from './map-problems.ts';
import { mercatorGrid } from './mercator-grid.ts';

const NAMES = [...QUESTION_NAMES, 'bounds', 'zoom'];
const WORLD: MapBounds = { south: -90, west: -180, north: 90, east: 180 };

/** `/map/cells.json`: what is found, gathered by squares of the map; the cells of an answer are complete. */
export function sendCells(
  context: ServedContext,
  finder: ResourceFinder,
  request: Request,
  response: Response,
): Promise<void> | void {
  const asked = readSearch(request.originalUrl, { ...knownValues(context), names: NAMES, isStrict: true });
  const view = readView(request.originalUrl);
  variesByLanguage(response);
  const reading = searchReading(context, request);
  const question = questionOf(asked, reading.frame.language);
  const body = `${JSON.stringify(toldCells({ finder, question, reading }, view))}\n`;
  const lastModified = context.release.manifest.createdAt;
  // Parts of the map are without number; what everybody sees first is worth a place in memory.
  const memory = view.zoom <= REMEMBERED_ZOOM ? memoryOfDocuments(context.serving) : undefined;
  return replyAgain(response, { body, mediaType: 'application/json', lastModified }, memory);
}

const REMEMBERED_ZOOM = 6;

interface Gathering {
  readonly finder: ResourceFinder;
  readonly question: FindQuestion;
  readonly reading: SearchReading;
}

function toldCells(gathering: Gathering, { bounds = WORLD, zoom }: AskedView) {
  const grid = mercatorGrid(bounds, zoom);
  if (grid.columns * grid.rows > MOST_CELLS) throw tooManyCells(zoom);
  const { located, gathered, cells } = gatherCells(gathering.finder.everyPlace(gathering.question), grid);
  return { zoom, located, gathered, cells: cells.map((cell) => toldCell(cell, gathering)) };
}

/** A thing that is alone says which it is; several say where they are. */
function toldCell({ count, latitude, longitude, box, thing }: GatheredCell, { finder, reading }: Gathering) {
  if (count > 1) {
    const { south, west, north, east } = box;
    return {
      count,
      latitude: Number(latitude.toFixed(7)),
      longitude: Number(longitude.toFixed(7)),
      box: [west, south, east, north],
    };
  }
  const { iri } = finder.placed(thing);
  const label = reading.label(iri) ?? iri;
  return { count, latitude, longitude, iri, label, href: pathOfIri(iri, reading.frame.base) ?? iri };
}
