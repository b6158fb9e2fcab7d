import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { cimaise } from '../integration/command-line.ts';
import { COMMON, HOSTILE, hostileWorld } from './hostile-world.ts';
import { describeInBrowser, openProject, type Site } from './shipped-site.ts';
import { screenshot, watchedPage } from './watched-page.ts';

jest.setTimeout(180_000);

const BASE = 'http://localhost:3000/';
const MOST_OCTETS = 100_000;
/** Forms are taken three seconds after they were shown. */
const READING = 3200;

const iri = (id: string): string => `${BASE}id/places/${id}`;
const asked = (query: string): string => `/sparql?query=${encodeURIComponent(query)}`;
const report = (id: string): string =>
  `/contribute/report?${new URLSearchParams({ thing: iri(id), subject: iri(id), property: 'http://schema.org/name', value: `${JSON.stringify(HOSTILE[id])}@fr` })}`;
const NAMES =
  'PREFIX schema: <http://schema.org/> SELECT ?s ?name ?url { ?s schema:name ?name ; schema:url ?url FILTER(STRLEN(?name) < 9000) }';

/** Every kind of page that shows data. */
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ...Object.keys(HOSTILE).map((id) => [`thing-${id}`, `/doc/places/${id}`] as const),
  ['concept', '/doc/kinds/script'],
  ['concept-endless', '/doc/kinds/endless'],
  ['dataset', '/dataset/places'],
  ['vocabularies', '/vocabularies'],
  ['vocabulary', '/vocabulary/kinds'],
  ['home', '/'],
  ['model', '/model'],
  ['class', `/model?term=${encodeURIComponent('http://schema.org/Place')}`],
  ['search', `/search?q=${COMMON}`],
  ['search-for-markup', `/search?q=${encodeURIComponent(HOSTILE['event'] ?? '')}`],
  ['facets', '/search'],
  ['chart', '/chart/places/names'],
  ['reconcile', `/reconcile?q=${encodeURIComponent(HOSTILE['script'] ?? '')}`],
  ['preview', '/reconcile/preview?id=places/event'],
  ['preview-endless', '/reconcile/preview?id=places/endless'],
  ['report', report('closing')],
  ['report-endless', `/contribute/report?thing=${encodeURIComponent(iri('endless'))}`],
  [
    'sparql-graph',
    asked('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(STRLEN(STR(?o)) < 9000) } LIMIT 60'),
  ],
  ['nothing-here', `/id/places/${encodeURIComponent(HOSTILE['script'] ?? '')}`],
];

