import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CELL_PIXELS } from '../../../src/http/map/mercator-grid.ts';

const SCRIPTS = join(import.meta.dirname, '..', '..', '..', 'src', 'pages', 'assets', 'map');
/** Scripts for browsers have no types: what they give is what the tests say of it. */
const script = (name: string) => import(join(SCRIPTS, name));

const { dataAddress, readView, writeView, writtenBounds } = await script('address.js');
const { CELL, isOneSpot, keptWithin, sizeOf } = await script('marks.js');
const { around } = await script('reach.js');

describe('The scripts of the map', () => {
  it('are less than 60 KB together', () => {
    const octets = readdirSync(SCRIPTS).reduce((sum, name) => sum + statSync(join(SCRIPTS, name)).size, 0);
    expect(octets).toBeLessThan(60_000);
  });
});

describe('The address of a view', () => {
  it('gives the view back, as exactly as it can be seen', () => {
    const quarter = fc.integer({ min: 4, max: 72 }).map((one) => one / 4);
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    fc.assert(
      fc.property(quarter, degrees(84), degrees(179), (zoom, latitude, longitude) => {
        const view = readView(writeView({ zoom, latitude, longitude }));
        expect(view.zoom).toBe(zoom);
        const pixels = (256 * 2 ** zoom) / 360;
        expect(Math.abs(view.longitude - longitude) * pixels).toBeLessThan(1);
        expect(Math.abs(view.latitude - latitude) * pixels).toBeLessThan(1);
      }),
    );
  });

  it.each(['', '#contenu', '#6/46', '#6/91/0', '#19/1/1', '#6/46/181', '#6/x/2'])('is none: %s', (hash) => {
    expect(readView(hash)).toBeUndefined();
  });

  it('asks for data with the parameters of the question', () => {
    const settings = { parameters: '?q=lac&type=schema:Museum', language: 'fr' };
    expect(dataAddress('/map/cells.json', settings, { zoom: 6 })).toBe(
      '/map/cells.json?q=lac&type=schema:Museum&zoom=6&lang=fr',
    );
    expect(dataAddress('/map/outlines.json', { ...settings, parameters: '' }, {})).toBe(
      '/map/outlines.json?lang=fr',
    );
    expect(writtenBounds({ west: -190, south: -3.1234567, east: 12, north: 95 })).toBe('-180,-3.12346,12,90');
  });
});

describe('A mark', () => {
  it('stays in its square, so that two never cover each other', () => {
    expect(CELL).toBe(CELL_PIXELS);
    const point = fc.record({
      x: fc.double({ min: 0, max: 1e6, noNaN: true }),
      y: fc.double({ min: 0, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(point, fc.constantFrom(2, 30, 500, 100_000), (middle, count) => {
        const radius = sizeOf(count) / 2;
        const kept = keptWithin(middle, sizeOf(count));
        for (const axis of ['x', 'y'] as const) {
          const start = Math.floor(middle[axis] / CELL) * CELL;
          expect(kept[axis] - radius).toBeGreaterThanOrEqual(start - 1e-6);
          expect(kept[axis] + radius).toBeLessThanOrEqual(start + CELL + 1e-6);
        }
      }),
    );
  });

  it('knows what no zoom takes apart', () => {
    expect(isOneSpot({ box: [2, 48, 2, 48] })).toBe(true);
    expect(isOneSpot({ box: [2, 48, 2.1, 48] })).toBe(false);
    expect(isOneSpot({})).toBe(false);
  });

  it('is seen with all others in the box around them', () => {
    expect(
      around([
        [2, 48, 3, 49],
        [-61, 14, -60, 15],
      ]),
    ).toEqual([-61, 14, 3, 49]);
  });
});
