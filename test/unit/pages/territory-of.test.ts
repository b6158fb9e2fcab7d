import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createExtent } from '../../../src/pages/extent.ts';
import { pathRings } from '../../../src/pages/path-rings.ts';
import { EXTENTS } from '../../../src/pages/territory-extents.ts';
import { territoryOf, territoryShowing } from '../../../src/pages/territory-of.ts';

type Place = readonly [name: string, latitude: number, longitude: number];

/** Towns on this side of each border, and islands. */
const INSIDE: Readonly<Record<string, readonly Place[]>> = {
  'France métropolitaine': [
    ['Bray-Dunes', 51.072, 2.517],
    ['Tourcoing', 50.723, 3.161],
    ['Roubaix', 50.69, 3.174],
    ['le mont Noir', 50.7801, 2.7283],
    ['Givet', 50.138, 4.825],
    ['Longwy', 49.52, 5.76],
    ['Forbach', 49.188, 6.9],
    ['Wissembourg', 49.037, 7.945],
    ['Strasbourg', 48.5818, 7.751],
    ['Saint-Louis', 47.5903, 7.5655],
    ['Ferney-Voltaire', 46.2558, 6.1081],
    ['Annemasse', 46.194, 6.237],
    ['Évian', 46.401, 6.59],
    ['Chamonix', 45.923, 6.869],
    ['Tende', 44.087, 7.594],
    ['Menton', 43.7745, 7.4975],
    ['Beausoleil', 43.7436, 7.4225],
    ['Cap-d’Ail', 43.721, 7.404],
    ['Cerbère', 42.4419, 3.165],
    ['Le Perthus', 42.4636, 2.8625],
    ['Bourg-Madame', 42.4325, 1.9425],
    ['Hendaye', 43.3586, -1.7744],
    ['Bonifacio', 41.387, 9.159],
    ['Ouessant', 48.457, -5.096],
    ['l’île de Sein', 48.036, -4.85],
    ['les Glénan', 47.72, -3.99],
    ['Chausey', 48.87, -1.82],
    ['l’île d’Yeu', 46.71, -2.35],
    ['Cordouan', 45.586, -1.173],
    ['l’île du Levant', 43.03, 6.47],
    ['le mont Saint-Michel', 48.636, -1.511],
    ['le cap de la Hague', 49.725, -1.94],
  ],
  Guyane: [
    ['Saint-Laurent-du-Maroni', 5.5039, -54.0289],
    ['Saint-Georges', 3.8911, -51.8042],
    ['Maripasoula', 3.64, -54.03],
    ['les îles du Salut', 5.287, -52.59],
  ],
  'Saint-Martin': [
    ['Marigot', 18.068, -63.0826],
    ['Quartier-d’Orléans', 18.07, -63.03],
  ],
};

const ABROAD: readonly Place[] = [
  ['La Panne', 51.098, 2.593],
  ['Brussels', 50.8467, 4.3525],
  ['Tournai', 50.606, 3.388],
  ['Mouscron', 50.744, 3.206],
  ['Luxembourg', 49.6116, 6.1319],
  ['Esch', 49.4958, 5.9806],
  ['Saarbrücken', 49.2333, 6.9969],
  ['Kehl', 48.573, 7.809],
  ['Basel', 47.5581, 7.5878],
  ['Weil', 47.593, 7.621],
  ['Geneva', 46.2017, 6.1466],
  ['Courmayeur', 45.79, 6.97],
  ['Ventimiglia', 43.7909, 7.6077],
  ['Monaco', 43.7311, 7.4197],
  ['La Jonquera', 42.419, 2.875],
  ['Llívia', 42.4646, 1.9817],
  ['Andorra', 42.5069, 1.5211],
  ['Pas de la Casa', 42.543, 1.734],
  ['Irun', 43.3378, -1.7888],
  ['Saint Helier', 49.186, -2.106],
  ['Saint Peter Port', 49.455, -2.536],
  ['Alderney', 49.715, -2.205],
  ['Dover', 51.127, 1.313],
  ['Santa Teresa Gallura', 41.241, 9.188],
  ['Albina', 5.4956, -54.0556],
  ['Oiapoque', 3.8408, -51.8342],
  ['Philipsburg', 18.0237, -63.0458],
];

describe('The territory of a point', () => {
  const inside = Object.entries(INSIDE).flatMap(([territory, places]) =>
    places.map(([name, ...at]) => ({ name, territory, at })),
  );

  it.each(inside)('is $territory at $name', ({ territory, at: [latitude, longitude] }) => {
    expect(territoryOf({ latitude, longitude })?.name.fr).toBe(territory);
  });

  it.each(ABROAD)('is none at %s, beyond the border', (_, latitude, longitude) => {
    expect(territoryOf({ latitude, longitude })).toBeUndefined();
  });

  it('is not that whose map shows it, near a border', () => {
    expect(territoryShowing({ latitude: 50.8467, longitude: 4.3525 })?.name.en).toBe('Metropolitan France');
  });
});

describe('An extent', () => {
  it.each(Object.entries(EXTENTS))('finds in squares what its rings hold: %s', (_, path) => {
    const isInside = createExtent(path);
    const rings = pathRings(path);
    const points = rings.flat();
    const [x, y] = [points.map(([one]) => one), points.map(([, one]) => one)];
    const between = (values: readonly number[]) =>
      fc.double({
        min: Math.min(...values) / 1000 - 0.1,
        max: Math.max(...values) / 1000 + 0.1,
        noNaN: true,
      });
    fc.assert(
      fc.property(between(y), between(x), (latitude, longitude) => {
        expect(isInside(latitude, longitude)).toBe(isWithinRings(rings, latitude, longitude));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Every edge, one after the other. */
function isWithinRings(
  rings: readonly (readonly (readonly [number, number])[])[],
  latitude: number,
  longitude: number,
): boolean {
  const [x, y] = [longitude * 1000, latitude * 1000];
  const crossed = rings.flatMap((ring) =>
    ring.filter(([fromX, fromY], at) => {
      const [toX = 0, toY = 0] = ring[(at + 1) % ring.length] ?? [];
      return fromY > y !== toY > y && x > fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
    }),
  );
  return crossed.length % 2 === 1;
}