describeInBrowser('A value that would harm', () => {
  let site: Site;
  let context: BrowserContext;

  beforeAll(async () => {
    site = await openProject(hostileWorld());
    context = await site.browser.newContext({ locale: 'fr-FR', viewport: { width: 360, height: 800 } });
  });
  afterAll(() => site?.close());

  /** A page whose troubles hold what left the site and what asked to be answered, too. */
  async function opened(path: string, status = 200) {
    const { page, troubles: own } = await watchedPage(context, status);
    const more: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(site.address) && !url.startsWith('data:')) more.push(`left: ${url}`);
    });
    page.on('dialog', (dialog) => {
      more.push(`dialog: ${dialog.message()}`);
      return dialog.dismiss();
    });
    const answer = await page.goto(new URL(path, site.address).href, { waitUntil: 'load' });
    return { page, answer, troubles: () => [...own, ...more] };
  }

  it.each(PAGES)('is inert and fits on the page “%s”', async (name, path) => {
    const { page, answer, troubles } = await opened(path, name === 'nothing-here' ? 404 : 200);
    expect(answer?.status()).toBe(name === 'nothing-here' ? 404 : 200);
    expect((await answer?.body())?.length ?? 0).toBeLessThanOrEqual(MOST_OCTETS);
    expect(await signsOf(page)).toEqual(INERT);
    await screenshot(page, `hostile-${name}`);
    expect(troubles()).toEqual([]);
    await page.close();
  });

  it.each(['script', 'event', 'closing', 'address', 'entity', 'formula'])(
    'is read as it was written: %s',
    async (id) => {
      const { page } = await opened(`/doc/places/${id}`);
      expect((await page.locator('h1').textContent())?.replaceAll('\u00a0', ' ')).toBe(HOSTILE[id]);
      await page.close();
    },
  );

  it('is named in full in the data, whatever it is', async () => {
    for (const [id, name] of Object.entries(HOSTILE)) {
      const answer = await fetch(`${site.address}doc/places/${id}.jsonld`);
      expect(JSON.stringify(await answer.json())).toContain(JSON.stringify(name));
    }
  });

  it('is a text among suggestions', async () => {
    const { page, troubles } = await opened('/');
    await page.locator('.rail input[name="q"]').pressSequentially(COMMON);
    const options = page.locator('.rail [role="option"]');
    await options.first().waitFor();
    expect(await signsOf(page)).toEqual(INERT);
    await screenshot(page, 'hostile-suggestions');
    expect(troubles()).toEqual([]);
    await page.close();
  });

  it('is a text on the map that moves, in its list and in what a point tells', async () => {
    const { page, troubles } = await opened(`/map?q=${COMMON}#12/45/2`);
    await page.locator('.moving .mark-one').first().waitFor();
    await page.locator('.beside ol.hits li').first().waitFor();
    await page.locator('.moving .mark-one').first().press('Enter');
    await page.locator('.leaflet-popup .told').waitFor();
    expect(await signsOf(page)).toEqual(INERT);
    await screenshot(page, 'hostile-map');
    expect(troubles()).toEqual([]);
    await page.close();
  });

  it('is a text in the answers of the query desk', async () => {
    const { page, troubles } = await opened(asked(NAMES));
    await page.locator('.answers tbody tr').first().waitFor();
    expect(await page.locator('.answers tbody tr').count()).toBe(Object.keys(HOSTILE).length - 1);
    expect(await signsOf(page)).toEqual(INERT);
    await screenshot(page, 'hostile-desk');
    expect(troubles()).toEqual([]);
    await page.close();
  });

  describe('that a reader sends', () => {
    it('is a text for the moderator, on the page, in the list and under the thing', async () => {
      const { page, troubles } = await opened(report('event'));
      for (const [field, typed] of [
        ['text', `${HOSTILE['script']}\n\n${HOSTILE['turning']}\n${'y'.repeat(2000)}`],
        ['proposal', HOSTILE['event']],
        ['name', 'A <img src=x onerror=alert(1)>'],
      ] as const)
        await page.locator(`#${field}`).fill(typed ?? '');
      await sleep(READING);
      await page.locator('form.contribution button').click();
      await page.waitForURL('**/contribute/thanks**');
      const number = (await page.locator('.ticket').textContent()) ?? '';
      const run = (...args: string[]) =>
        cimaise(['contributions', ...args], { CIMAISE_RELEASES: site.releases });
      const { out } = await run('show', number);
      expect(out).toContain('<script>');
      expect(out).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect((await run('accept', number, '--answer', HOSTILE['closing'] ?? '')).code).toBe(0);
      for (const path of [`/contributions/${number}`, '/contributions', '/doc/places/event']) {
        await page.goto(new URL(path, site.address).href);
        // A browser keeps a page for a minute; it was here before.
        await page.reload();
        expect(await page.locator('main').textContent()).toContain('<script>');
        expect({ path, ...(await signsOf(page)) }).toEqual({ path, ...INERT });
        await screenshot(page, `hostile-${path.replaceAll('/', '-')}`);
      }
      expect(troubles()).toEqual([]);
      await page.close();
    });
  });
});

/** What a page looks like on which a value did something. */
interface Signs {
  readonly ran: boolean;
  /** Whether a text is turned around, so that it says something else. */
  readonly turned: boolean;
  /** Elements and attributes that no page of this site writes. */
  readonly strange: readonly string[];
  /** CSS pixels by which the page is wider than the window. */
  readonly sideways: number;
}

const INERT: Signs = { ran: false, turned: false, strange: [], sideways: 0 };

const signsOf = (page: Page): Promise<Signs> =>
  page.evaluate(() => {
    const isStrange = (element: Element): boolean =>
      element.matches(
        'iframe, object, embed, base, img[src="x"], svg[onload], b:not([class] b, details b)',
      ) ||
      [...element.attributes].some(
        ({ name, value }) =>
          name.startsWith('on') ||
          (/^(?:href|src|action|formaction)$/.test(name) &&
            /^\W*(?:javascript|data:text|vbscript)/i.test(value)),
      );
    return {
      ran: document.documentElement.dataset['ran'] !== undefined,
      turned: /[\u202a-\u202e]/.test(document.body.textContent),
      strange: [...document.querySelectorAll('*')]
        .filter(isStrange)
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });
