import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { landOutlines, tallyPlaces } from '../../../src/pages/index.ts';
import { pathRings } from '../../../src/pages/path-rings.ts';
import { unprojectionOf } from '../../../src/pages/projection.ts';
import { TERRITORIES } from '../../../src/pages/territories.ts';
import { territoryOf, territoryShowing } from '../../../src/pages/territory-of.ts';
import { columnsOf } from '../../place-columns.ts';
import { mapped } from './map-values.ts';
import { LAKE } from './search-values.ts';

describe('The map page', () => {
  it('says in words where things are, overseas and elsewhere too', () => {
    const page = mapped('fr', { chosen: {} });
    expect(page).toMatch(/data-box="[^"]+" data-label="Aller à France métropolitaine, 23\schoses trouvées"/);
    expect(page).toContain('Îles Marquises <span class="number">1</span>');
    expect(page).toContain('Ailleurs <span class="number">1</span>');
    expect(page).toContain('à l’étranger ou en mer');
  });

  it('lists what has a place, and leads to the same search and its GeoJSON', () => {
    const page = mapped('fr', { text: 'cabane', chosen: { place: [LAKE] } });
    expect(page).toContain('<bdi lang="fr"><mark>Cabane</mark> &lt;b&gt;du&lt;/b&gt; lac</bdi>');
    expect(page).toContain('href="/search?q=cabane&amp;place=/id/lacs/1"');
    expect(page).toContain('href="/api/search.geojson?q=cabane&amp;place=/id/lacs/1"');
    expect(page).toContain('<input type="hidden" name="place" value="/id/lacs/1">');
  });

  it('has the things of its list below the heading of the list', () => {
    expect(
      mapped('fr', { chosen: {} })
        .match(/<h[23]/g)
        ?.slice(0, 3),
    ).toEqual(['<h2', '<h3', '<h3']);
  });

  it('turns the pages of its list by addresses', () => {
    const second = mapped('en', { chosen: {}, page: 2 });
    expect(second).toContain('page 2 of 2');
    expect(second).toContain('<a href="/map" rel="prev">');
  });

  it('loads no map where there is nothing to show', () => {
    const page = mapped('fr', { text: 'rien de tel', chosen: {} });
    expect(page).toContain('Rien ne répond');
    expect(page).not.toContain('leaflet.js');
  });
});

describe('A tally of places', () => {
  it('counts each place once, however many there are', () => {
    const place = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    const near = fc.record({
      latitude: fc.double({ min: 43, max: 51, noNaN: true }),
      longitude: fc.double({ min: -1, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(place, near)), (places) => {
        const { total, territories, dots } = tallyPlaces(columnsOf(places));
        const sum = (counts: readonly { count: number }[]) =>
          counts.reduce((all, { count }) => all + count, 0);
        expect([total, sum(territories)]).toEqual([places.length, places.length]);
        expect(sum(dots)).toBe(places.filter((one) => territoryShowing(one)).length);
        expect(territories.find(({ territory }) => !territory)?.count ?? 0).toBe(
          places.filter((one) => !territoryOf(one)).length,
        );
      }),
    );
  });
});

describe('The outlines in degrees', () => {
  it('are where the drawings are: projecting them again gives the drawing', () => {
    for (const { outline, projection, project } of TERRITORIES) {
      const back = unprojectionOf(projection);
      for (const [x, y] of pathRings(outline).flat().slice(0, 20)) {
        const [again, upwards] = project(...back([x, y]));
        expect(again).toBeCloseTo(x, 6);
        expect(upwards).toBeCloseTo(y, 6);
      }
    }
  });

  it('lie in the box of their territory, and that territory is found there', () => {
    for (const [index, { name, box, rings }] of landOutlines('fr').entries()) {
      const [west, south, east, north] = box;
      for (const [latitude, longitude] of rings.flat()) {
        expect(latitude).toBeGreaterThanOrEqual(south - 0.01);
        expect(latitude).toBeLessThanOrEqual(north + 0.01);
        expect(longitude).toBeGreaterThanOrEqual(west - 0.01);
        expect(longitude).toBeLessThanOrEqual(east + 0.01);
      }
      const [latitude = 0, longitude = 0] = rings.flat()[0] ?? [];
      const found = territoryShowing({ latitude, longitude });
      // The whole of Polynesia has some islands that have a map of their own.
      if (name !== 'Polynésie française') expect(found).toBe(TERRITORIES[index]);
    }
  });

  it('cover the overseas collectivities and the southern lands', () => {
    const names = landOutlines('fr').map(({ name }) => name);
    for (const name of [
      'Saint-Martin',
      'Nouvelle-Calédonie',
      'Polynésie française',
      'Futuna',
      'Kerguelen',
      'Tromelin',
    ])
      expect(names).toContain(name);
  });
});
