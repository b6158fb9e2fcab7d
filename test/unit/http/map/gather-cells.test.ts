import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gatherCells } from '../../../../src/http/map/gather-cells.ts';
import { thingsInBounds } from '../../../../src/http/map/in-bounds.ts';
import { mercatorGrid } from '../../../../src/http/map/mercator-grid.ts';
import type { MapBounds } from '../../../../src/model/index.ts';
import { columnsOf } from '../../../place-columns.ts';

const WORLD: MapBounds = { south: -90, west: -180, north: 90, east: 180 };

const degrees = (most: number) =>
  fc.integer({ min: -most * 1000, max: most * 1000 }).map((one) => one / 1000);
const place = fc.record({ latitude: degrees(90), longitude: degrees(180) });
const near = fc.record({
  latitude: fc.integer({ min: 43_000, max: 49_000 }).map((one) => one / 1000),
  longitude: fc.integer({ min: -1000, max: 7000 }).map((one) => one / 1000),
});
const places = fc.array(fc.oneof(near, place, fc.constant({ latitude: 48.85, longitude: 2.35 })), {
  maxLength: 60,
});
const bounds = fc.tuple(place, place).map(([one, other]) => ({
  south: Math.min(one.latitude, other.latitude),
  north: Math.max(one.latitude, other.latitude),
  west: one.longitude,
  east: other.longitude,
}));

describe('Things gathered by squares of the map', () => {
  it('are all there: over the whole world the counts add up to everything', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: 4 }), (all, zoom) => {
        const { located, gathered, cells } = gatherCells(columnsOf(all), mercatorGrid(WORLD, zoom));
        expect([located, gathered]).toEqual([all.length, all.length]);
        expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
      }),
    );
  });

  it('are never fewer than what lies in the bounds, across the antimeridian too', () => {
    fc.assert(
      fc.property(places, bounds, fc.integer({ min: 0, max: 4 }), (all, view, zoom) => {
        const found = columnsOf(all);
        const { gathered, cells } = gatherCells(found, mercatorGrid(view, zoom));
        const { total } = thingsInBounds(found, { bounds: view, offset: 0, limit: 1 });
        expect(gathered).toBeGreaterThanOrEqual(total);
        expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(gathered);
      }),
    );
  });

  it('stay together when the map is moved: a cell is the same from every view that holds it', () => {
    fc.assert(
      fc.property(places, bounds, fc.integer({ min: 0, max: 4 }), (all, view, zoom) => {
        const found = columnsOf(all);
        const told = (cells: readonly unknown[]) => cells.map((cell) => JSON.stringify(cell));
        const whole = told(gatherCells(found, mercatorGrid(WORLD, zoom)).cells);
        const part = told(gatherCells(found, mercatorGrid(view, zoom)).cells);
        expect(part.filter((cell) => !whole.includes(cell))).toEqual([]);
      }),
    );
  });

  it('have their middle in their box, and one spot as it is', () => {
    fc.assert(
      fc.property(places, (all) => {
        for (const { latitude, longitude, box } of gatherCells(columnsOf(all), mercatorGrid(WORLD, 3))
          .cells) {
          expect(latitude).toBeGreaterThanOrEqual(box.south);
          expect(latitude).toBeLessThanOrEqual(box.north);
          expect(longitude).toBeGreaterThanOrEqual(box.west);
          expect(longitude).toBeLessThanOrEqual(box.east);
        }
      }),
    );
    const spot = { latitude: 48.8566101, longitude: 2.3514992 };
    const [cell] = gatherCells(columnsOf([spot, spot, spot]), mercatorGrid(WORLD, 4)).cells;
    expect(cell).toMatchObject({ count: 3, ...spot });
  });

  it('come apart from level to level', () => {
    const found = columnsOf([
      { latitude: 48.85, longitude: 2.35 },
      { latitude: 48.95, longitude: 2.85 },
    ]);
    const cells = (zoom: number) =>
      gatherCells(found, mercatorGrid({ south: 48, west: 2, north: 49, east: 3 }, zoom)).cells;
    expect(cells(2)).toHaveLength(1);
    expect(cells(10)).toHaveLength(2);
  });
});

describe('Many things gathered by squares', () => {
  /** More than are gathered anew for each view: the first of a spot is the best, as everywhere. */
  const MANY = Array.from({ length: 30_000 }, (_, one) => ({
    latitude: (41_000 + ((one * 7919) % 10_007)) / 1000,
    longitude: (-5000 + ((one * 104_729) % 14_983)) / 1000,
  }));
  const views: readonly [MapBounds, number][] = [
    [WORLD, 0],
    [{ south: 41, west: -5, north: 51, east: 10 }, 5],
    [{ south: 44, west: 0, north: 46, east: 3 }, 8],
    [{ south: 44.1, west: 0.3, north: 44.4, east: 0.9 }, 11],
    [{ south: -20, west: 170, north: 50, east: 3 }, 4],
  ];

  it.each(views)('are the same as if each were put in its square: %j, level %i', (view, zoom) => {
    const places = columnsOf(MANY);
    const grid = mercatorGrid(view, zoom);
    const { gathered, cells } = gatherCells(places, grid);
    const numbers = MANY.map((_, rank) =>
      grid.cellOf(places.latitudes[rank] as number, places.longitudes[rank] as number),
    );
    const expected = [...Map.groupBy(numbers.keys(), (rank) => numbers[rank] as number)]
      .filter(([cell]) => cell >= 0)
      .sort(([one], [other]) => one - other)
      .map(([, ranks]) => {
        const latitudes = ranks.map((rank) => MANY[rank]?.latitude ?? 0);
        const longitudes = ranks.map((rank) => MANY[rank]?.longitude ?? 0);
        const box = {
          south: Math.min(...latitudes),
          west: Math.min(...longitudes),
          north: Math.max(...latitudes),
          east: Math.max(...longitudes),
        };
        return { count: ranks.length, box, thing: ranks[0] };
      });
    expect(gathered).toBe(expected.reduce((sum, { count }) => sum + count, 0));
    expect(cells.map(({ count, box, thing }) => ({ count, box, thing }))).toEqual(expected);
  });
});

describe('The grid of a view', () => {
  it('has as many squares as the view needs', () => {
    const { columns, rows } = mercatorGrid({ south: 41, west: -5, north: 51, east: 10 }, 6);
    expect(columns * rows).toBeLessThan(200);
    expect(mercatorGrid(WORLD, 0)).toMatchObject({ columns: 4, rows: 4 });
    expect(mercatorGrid({ south: -20, west: 170, north: -10, east: -170 }, 2).columns).toBeLessThan(4);
  });
});
