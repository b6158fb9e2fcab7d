import { type PageFrame, pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { anchor } from './links.ts';
import { mapOfMany } from './place-map.ts';
import { type PlaceVariables, placeVariables } from './place-variables.ts';
import { pointOfText } from './said-places.ts';
import type { SparqlTable } from './sparql-result.ts';
import type { Coordinates } from './territory.ts';
import { territoryShowing } from './territory-of.ts';
import { FRAME } from './texts/frame-texts.ts';
import { filled } from './texts/table.ts';
import { SPARQL } from './texts/thing-texts.ts';
import { numberText } from './typography.ts';

/** Where the rows of an answer lie, drawn, with what is not on the map told; nothing where no row has a place. */
export function placesOfRows(table: SparqlTable, query: string, frame: PageFrame): Html | false {
  const { language } = frame;
  const variables = placeVariables(table);
  if (!variables) return false;
  const places = table.rows.flatMap((row) => pointOfRow(row, variables) ?? []);
  const shown = places.filter((place) => territoryShowing(place) !== undefined);
  const caption = filled(SPARQL.rowsOnMap, language, {
    count: numberText(shown.length, language),
    total: numberText(table.rows.length, language),
  });
  const address = pageAddress(frame, `/sparql?query=${encodeURIComponent(query)}&format=geojson`);
  return html`<figure class="places">${mapOfMany(shown, SPARQL.mapLabel[language], language)}
<figcaption class="small soft">${caption} ${anchor(address, 'GeoJSON')}. ${FRAME.outlines[language]}</figcaption></figure>`;
}

/** Lines and areas are in the file alone. */
function pointOfRow(row: SparqlTable['rows'][number], variables: PlaceVariables): Coordinates | undefined {
  if ('wkt' in variables) return pointOfText(row[variables.wkt]?.value ?? '');
  const [latitude, longitude] = [row[variables.latitude]?.value, row[variables.longitude]?.value];
  if (latitude === undefined || longitude === undefined) return undefined;
  return { latitude: Number(latitude), longitude: Number(longitude) };
}
