import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { REPOSITORY } from '../integration/command-line.ts';
import { type Loopback, listen } from '../integration/loopback.ts';
import { describeInBrowser, openSite, type Site } from './shipped-site.ts';
import { GOOD_LOOK, lookOf, screenshot, watchedPage } from './watched-page.ts';

jest.setTimeout(120_000);

const whole = (text: string | null): number => Number(/^\d+/.exec((text ?? '').replace(/\s/g, ''))?.[0]);
/** How many things are in view, as the list says it; the map rests then. */
async function inView(page: Page): Promise<number> {
  await page.locator('.moving[data-ready]').waitFor();
  return whole(await page.locator('.in-view').textContent());
}
/** Waits until the map has moved and what is in view has come. */
async function moved(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = page.url();
  await act();
  await page.waitForFunction((address) => location.href !== address, before);
  await page.locator('.moving[data-ready]').waitFor();
}
/** Squares are whole, so that some marks lie beyond the edge: the number of one that is well within. */
const seenMark = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const ground = document.querySelector('.moving')?.getBoundingClientRect() ?? new DOMRect();
    return [...document.querySelectorAll('.mark-one')].findIndex((mark) => {
      const { x, y } = mark.getBoundingClientRect();
      return x > ground.left + 80 && x < ground.right - 80 && y > ground.top + 80 && y < ground.bottom - 80;
    });
  });
const json = async <T>(address: string | URL): Promise<T> => (await (await fetch(address)).json()) as T;
interface Feature {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly [number, number] };
}
const featuresAt = async (address: string | URL): Promise<readonly Feature[]> =>
  (await json<{ features: readonly Feature[] }>(address)).features;

