import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { describeInBrowser, openSite, type Site } from './shipped-site.ts';
import { screenshot } from './watched-page.ts';

jest.setTimeout(120_000);

const LOOKS = [
  { width: 360, colorScheme: 'dark', locale: 'fr-FR' },
  { width: 360, colorScheme: 'light', locale: 'en-GB' },
  { width: 1280, colorScheme: 'light', locale: 'fr-FR' },
  { width: 1280, colorScheme: 'dark', locale: 'en-GB' },
] as const;

describeInBrowser('Where a value comes from, without scripts', () => {
  let site: Site;
  let thing: string;

  beforeAll(async () => {
    site = await openSite();
    thing = await site.firstThing('oeuvres');
  });

  afterAll(() => site?.close());

  const opened = async ({ width, ...look }: (typeof LOOKS)[number]) => {
    const context = await site.browser.newContext({
      ...look,
      viewport: { width, height: 900 },
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(new URL(thing, site.address).href);
    return { context, page };
  };

  describe.each(LOOKS)('at $width px, $colorScheme, $locale', (look) => {
    it('is opened by the keyboard, in place, and leads to a report of that value', async () => {
      const { context, page } = await opened(look);
      const details = page.locator('dl.says details.origin').first();
      const summary = details.locator('summary');
      await summary.focus();
      await page.keyboard.press('Enter');
      const text = await details.locator('div').textContent();
      expect(text).toMatch(/oeuvres\.csv/);
      expect(text).toMatch(/mapping\.yml:\d+/);
      expect(await summary.textContent()).toMatch(/^(?:d’où.\?|where from\?)\s+\S/);
      const box = await details.locator('div').boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(look.width);
      await page.locator('details.origin.whole > summary').click();
      await screenshot(page, `origins-${look.width}-${look.colorScheme}`);
      const value = (await page.locator('dl.says dd').first().textContent())
        ?.split(/ · |d’où|where from/)[0] // The register that it leads to comes after it.
        ?.trim();
      await details.getByRole('link').last().click();
      expect(page.url()).toMatch(/\/contribute\/report\?thing=.*&property=.*&value=/);
      expect(await page.locator('main').textContent()).toContain(value);
      await context.close();
    });
  });

  it('is not printed', async () => {
    const { context, page } = await opened(LOOKS[2]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('details.origin').first().isVisible()).toBe(false);
    await context.close();
  });
});
