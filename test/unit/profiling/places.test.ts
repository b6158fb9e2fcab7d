import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { around, METROPOLIS } from './french-points.ts';
import { columnOf, createProfiler, table } from './profiled.ts';

let files: Awaited<ReturnType<typeof createProfiler>>;
beforeAll(async () => {
  files = await createProfiler();
});
afterAll(() => files.remove());

type Point = readonly [insee: string, latitude: number, longitude: number];
const POINTS = around(METROPOLIS, 36);

/** A table of communes, with cells that are made of where they are. */
const placed = (
  header: readonly string[],
  cells: (latitude: number, longitude: number) => readonly string[],
  points: readonly Point[] = POINTS,
) =>
  files.profile(
    table(
      ['code_insee', ...header],
      points.map(([insee, latitude, longitude]) => [insee, ...cells(latitude, longitude)]),
    ),
  );

const degrees = (value: number): string => value.toFixed(5);

describe('Coordinates in two columns', () => {
  it.each([
    ['latitude', 'longitude'],
    ['lat', 'lon'],
    ['geo_lat', 'geo_lng'],
    ['coord_y', 'coord_x'],
  ])('are found under %s and %s', async (one, other) => {
    const profile = await placed([one, other], (a, b) => [degrees(a), degrees(b)]);
    const [place] = profile.places;
    expect(place?.value).toMatchObject({
      columns: [one, other],
      reference: { kind: 'wgs84', order: 'lat-long' },
      read: 36,
      odd: [],
    });
    expect(place?.confidence).toBeGreaterThan(0.95);
    expect(place?.evidence.en).toContain('36 of 36 points tried are in the département that the row tells');
    expect([columnOf(profile, one).kind.value, columnOf(profile, other).kind.value]).toEqual([
      'latitude',
      'longitude',
    ]);
  });

  it('are where the rows say, whatever the headers say', async () => {
    const profile = await placed(['coordonnees_x', 'coordonnees_y'], (a, b) => [degrees(a), degrees(b)]);
    expect(profile.places[0]?.value.reference).toEqual({ kind: 'wgs84', order: 'lat-long' });
    expect(profile.places[0]?.evidence.en).toContain('the values say the contrary');
    expect(columnOf(profile, 'coordonnees_x').kind.value).toBe('latitude');
  });

  it('are read with commas too', async () => {
    const { places } = await placed(['x', 'y'], (a, b) => [
      degrees(b).replace('.', ','),
      degrees(a).replace('.', ','),
    ]);
    expect(places[0]?.value.reference).toEqual({ kind: 'wgs84', order: 'long-lat' });
  });

  it('are none where two columns are measures', async () => {
    const { places } = await placed(['hauteur', 'largeur'], (a, b) => [degrees(a), degrees(b)]);
    expect(places).toEqual([]);
  });
});

describe('Coordinates in one cell', () => {
  it.each<[string, string, (latitude: number, longitude: number) => string, 'lat-long' | 'long-lat']>([
    ['latitude first', ',', (a, b) => `${degrees(a)}, ${degrees(b)}`, 'lat-long'],
    ['longitude first', ',', (a, b) => `${degrees(b)},${degrees(a)}`, 'long-lat'],
    ['between brackets', ',', (a, b) => `[${degrees(b)}, ${degrees(a)}]`, 'long-lat'],
    ['apart by a stroke', '/', (a, b) => `${degrees(a)} / ${degrees(b)}`, 'lat-long'],
    ['apart by a space', ' ', (a, b) => `${degrees(b)} ${degrees(a)}`, 'long-lat'],
  ])('are found, %s', async (_, separator, cell, order) => {
    const profile = await placed(['zone'], (a, b) => [cell(a, b)]);
    expect(profile.places[0]?.value).toMatchObject({
      columns: ['zone'],
      separator,
      reference: { kind: 'wgs84', order },
    });
    expect(columnOf(profile, 'zone')).toMatchObject({ kind: { value: 'coordinates' } });
    expect(columnOf(profile, 'zone').separation).toBeUndefined();
  });

  it('are in the order in which they are in France, where rows say no place', async () => {
    const rows = POINTS.map(([, a, b], index) => [`K${index}`, `${degrees(b)}, ${degrees(a)}`]);
    const { places } = await files.profile(table(['cle', 'geo'], rows));
    expect(places[0]?.value.reference).toEqual({ kind: 'wgs84', order: 'long-lat' });
    expect(places[0]?.evidence.en).toContain('in France');
  });

  it('are less sure where nothing tells the order', async () => {
    const rows = POINTS.map((_, index) => [
      `K${index}`,
      `${degrees(-30 - index / 9)}, ${degrees(-60 + index / 7)}`,
    ]);
    const { places } = await files.profile(table(['cle', 'point'], rows));
    expect(places[0]?.value.reference).toEqual({ kind: 'wgs84', order: 'lat-long' });
    expect(places[0]?.confidence).toBeLessThan(0.6);
  });

  it('show the rows that are elsewhere, and the cells that are no points', async () => {
    const rows = POINTS.map(([insee, a, b], index) => [
      insee,
      index === 4
        ? '0, 0'
        : index === 7
          ? `${degrees(b)}, ${degrees(a)}`
          : index === 9
            ? 'inconnu'
            : `${degrees(a)}, ${degrees(b)}`,
    ]);
    const { places } = await files.profile(table(['code_insee', 'geo'], rows));
    expect(places[0]?.value.odd.map(({ row }) => row)).toEqual([5, 8, 10]);
    expect(places[0]?.value.read).toBe(35);
  });
});
