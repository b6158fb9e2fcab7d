import type { Language } from '../model/index.ts';
import { type Fragment, type Html, html } from './html.ts';
import type { Point } from './projection.ts';
import { TERRITORIES, type Territory } from './territories.ts';
import { withoutDirectionControls } from './typography.ts';

/** WGS84 degrees. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** The territory whose map shows a point; undefined abroad and at sea. */
export const territoryOf = ({ latitude, longitude }: Coordinates): Territory | undefined =>
  TERRITORIES.find(
    ({ south, west, north, east }) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );

/** The name of the overseas territory that a point lies in. */
export function overseasName(place: Coordinates, language: Language): string | undefined {
  const territory = territoryOf(place);
  return territory === TERRITORIES[0] ? undefined : territory?.name[language];
}

/** The map of the territory a thing lies in, with the thing on it; nothing where no map covers it. */
export function mapOfThing(place: Coordinates, label: string): Html | undefined {
  const territory = territoryOf(place);
  if (!territory) return undefined;
  const [x, y] = territory.project(place.latitude, place.longitude);
  const here = html`<circle class="here" cx="${round(x)}" cy="${round(y)}" r="${round(territory.width / 62)}"/>`;
  return drawing(territory, label, here);
}

/**
 * Many places: metropolitan France large, a smaller map for each overseas department and for each other territory
 * that has a place. Points of one spot are one dot, larger where they are many.
 */
export function mapOfMany(places: readonly Coordinates[], label: string, language: Language): Html {
  const byTerritory = Map.groupBy(places, territoryOf);
  const [mainland, ...overseas] = TERRITORIES;
  const insets = overseas.filter(
    (territory, index) => index < OVERSEAS_DEPARTMENTS || byTerritory.has(territory),
  );
  return html`<div class="atlas">${mainland && drawing(mainland, label, dots(mainland, byTerritory.get(mainland) ?? []))}
<ul class="insets">${insets.map(
    (territory) =>
      html`<li>${drawing(territory, territory.name[language], dots(territory, byTerritory.get(territory) ?? []))}<span aria-hidden="true">${territory.name[language]}</span></li>`,
  )}</ul></div>`;
}

const OVERSEAS_DEPARTMENTS = 5;
/** Beyond so many dots on one map, a coarser grid is taken: a page stays small whatever its dataset. */
const MOST_DOTS = 3000;

function drawing({ width, height, outline }: Territory, label: string, marks: Fragment): Html {
  return html`<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label="${withoutDirectionControls(label)}"><path class="land" d="${outline}"/>${marks}</svg>`;
}

/** Three paths of zero-length strokes with round ends: a dot costs a few bytes. */
function dots(territory: Territory, places: readonly Coordinates[]): readonly Html[] {
  const points = places.map(({ latitude, longitude }) => territory.project(latitude, longitude));
  const cells = gridded(points, territory.width / 250);
  const unit = territory.width / 1000;
  return SIZES.flatMap(({ from, to, width }) => {
    const chosen = cells.filter(({ count }) => count >= from && count < to);
    return chosen.length === 0
      ? []
      : [
          html`<path class="dots" stroke-width="${round(width * unit * (unit < 1 ? 4 : 1))}" d="${chosen.map(({ x, y }) => `M${x} ${y}h0`).join('')}"/>`,
        ];
  });
}

const SIZES = [
  { from: 1, to: 3, width: 9 },
  { from: 3, to: 10, width: 13 },
  { from: 10, to: Infinity, width: 19 },
] as const;

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

function gridded(points: readonly Point[], step: number): readonly Cell[] {
  const snap = (value: number) => Math.round(Math.round(value / step) * step);
  const cells = Map.groupBy(points, ([x, y]) => `${snap(x)} ${snap(y)}`);
  if (cells.size > MOST_DOTS) return gridded(points, step * 1.5);
  return [...cells].map(([key, inside]) => {
    const [x = 0, y = 0] = key.split(' ').map(Number);
    return { x, y, count: inside.length };
  });
}

const round = (value: number): number => Number(value.toFixed(1));
