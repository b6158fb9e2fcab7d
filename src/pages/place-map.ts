import type { Language } from '../model/index.ts';
import { type Fragment, type Html, html } from './html.ts';
import { TERRITORIES } from './territories.ts';
import type { Coordinates, Territory } from './territory.ts';
import { territoryOf, territoryShowing } from './territory-of.ts';
import { withoutDirectionControls } from './typography.ts';

/** Places of one spot, or nearly so. */
export interface CountedCoordinates extends Coordinates {
  /** How many there are; absent: 1. */
  readonly count?: number;
}

/** The name of the overseas territory that a point lies in. */
export function overseasName(place: Coordinates, language: Language): string | undefined {
  const territory = territoryOf(place);
  return territory === TERRITORIES[0] ? undefined : territory?.name[language];
}

/** The map of the territory a thing lies in, with the thing on it; nothing where no map covers it. */
export function mapOfThing(place: Coordinates, label: string): Html | undefined {
  const territory = territoryShowing(place);
  if (!territory) return undefined;
  const [x, y] = territory.project(place.latitude, place.longitude);
  const here = html`<circle class="here" cx="${round(x)}" cy="${round(y)}" r="${round(territory.width / 62)}"/>`;
  return drawing(territory, label, here);
}

/**
 * Many places: metropolitan France large, a smaller map for each overseas department and for each other territory
 * that has a place. Points of one spot are one dot, larger where they are many. Some of them may be drawn apart: those that
 * the list beside the map has.
 */
export function mapOfMany(
  places: readonly CountedCoordinates[],
  label: string,
  ...[language, apart = []]: readonly [Language, (readonly Coordinates[])?]
): Html {
  const byTerritory = Map.groupBy(places, territoryShowing);
  const apartByTerritory = Map.groupBy(apart, territoryShowing);
  const [mainland, ...overseas] = TERRITORIES;
  const insets = overseas.filter(
    (territory, index) => index < OVERSEAS_DEPARTMENTS || byTerritory.has(territory),
  );
  const drawn = (territory: Territory, name: string) =>
    drawing(territory, name, [
      dots(territory, byTerritory.get(territory) ?? [], apart.length > 0 ? 'dots rest' : 'dots'),
      dotsApart(territory, apartByTerritory.get(territory) ?? []),
    ]);
  return html`<div class="atlas">${mainland && drawn(mainland, label)}
<ul class="insets">${insets.map(
    (territory) =>
      html`<li>${drawn(territory, territory.name[language])}<span aria-hidden="true">${territory.name[language]}</span></li>`,
  )}</ul></div>`;
}

const OVERSEAS_DEPARTMENTS = 5;
/** Beyond so many dots on the largest map, and in proportion on smaller ones, a coarser grid is taken: a page stays small whatever its dataset. */
const MOST_DOTS = 3000;

function drawing({ width, height, outline }: Territory, label: string, marks: Fragment): Html {
  return html`<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label="${withoutDirectionControls(label)}"><path class="land" d="${outline}"/>${marks}</svg>`;
}

/** Three paths of zero-length strokes with round ends: a dot costs a few bytes. */
function dots(territory: Territory, places: readonly CountedCoordinates[], name: string): readonly Html[] {
  const points = places.map(({ latitude, longitude, count = 1 }) => {
    const [x, y] = territory.project(latitude, longitude);
    return { x, y, count };
  });
  const cells = gridded(points, territory.width / 250, MOST_DOTS * (territory.width / 1000) ** 2);
  return SIZES.flatMap(({ from, to, width }) => {
    const chosen = cells.filter(({ count }) => count >= from && count < to);
    return chosen.length === 0
      ? []
      : [
          html`<path class="${name}" stroke-width="${round(strokeOf(territory, width))}" d="${chosen.map(({ x, y }) => `M${x} ${y}h0`).join('')}"/>`,
        ];
  });
}

/** A stroke of a large map; small ones are drawn smaller, and their dots are not. */
function strokeOf({ width }: Territory, stroke: number): number {
  const unit = width / 1000;
  return stroke * unit * (unit < 1 ? 4 : 1);
}

/** Larger than any other, in a ring of the ground. */
function dotsApart(territory: Territory, places: readonly Coordinates[]): Html | false {
  if (places.length === 0) return false;
  const points = places.map(({ latitude, longitude }) => territory.project(latitude, longitude));
  const d = points.map(([x, y]) => `M${round(x)} ${round(y)}h0`).join('');
  return html`<path class="dots ring" stroke-width="${round(strokeOf(territory, 29))}" d="${d}"/><path class="dots apart" stroke-width="${round(strokeOf(territory, 21))}" d="${d}"/>`;
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

function gridded(points: readonly Cell[], step: number, most: number): readonly Cell[] {
  const snap = (value: number) => Math.round(Math.round(value / step) * step);
  const cells = Map.groupBy(points, ({ x, y }) => `${snap(x)} ${snap(y)}`);
  if (cells.size > most) return gridded(points, step * 1.5, most);
  return [...cells].map(([key, inside]) => {
    const [x = 0, y = 0] = key.split(' ').map(Number);
    return { x, y, count: inside.reduce((sum, { count }) => sum + count, 0) };
  });
}

const round = (value: number): number => Number(value.toFixed(1));
