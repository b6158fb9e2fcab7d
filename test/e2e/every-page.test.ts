import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../src/model/index.ts';
import { violations } from './axe.ts';
import { KINDS } from './page-addresses.ts';
import { describeInBrowser, openSite, type Site } from './shipped-site.ts';
import { lookOf, screenshot, watchedPage } from './watched-page.ts';

jest.setTimeout(180_000);

const WIDTHS = [360, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;
/** 200 % of a window of 1280 pixels, and the narrowest that WCAG asks for: zoom is fewer pixels of CSS. */
const ZOOMED = [640, 320] as const;
const MOST_OCTETS = { html: 100_000, script: 60_000 };
/** Milliseconds: a second on a quiet machine (`npm run bench:pages`); here others work too. */
const LATEST_PAINT = 10_000;

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

  // A page is loaded once for all that is asked of it: loading is most of the time.
  describe.each(KINDS)('$name', ({ name, path, status = 200 }) => {
    describe.each(LANGUAGES)('in %s', (language) => {
      let page: Page;
      let troubles: readonly string[];
      let html = 0;

      beforeAll(async () => {
        ({ page, troubles } = await watchedPage(contexts.get(language) as BrowserContext, status));
        const answer = await page.goto(new URL(await path(site), site.address).href, { waitUntil: 'load' });
        expect(answer?.status()).toBe(status);
        html = (await answer?.body())?.length ?? Number.POSITIVE_INFINITY;
      });

      afterAll(() => page?.close());

      it('waits for little: HTML, scripts of its own, the largest paint', async () => {
        expect(html).toBeLessThanOrEqual(MOST_OCTETS.html);
        expect(await octetsOfScripts(page)).toBeLessThanOrEqual(MOST_OCTETS.script);
        expect(await largestPaint(page)).toBeLessThan(LATEST_PAINT);
      });

      it('stands as it should at each width, light and dark', async () => {
        const lightness = await looksRight(page, `${name}-${language}`, language);
        expect(lightness.light).toBeGreaterThan(0.7);
        expect(lightness.dark).toBeLessThan(0.3);
        expect(troubles).toEqual([]);
      });

      it('meets no violation of axe, light or dark', async () => {
        expect(await violations(page)).toEqual({ light: [], dark: [] });
      });

      it('can be read at 200 % and on 320 pixels without scrolling sideways', async () => {
        for (const width of ZOOMED) {
          await page.setViewportSize({ width, height: 450 });
          expect({ width, sideways: (await lookOf(page)).sideways }).toEqual({ width, sideways: 0 });
        }
      });
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

/** Octets of the scripts that a page loaded, from the site or the browser's cache; packages (editor, map) apart. */
const octetsOfScripts = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => /\/assets\/(?!packages\/).*\.js$/.test(name))
      .reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
  );

/** Milliseconds until the largest element was painted. */
const largestPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
        setTimeout(() => resolve(0), 2000);
      }),
  );
