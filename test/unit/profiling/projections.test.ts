import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { around, METROPOLIS, metres, OVERSEAS } from './french-points.ts';
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

describe('Coordinates in metres', () => {
  it.each([
    ['Lambert-93', 2154, 'x', 'y', 0, 90],
    ['Lambert II étendu', 27572, 'X_LAMBERT', 'Y_LAMBERT', 0, 90],
    ['Lambert I', 27561, 'coord_x', 'coord_y', 48, 90],
    ['Lambert III', 27563, 'coord_x', 'coord_y', 0, 45],
    ['Lambert CC43', 3943, 'x_l93', 'y_l93', 42, 44],
    ['Lambert CC44', 3944, 'x', 'y', 43, 45],
    ['Lambert CC46', 3946, 'x', 'y', 45, 47],
    ['Lambert CC48', 3948, 'x', 'y', 47, 49],
    ['Lambert CC50', 3950, 'x', 'y', 49, 51],
  ])('are recognised as %s by where the rows are', async (_, epsg, x, y, south, north) => {
    const points = POINTS.filter(
      ([insee, latitude]) => latitude > south && latitude < north && insee !== '2A004',
    );
    const profile = await placed([x, y], (a, b) => metres(epsg, a, b).map(String), points);
    expect(profile.places[0]?.value).toMatchObject({
      columns: [x, y],
      reference: { kind: 'projected', epsg },
    });
    expect(profile.places[0]?.confidence).toBeGreaterThan(0.9);
    expect(columnOf(profile, x).kind.value).toBe('projected');
  });

  it.each([
    ['La Réunion', 2975, '97411'],
    ['Guadeloupe', 5490, '97105'],
    ['Guyane', 2972, '97302'],
    ['Mayotte', 4471, '97611'],
    ['Martinique', 5490, '97209'],
    ['New Caledonia', 3163, '98818'],
  ])('are recognised in %s', async (_, epsg, insee) => {
    const points = around(
      OVERSEAS.filter(([code]) => code === insee),
      12,
    );
    const { places } = await placed(['x', 'y'], (a, b) => metres(epsg, a, b).map(String), points);
    expect(places[0]?.value.reference).toEqual({ kind: 'projected', epsg });
  });

  it('may stand in one cell', async () => {
    const { places } = await placed(['lambert'], (a, b) => [metres(2154, a, b).join(' , ')]);
    expect(places[0]?.value).toMatchObject({
      columns: ['lambert'],
      reference: { kind: 'projected', epsg: 2154 },
    });
  });

  it('are proven by degrees of the same rows, and a header that says otherwise is told', async () => {
    const points = POINTS.filter(([, latitude]) => latitude > 42.5 && latitude < 44);
    const profile = await placed(
      ['geo', 'coord_lb93'],
      (a, b) => [`${degrees(a)}, ${degrees(b)}`, metres(3943, a, b).join(' , ')],
      points,
    );
    const metric = profile.places.find(({ value }) => value.columns[0] === 'coord_lb93');
    expect(metric?.value.reference).toEqual({ kind: 'projected', epsg: 3943 });
    expect(metric?.evidence.en).toContain(
      'where the other coordinates of the row are; the header suggests Lambert-93',
    );
  });

  it('may be of a system that another column tells record by record', async () => {
    const zones = [
      ['Lambert1', 27561],
      ['Lambert2 étendu', 27572],
      ['Lambert93', 2154],
    ] as const;
    const rows = POINTS.map(([insee, a, b], index) => {
      const [name, epsg] = zones[index % 3] as (typeof zones)[number];
      return [insee, name, ...metres(epsg, a, b).map(String)];
    });
    const { places } = await files.profile(table(['code_insee', 'zone', 'x', 'y'], rows));
    expect(places[0]?.value.toldBy).toBe('zone');
  });

  it('are none where they are nowhere', async () => {
    const { places } = await placed(['x', 'y'], (a, b) => [degrees(a * 70_001), degrees(b * 3000 + 90_000)]);
    expect(places).toEqual([]);
  });
});
