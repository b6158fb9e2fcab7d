import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { listen } from '../integration/loopback.ts';
import { describeInBrowser, openSite, type Site } from './shipped-site.ts';
import { lookOf, screenshot, watchedPage } from './watched-page.ts';

jest.setTimeout(180_000);

const CHARTS = ['musees/par-region', 'monuments/par-siecle', 'regions/patrimoine', 'maisons/annees-du-label'];
const WIDTHS = [360, 1280] as const;

describeInBrowser('A chart in a browser', () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite();
  });

  afterAll(() => site?.close());

  it.each(CHARTS)(
    '%s shows one drawing with all its words inside, narrow and wide, light and dark',
    async (name) => {
      const context = await site.browser.newContext({ locale: 'fr-FR', javaScriptEnabled: true });
      const { page, troubles } = await watchedPage(context);
      for (const width of WIDTHS)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          await page.goto(`${site.address}chart/${name}`);
          expect((await lookOf(page)).sideways).toBe(0);
          expect(await page.locator('.drawing:visible').count()).toBe(1);
          const outside = await page.locator('.drawing:visible').evaluate((svg) => {
            const { left, right } = svg.getBoundingClientRect();
            return [...svg.querySelectorAll('text')]
              .filter((text) => {
                const box = text.getBoundingClientRect();
                return box.left < left - 1 || box.right > right + 1;
              })
              .map(({ textContent }) => textContent);
          });
          expect(outside).toEqual([]);
          await screenshot(page, `chart-${name.replace('/', '-')}-${width}-${colorScheme}`);
        }
      expect(troubles).toEqual([]);
      await context.close();
    },
  );

  it('is copied from its page and stands in a page elsewhere, as a frame and as an image', async () => {
    const context = await site.browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.address}chart/musees/par-region`);
    const codes = await Promise.all(
      ['#embed-image', '#embed-frame'].map((id) => page.locator(id).inputValue()),
    );
    // The published base is not where this server listens.
    const here = codes.join('\n').replaceAll(/http:\/\/localhost:3000\//g, site.address);
    const elsewhere = await context.newPage();
    const body = `<!doctype html><body>${here}</body>`;
    const other = await listen((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(body);
    });
    await elsewhere.goto(other.url);
    const width = await elsewhere
      .locator('img')
      .evaluate((image) => (image as HTMLImageElement).naturalWidth);
    expect(width).toBeGreaterThan(300);
    const frame = elsewhere.frameLocator('iframe');
    await frame.locator('.drawing:visible').waitFor();
    expect(await frame.locator('h1').textContent()).toBe('Les musées par région');
    await screenshot(elsewhere, 'chart-embedded');
    await other.close();
    await context.close();
  });

  it('leads from its dataset to its page, to the editor, and to the release it is of', async () => {
    const context = await site.browser.newContext({ locale: 'fr-FR' });
    const { page, troubles } = await watchedPage(context);
    await page.goto(`${site.address}dataset/musees`);
    await page.getByRole('link', { name: 'Les musées par région' }).click();
    await page.getByRole('link', { name: /figé à la version/ }).click();
    expect(new URL(page.url()).searchParams.get('release')).toMatch(/^\d{4}-\d\d-\d\d\.\d+$/);
    expect(await page.getByText('pour toujours').count()).toBe(1);
    await page.getByRole('link', { name: /dans l’éditeur/ }).click();
    expect(page.url()).toContain('/sparql?query=');
    expect(troubles).toEqual([]);
    await context.close();
  });
});
