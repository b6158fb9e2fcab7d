import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ShippedSite, serveShipped } from './api-site.ts';

interface Cells {
  readonly located: number;
  readonly gathered: number;
  readonly cells: readonly {
    readonly count: number;
    readonly iri?: string;
    readonly label?: string;
    readonly href?: string;
    readonly box?: readonly number[];
  }[];
}
interface Things {
  readonly total: number;
  readonly located: number;
  readonly pages: number;
  readonly things: readonly { readonly iri: string; readonly latitude: number; readonly longitude: number }[];
}

const FRANCE = 'bounds=-5.2,41.3,9.7,51.2';
let site: ShippedSite;
const get = (target: string, headers: Record<string, string> = {}) => site.server.ask(target, { headers });
const json = async <T>(target: string): Promise<T> => JSON.parse((await get(target)).text) as T;

beforeAll(async () => {
  site = await serveShipped();
}, 120_000);

afterAll(() => site.close());

describe('The map', () => {
  it('is a page of less than 100 KB with the same parameters as the search', async () => {
    for (const query of ['', '?dataset=musees', '?q=chateau&period=17', '?type=schema:Museum&page=2']) {
      const { status, text } = await get(`/map${query}`, { Accept: 'text/html' });
      expect(status).toBe(200);
      expect(text.length).toBeLessThan(100_000);
      expect(text).toContain('<svg class="map"');
    }
    expect((await get('/map', { Accept: 'image/png' })).status).toBe(406);
  });

  it('asks no other server: images come from here only', async () => {
    const { headers } = await get('/map', { Accept: 'text/html' });
    expect(headers['content-security-policy']).toContain("img-src 'self' data:;");
  });

  it('leads to the last page of its list from beyond it', async () => {
    const { status, text } = await get('/map?dataset=musees&page=9999', { Accept: 'text/html' });
    expect(status).toBe(404);
    expect(text).toContain('La dernière page');
  });
});

describe('The squares of the map', () => {
  it('hold everything that has a place, as the GeoJSON does', async () => {
    for (const query of ['dataset=musees', 'q=chateau', 'dataset=musees&q=louvre']) {
      const { located, gathered, cells } = await json<Cells>(`/map/cells.json?${query}`);
      const { features } = await json<{ features: unknown[] }>(`/api/search.geojson?${query}`);
      expect([located, gathered]).toEqual([features.length, features.length]);
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(features.length);
    }
  });

  it('come apart as the map is enlarged, to single things that have a name and an address', async () => {
    const far = await json<Cells>(`/map/cells.json?dataset=musees&${FRANCE}&zoom=5`);
    const near = await json<Cells>(`/map/cells.json?dataset=musees&${FRANCE}&zoom=8`);
    expect(near.gathered).toBe(far.gathered);
    expect(near.cells.length).toBeGreaterThan(far.cells.length);
    for (const cell of near.cells)
      if (cell.count === 1) expect(cell.href).toMatch(/^\/id\/musees\/./);
      else expect(cell.box).toHaveLength(4);
  });

  it.each([
    ['bounds=1,2,3', 'parameter-invalid'],
    ['bounds=0,60,1,50', 'parameter-invalid'],
    ['zoom=30', 'parameter-invalid'],
    ['zoom=18', 'parameter-invalid'],
    ['dataset=nothing-of-the-kind', 'parameter-invalid'],
    ['page=2', 'parameter-unknown'],
    ['bounds=%ff', 'bad-request'],
  ])('are refused where the address is wrong: %s', async (query, code) => {
    const { status, text } = await get(`/map/cells.json?${query}`);
    expect(status).toBe(400);
    expect(JSON.parse(text).code).toBe(code);
  });
});

describe('The list beside the map', () => {
  it('has what lies in the view, each thing once, page by page', async () => {
    const address = `/map/things.json?dataset=musees&bounds=1,47,4,50`;
    const { total, pages, located } = await json<Things>(address);
    const all: string[] = [];
    for (let page = 1; page <= pages; page++)
      for (const { iri, latitude, longitude } of (await json<Things>(`${address}&page=${page}`)).things) {
        expect(latitude >= 47 && latitude <= 50 && longitude >= 1 && longitude <= 4).toBe(true);
        all.push(iri);
      }
    expect(new Set(all).size).toBe(total);
    expect(all).toHaveLength(total);
    expect(located).toBeGreaterThan(total);
  });

  it('says when things are from and marks the words looked for, as the page does', async () => {
    interface Listed {
      readonly label: string;
      readonly when?: string;
      readonly parts?: readonly { readonly text: string; readonly hit: boolean }[];
    }
    const { things } = await json<{ things: readonly Listed[] }>('/map/things.json?q=chateau&lang=fr');
    const { text } = await get('/map?q=chateau&lang=fr', { Accept: 'text/html' });
    const items =
      text
        .match(/<ol class="hits">.*?<\/ol>/s)?.[0]
        .split('<li>')
        .slice(1) ?? [];
    const when = (item: string) => /class="years">([^<]*)/.exec(item)?.[1];
    expect(things.map((one) => one.when)).toEqual(items.map(when));
    expect(things.some((one) => one.when)).toBe(true);
    const marks = (item: string) => [...item.matchAll(/<mark>([^<]*)/g)].map(([, word]) => word);
    expect(things.map(({ parts = [] }) => parts.filter(({ hit }) => hit).map((part) => part.text))).toEqual(
      items.map((item) => marks(item.replace(/<p class="snippet">.*/s, ''))),
    );
  });

  it('is counted by the squares too', async () => {
    const { total } = await json<Things>(`/map/things.json?q=musee&bounds=-180,-90,180,90`);
    expect((await json<Cells>('/map/cells.json?q=musee')).gathered).toBe(total);
  });
});

describe('The outlines', () => {
  it('are of every territory, in the reader’s language', async () => {
    const names = async (language: string) =>
      (await json<{ name: string }[]>(`/map/outlines.json?lang=${language}`)).map(({ name }) => name);
    expect(await names('fr')).toEqual(expect.arrayContaining(['La Réunion', 'Saint-Martin', 'Kerguelen']));
    expect(await names('en')).toEqual(expect.arrayContaining(['Réunion', 'Saint Martin', 'Clipperton']));
  });
});
