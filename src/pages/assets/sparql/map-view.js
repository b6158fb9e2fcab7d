// @ts-check
import { element, say } from '../common/element.js';
import { placeList } from './place-list.js';
import { ringsOf } from './places.js';
import { projectionOf, sheetOf } from './projection.js';

/** More marks than this make no picture that anybody reads, and a slow one. */
const MOST = 20_000;
/** Above this, marks are painted instead of being elements. */
const MANY = 600;
/** CSS pixels from which overseas territories stand beside the mainland. */
const WIDE = 640;
/** Overseas departments, which come first among the territories overseas. */
const DEPARTMENTS = 5;

/**
 * Rows on the outlines of France and its overseas territories, all on one sheet. No tiles, no network.
 * @param {{ rows: any[], variables: string[], label: (row: any, name: string) => string | undefined }} table
 * @param {(row: any) => any} placeOf
 * @param {{ cells: any, texts: Record<string, string>, leaflet: () => Promise<any>, territories: () => Promise<any[]>, taken: Node }} desk
 */
export async function mapView(table, placeOf, { cells, texts, leaflet, territories, taken }) {
  const [L, lands] = await Promise.all([leaflet(), territories()]);
  const holder = element('div', { class: 'sheet', role: 'region', 'aria-label': texts.mapLabel });
  const note = element('p', { class: 'soft small' });
  const list = placeList(table, placeOf, { cells, texts });
  const view = element(
    'div',
    { class: 'placed' },
    element('div', {}, holder, note, element('p', { class: 'soft small' }, texts.takePlaces, ' ', taken)),
    list,
  );
  let sheet;
  const draw = () => {
    const isWide = holder.clientWidth > WIDE;
    sheet = createSheet(landsOf(table.rows, placeOf, lands), isWide);
    holder.classList.toggle('wide-sheet', isWide);
    holder.style.aspectRatio = String(sheet.shape);
    const renderer = table.rows.length > MANY ? L.canvas({ padding: 0.5 }) : L.svg({ padding: 0.5 });
    const map = L.map(holder, {
      crs: L.CRS.Simple,
      zoomControl: false,
      attributionControl: false,
      zoomSnap: 0.25,
      minZoom: -3,
      maxZoom: 6,
      scrollWheelZoom: false,
    });
    L.control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
    for (const land of sheet.lands) drawLand(L, map, land);
    map.fitBounds(sheet.bounds, { padding: [6, 6] });
    map.setMaxBounds(L.latLngBounds(sheet.bounds).pad(0.2));
    // Who has put the hand on the map means the map; until then the wheel turns the page.
    map.on('focus', () => map.scrollWheelZoom.enable());
    map.on('blur', () => map.scrollWheelZoom.disable());
    const counts = drawRows(L, map, renderer);
    note.textContent = sentences(counts);
    holder.dataset.places = String(counts.drawn);
  };

  function drawRows(L, map, renderer) {
    const counts = { drawn: 0, elsewhere: 0, without: 0, left: Math.max(0, table.rows.length - MOST) };
    const style = { ...colours(holder), renderer, radius: holder.clientWidth > WIDE ? 5 : 3 };
    for (const row of table.rows.slice(0, MOST)) {
      const shape = placeOf(row);
      const spot = shape && sheet.project(shape);
      if (spot === undefined) counts[shape ? 'elsewhere' : 'without']++;
      else {
        for (const mark of marks(L, shape.kind, spot, style))
          mark.addTo(map).bindPopup(() => popup(row), { maxWidth: 280 });
        counts.drawn++;
      }
    }
    return counts;
  }

  const popup = (row) =>
    element(
      'dl',
      { class: 'popup' },
      ...table.variables
        .filter((name) => row[name] !== undefined)
        .slice(0, 8)
        .map((name) =>
          element(
            'div',
            {},
            element('dt', {}, name),
            element('dd', {}, cells.content(row[name], table.label(row, name))),
          ),
        ),
    );

  const sentences = ({ drawn, elsewhere, without, left }) =>
    [
      say(texts.placed, { count: cells.number(drawn) }),
      elsewhere > 0 && say(texts.placedElsewhere, { count: cells.number(elsewhere) }),
      without > 0 && say(texts.placedNowhere, { count: cells.number(without) }),
      left > 0 && say(texts.placesLeft, { count: cells.number(left) }),
    ]
      .filter(Boolean)
      .join(' ');

  return { view, drawn: draw };
}

function* marks(L, kind, parts, { radius, ...style }) {
  if (kind === 'points')
    for (const part of parts)
      for (const point of part)
        yield L.circleMarker(point, { ...style, radius, weight: 1, fillOpacity: 0.75 });
  else if (kind === 'line') yield L.polyline(parts, { ...style, weight: 2 });
  else yield L.polygon(parts, { ...style, weight: 1.5, fillOpacity: 0.25 });
}

function drawLand(L, map, { rings, name, at }) {
  L.polygon(rings, { className: 'land', interactive: false, weight: 1, smoothFactor: 0 }).addTo(map);
  if (!at) return;
  const icon = L.divIcon({
    className: 'land-name',
    html: element('span', {}, name),
    iconSize: [110, 16],
    iconAnchor: [55, 0],
  });
  L.marker(at, { icon, interactive: false, keyboard: false }).addTo(map);
}

/** Metropolitan France and the overseas departments always, the others where a row lies in them. */
function landsOf(rows, placeOf, territories) {
  const found = new Set();
  for (const row of rows.slice(0, MOST)) {
    const [point] = placeOf(row)?.parts[0] ?? [];
    if (point) found.add(territories.find((territory) => covers(territory, point)));
  }
  return territories.filter((territory, index) => index <= DEPARTMENTS || found.has(territory));
}

const covers = ({ south, west, north, east }, [latitude, longitude]) =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;

/** Every territory at its place on the sheet; Leaflet counts upwards, drawings downwards. */
function createSheet(territories, isWide) {
  const { cells, width, height } = sheetOf(territories, isWide);
  const placed = territories.map((territory, index) => {
    const { left, top, scale } = cells[index];
    const move = ([x, y]) => [-(top + y * scale), left + x * scale];
    const project = projectionOf(territory.projection);
    return { territory, move, at: (latitude, longitude) => move(project(latitude, longitude)) };
  });
  return {
    lands: placed.map(({ territory, move }, index) => ({
      name: territory.name,
      rings: ringsOf(territory.outline).map((ring) => ring.map(move)),
      at: index === 0 ? undefined : move([territory.width / 2, territory.height * 1.04]),
    })),
    bounds: [
      [0, 0],
      [-height, width],
    ],
    shape: width / height,
    /** The parts of a shape on the sheet, if a territory covers its first point. */
    project({ parts }) {
      const point = parts[0]?.[0];
      const found = point && placed.find(({ territory }) => covers(territory, point));
      return found && parts.map((part) => part.map(([latitude, longitude]) => found.at(latitude, longitude)));
    },
  };
}

/** Painted marks know no style sheet: the tokens are read where they stand. */
function colours(holder) {
  const tokens = getComputedStyle(holder);
  const accent = tokens.getPropertyValue('--garance').trim();
  return {
    color: tokens.getPropertyValue('--sheet').trim(),
    fillColor: accent,
    ...(accent && { color: accent }),
  };
}
