import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../src/model/index.ts';
import { describeInBrowser, openSite, type Site, SLUGS } from './shipped-site.ts';
import { lookOf, screenshot, watchedPage } from './watched-page.ts';

jest.setTimeout(120_000);

const SELECT = 'SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 30';
const CONSTRUCT = 'CONSTRUCT WHERE { ?s a ?type } LIMIT 30';
const WIDTHS = [360, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;

interface Kind {
  readonly name: string;
  readonly path: (site: Site) => string | Promise<string>;
  readonly status?: number;
}

const asked = (query: string) => `/sparql?query=${encodeURIComponent(query)}`;

const KINDS: readonly Kind[] = [
  { name: 'home', path: () => '/' },
  { name: 'datasets', path: () => '/datasets' },
  { name: 'dataset', path: () => '/dataset/musees' },
  { name: 'dataset-without-places', path: () => '/dataset/artistes' },
  ...SLUGS.map((slug) => ({ name: `thing-${slug}`, path: (site: Site) => site.firstThing(slug) })),
  { name: 'sparql', path: () => '/sparql' },
  { name: 'sparql-table', path: () => asked(SELECT) },
  { name: 'sparql-graph', path: () => asked(CONSTRUCT) },
  { name: 'sparql-verdict', path: () => asked('ASK { ?s ?p ?o }') },
  { name: 'sparql-no-row', path: () => asked('SELECT * WHERE { ?s <urn:none> ?o }') },
  { name: 'sparql-mistake', path: () => asked('SELECT * WHERE {'), status: 400 },
  { name: 'nothing-here', path: () => '/id/musees/nothing', status: 404 },
];

describeInBrowser('A page in a browser', () => {
  let site: Site;
  const contexts = new Map<Language, BrowserContext>();

  beforeAll(async () => {
    site = await openSite();
    for (const language of LANGUAGES)
      contexts.set(
        language,
        await site.browser.newContext({ locale: language === 'fr' ? 'fr-FR' : 'en-GB' }),
      );
  });

  afterAll(() => site?.close());

  describe.each(KINDS)('$name', ({ name, path, status = 200 }) => {
    it.each(LANGUAGES)('in %s stands as it should at each width, light and dark', async (language) => {
      const { page, troubles } = await watchedPage(contexts.get(language) as BrowserContext, status);
      const answer = await page.goto(new URL(await path(site), site.address).href, { waitUntil: 'load' });
      expect(answer?.status()).toBe(status);
      const lightness = await looksRight(page, `${name}-${language}`, language);
      expect(lightness.light).toBeGreaterThan(0.7);
      expect(lightness.dark).toBeLessThan(0.3);
      expect(troubles).toEqual([]);
      await page.close();
    });
  });
});

/** Checks a page in every width and colour scheme; gives the lightness of its background. */
async function looksRight(page: Page, name: string, language: Language) {
  const lightness = { light: 0, dark: 0 };
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const look = await lookOf(page);
      const where = `${name}-${width}-${colorScheme}`;
      await screenshot(page, where);
      expect({ where, ...look }).toEqual({
        where,
        lang: language,
        title: expect.stringMatching(/^\S.* · \S/),
        headings: 1,
        sideways: 0,
        missingFonts: [],
        broken: [],
        lightness: expect.any(Number),
        nameless: [],
      });
      lightness[colorScheme] = look.lightness;
    }
  return lightness;
}
