import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { describeInBrowser, openSite, type Site } from './shipped-site.ts';
import { GOOD_LOOK, lookOf, screenshot, watchedPage } from './watched-page.ts';

jest.setTimeout(120_000);

const box = (page: Page) => page.locator('.rail input[name="q"]');
const count = async (page: Page): Promise<number> =>
  Number(((await page.locator('.summary').textContent()) ?? '').replace(/\s/g, '').match(/^\d+/)?.[0]);

describeInBrowser('Someone who searches', () => {
  let site: Site;
  let scripted: BrowserContext;
  let unscripted: BrowserContext;

  beforeAll(async () => {
    site = await openSite();
    scripted = await site.browser.newContext({ locale: 'fr-FR' });
    unscripted = await site.browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false });
  });

  afterAll(() => site?.close());

  it('types the beginning of a word, chooses among suggestions by keyboard, and is there', async () => {
    const { page, troubles } = await watchedPage(scripted);
    await page.goto(site.address);
    await box(page).pressSequentially('chateau');
    const options = page.locator('.rail [role="option"]');
    await options.first().waitFor();
    expect(await box(page).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const chosen = options.nth(1);
    expect(await chosen.getAttribute('aria-selected')).toBe('true');
    expect(await box(page).getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    const name = (await chosen.locator('span').textContent()) ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL('**/doc/**');
    expect(await page.locator('h1').textContent()).toContain(name);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('closes the suggestions by Escape, and sends the words by Enter', async () => {
    const { page } = await watchedPage(scripted);
    await page.goto(site.address);
    await box(page).pressSequentially('louvre');
    await page.locator('.rail [role="option"]').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await box(page).getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=louvre');
    expect(await page.locator('h1').textContent()).toBe('«\u00a0louvre\u00a0»');
    await page.close();
  });

  it('is left alone where there is nothing to suggest, or nobody to ask', async () => {
    const { page } = await watchedPage(scripted);
    await page.goto(site.address);
    await box(page).pressSequentially('zzqqxx');
    await page.waitForResponse('**/api/suggest.json*');
    expect(await page.locator('.rail [role="listbox"]').isVisible()).toBe(false);
    await page.route('**/api/suggest.json*', (route) => route.abort());
    await box(page).fill('chateau');
    await page.waitForEvent('requestfailed');
    expect(await page.locator('.rail [role="listbox"]').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=chateau');
    await page.close();
  });

  it('sees texts of the data as texts among suggestions', async () => {
    const { page, troubles } = await watchedPage(scripted);
    const suggestions = [
      { iri: 'x:y', label: '<img src=x onerror=alert(1)>', href: '/id/x/y', dataset: { title: '<b>' } },
    ];
    await page.route('**/api/suggest.json*', (route) => route.fulfill({ json: { q: 'x', suggestions } }));
    await page.goto(site.address);
    await box(page).pressSequentially('image');
    const option = page.locator('.rail [role="option"]');
    await option.waitFor();
    expect(await option.locator('span').textContent()).toBe('<img src=x onerror=alert(1)>');
    expect(await option.locator('img').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it.each(['with', 'without'])('%s scripts narrows, pages, and takes a choice away again', async (how) => {
    const { page, troubles } = await watchedPage(how === 'with' ? scripted : unscripted);
    await page.goto(`${site.address}search`);
    await page.locator('main input[name="q"]').fill('chateau');
    await page.locator('main form.search button').click();
    const all = await count(page);
    expect(all).toBeGreaterThan(50);
    const place = page.locator('#place li a').first();
    const expected = Number(await place.locator('.number').textContent());
    await place.click();
    expect(await count(page)).toBe(expected);
    expect(expected).toBeLessThan(all);
    await page.locator('.chosen a').first().click();
    expect(await count(page)).toBe(all);
    const first = await page.locator('ol.hits h2').first().textContent();
    await page.locator('nav.paging a[rel="next"]').click();
    expect(new URL(page.url()).searchParams.get('page')).toBe('2');
    expect(await page.locator('ol.hits h2').first().textContent()).not.toBe(first);
    await page.locator('ol.hits a').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/doc\//);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('opens and closes the facets on a telephone, and sees them open where there is room', async () => {
    const { page } = await watchedPage(unscripted);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${site.address}search?q=chateau`);
    const facet = page.locator('#type li a').first();
    expect(await facet.isVisible()).toBe(false);
    await page.locator('details.refine summary').click();
    expect(await facet.isVisible()).toBe(true);
    await page.locator('details.refine summary').click();
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await facet.isVisible()).toBe(true);
    expect(await page.locator('details.refine summary').isVisible()).toBe(false);
    await page.close();
  });

  it.each([
    ['search', '/search'],
    ['found', '/search?q=chateau'],
    ['narrowed', '/search?q=chateau&type=schema:Museum&place=/id/regions/11'],
    ['nothing-found', '/search?q=zzqqxx+fort&type=schema:Museum'],
  ])('sees “%s” as it should be, narrow and wide, light and dark', async (name, path) => {
    const { page, troubles } = await watchedPage(scripted);
    await page.goto(new URL(path, site.address).href);
    for (const width of [360, 1280])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await screenshot(page, `search-${name}-${width}-${colorScheme}`);
        expect(await lookOf(page)).toMatchObject(GOOD_LOOK);
      }
    expect(troubles).toEqual([]);
    await page.close();
  });
});