describeInBrowser('Someone who looks at the map', () => {
  let site: Site;
  let context: BrowserContext;

  beforeAll(async () => {
    site = await openSite();
    context = await site.browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
  });

  afterAll(() => site?.close());

  async function opened(path: string, within = context) {
    const { page, troubles } = await watchedPage(within);
    page.setDefaultTimeout(60_000);
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address)) elsewhere.push(request.url());
    });
    await page.goto(new URL(path, site.address).href);
    return { page, troubles, elsewhere };
  }

  it('drags and enlarges it: what comes into view is asked for, counted and listed', async () => {
    const { page, troubles, elsewhere } = await opened('/map?dataset=musees');
    const asked: URL[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/map/things.json')) asked.push(new URL(request.url()));
    });
    expect(await inView(page)).toBeGreaterThan(200);
    const places = await featuresAt(new URL('/api/search.geojson?dataset=musees', site.address));
    const box = await page.locator('.moving').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 300];
    await moved(page, async () => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 180, y - 120, { steps: 6 });
      await page.mouse.up();
    });
    await moved(page, () => page.locator('.leaflet-control-zoom-in').click());
    const count = await inView(page);
    const [west = 0, south = 0, east = 0, north = 0] = (asked.at(-1)?.searchParams.get('bounds') ?? '')
      .split(',')
      .map(Number);
    const within = places.filter(
      ({
        geometry: {
          coordinates: [longitude, latitude],
        },
      }) => longitude >= west && longitude <= east && latitude >= south && latitude <= north,
    );
    expect([within.length > 0, within.length < places.length]).toEqual([true, true]);
    expect(count).toBe(within.length);
    const named = await page.locator('.beside ol.hits li h3').count();
    expect(named).toBe(Math.min(20, count));
    expect([...troubles, ...elsewhere]).toEqual([]);
    await page.close();
  });

  it('finds the same view at its address, and goes to a territory by its name', async () => {
    const { page } = await opened('/map?dataset=musees');
    const all = await inView(page);
    await moved(page, () => page.locator('.leaflet-control-zoom-in').click());
    const [address, count] = [page.url(), await inView(page)];
    expect(count).toBeLessThan(all);
    const { page: again } = await opened(address);
    expect([await inView(again), again.url()]).toEqual([count, address]);
    const island = again.locator('.reach').getByRole('button', { name: 'La Réunion' });
    await moved(again, () => island.click());
    expect(await inView(again)).toBe(Number((await island.textContent())?.match(/\d+$/)?.[0]));
    await moved(again, () => again.getByRole('button', { name: 'Tout voir' }).click());
    expect(await inView(again)).toBe(whole(await again.locator('.summary').textContent()));
    await again.close();
    await page.close();
  });

  it('opens up a square, to the things it holds', async () => {
    const { page } = await opened('/map?dataset=musees');
    const before = await inView(page);
    const cluster = page.locator('.mark-many').first();
    const held = whole(await cluster.textContent());
    await moved(page, () => cluster.click());
    const now = await inView(page);
    expect([now >= held, now < before]).toEqual([true, true]);
    await page.close();
  });

  it.each(['mouse', 'keyboard'])(
    'has a thing told by %s, and is back at its mark after Escape',
    async (by) => {
      const { page, troubles } = await opened('/map?dataset=musees#8/45.8/3.1');
      await inView(page);
      const mark = page.locator('.mark-one').nth(await seenMark(page));
      const name = await mark.getAttribute('aria-label');
      if (by === 'mouse') await mark.click();
      else {
        await mark.focus();
        await page.keyboard.press('Enter');
      }
      const link = page.locator('.told a').first();
      await link.waitFor();
      expect(await link.textContent()).toBe(name);
      expect(await link.getAttribute('href')).toMatch(/^\/id\/musees\//);
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.locator('.moving[data-ready]').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.told').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name);
      expect(troubles).toEqual([]);
      await page.close();
    },
  );

  it('takes away as GeoJSON exactly what the list has, page by page', async () => {
    const { page } = await opened('/map?q=chateau');
    const total = whole(await page.locator('.summary').textContent());
    const href = (await page.getByRole('link', { name: 'GeoJSON' }).getAttribute('href')) ?? '';
    const features = await featuresAt(new URL(href, site.address));
    const listed: string[] = [];
    for (let at = 1, pages = 1; at <= pages; at++) {
      const address = new URL(`/map/things.json?q=chateau&page=${at}`, site.address);
      const answer = await json<{ pages: number; things: { iri: string }[] }>(address);
      pages = answer.pages;
      listed.push(...answer.things.map(({ iri }) => iri));
    }
    expect(features).toHaveLength(total);
    expect(features.map(({ id }) => id).sort()).toEqual(listed.sort());
    await page.close();
  });

  it.each([
    ['a dataset', '/dataset/musees', 'dataset=musees'],
    ['a concept', '/doc/domaines/peinture', 'concept='],
  ])('comes to it from %s, and takes that away', async (_, path, parameter) => {
    const { page } = await opened(path);
    await page.locator(`main a[href*="/map?${parameter}"]`).first().click();
    await page.locator('.moving[data-ready]').waitFor();
    const total = whole(await page.locator('.summary').textContent());
    const href = (await page.getByRole('link', { name: 'GeoJSON' }).getAttribute('href')) ?? '';
    expect(await featuresAt(new URL(href, site.address))).toHaveLength(total);
    expect(total).toBeGreaterThan(0);
    await page.close();
  });

  it('sees a drawing and a list without scripts, on a telephone too', async () => {
    const own = await site.browser.newContext({
      locale: 'fr-FR',
      javaScriptEnabled: false,
      viewport: { width: 360, height: 800 },
    });
    const { page } = await opened('/map?dataset=musees', own);
    expect(await page.locator('.atlas svg').count()).toBeGreaterThan(5);
    expect(await page.locator('.reach li').first().textContent()).toMatch(/^France métropolitaine \d+$/);
    const first = await page.locator('ol.hits h3').first().textContent();
    await page.locator('nav.turning a[rel="next"]').click();
    expect(await page.locator('ol.hits h3').first().textContent()).not.toBe(first);
    await own.close();
  });

  it.each([
    [360, 'dark'],
    [768, 'light'],
    [1440, 'dark'],
  ] as const)('sees it as it should be, %i px wide, %s', async (width, colorScheme) => {
    const own = await site.browser.newContext({
      locale: 'fr-FR',
      colorScheme,
      viewport: { width, height: 900 },
    });
    const { page, troubles } = await opened('/map', own);
    await inView(page);
    await screenshot(page, `map-${width}-${colorScheme}`);
    expect(await lookOf(page)).toMatchObject(GOOD_LOOK);
    expect(troubles).toEqual([]);
    await own.close();
  });

  it('has the places of an answer to SPARQL beside their map in words, and takes all of them away', async () => {
    const query = readFileSync(join(REPOSITORY, 'queries/examples/musees/carte.rq'), 'utf8');
    const { page, troubles } = await opened(`/sparql?query=${encodeURIComponent(query)}#view=map`);
    await page.locator('.sheet[data-places]').waitFor();
    const count = Number(await page.locator('.place-list').getAttribute('data-count'));
    expect(await page.locator('.place-list li').count()).toBe(20);
    const first = await page.locator('.place-list li a').first().textContent();
    await page.locator('.place-list button').last().click();
    expect(await page.locator('.place-list li a').first().textContent()).not.toBe(first);
    const link = page.locator('.placed a[download]');
    const download = page.waitForEvent('download');
    await link.click();
    const file = await (await download).path();
    const { features, rowsWithoutPlace } = JSON.parse(readFileSync(file, 'utf8'));
    expect([features.length, rowsWithoutPlace]).toEqual([count, 0]);
    expect(troubles).toEqual([]);
    await page.close();
  });
});

const TILE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#dde3e0" stroke="#fff"/></svg>';

describeInBrowser('Someone who looks at the map of a site with tiles', () => {
  let tiles: Loopback;
  let site: Site;
  const project = mkdtempSync(join(tmpdir(), 'cimaise-tiles-'));
  const served: string[] = [];

  beforeAll(async () => {
    tiles = await listen((request, response) => {
      served.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(TILE);
    });
    for (const folder of ['data', 'ontologies', 'shapes', 'queries'])
      cpSync(join(REPOSITORY, folder), join(project, folder), { recursive: true });
    const identity = join(project, 'data', 'site.yml');
    const setting = `tiles: { template: '${tiles.url}/fond/{z}/{x}/{y}.svg', attribution: Atelier des tuiles }\n`;
    writeFileSync(identity, `${readFileSync(identity, 'utf8')}\n${setting}`);
    site = await openSite(project);
  });

  afterAll(async () => {
    await site?.close();
    await tiles?.close();
    rmSync(project, { recursive: true, force: true });
  });

  it('sees them and who made them; nothing else of any other site is allowed or asked for', async () => {
    const context = await site.browser.newContext({ locale: 'fr-FR' });
    const { page, troubles } = await watchedPage(context);
    const asked = new Set<string>();
    page.on('request', (request) => void asked.add(new URL(request.url()).origin));
    const answer = await page.goto(new URL('/map?dataset=musees', site.address).href);
    await page.locator('.leaflet-tile-loaded').first().waitFor();
    await page.locator('.moving[data-ready]').waitFor();
    expect(served.every((path) => /^\/fond\/\d+\/\d+\/\d+\.svg$/.test(path))).toBe(true);
    expect([...asked].sort()).toEqual([new URL(site.address).origin, tiles.url].sort());
    const policy = (await answer?.headerValue('content-security-policy')) ?? '';
    expect(/img-src ([^;]*)/.exec(policy)?.[1]?.split(' ')).toEqual(["'self'", 'data:', tiles.url]);
    expect(policy.split(tiles.url)).toHaveLength(2);
    expect(await page.locator('figcaption').textContent()).toContain('Atelier des tuiles');
    await screenshot(page, 'map-tiles');
    expect(troubles).toEqual([]);
    await context.close();
  });
});
