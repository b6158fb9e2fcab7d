import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { BrowserContext } from 'playwright-core';
import { SLUGS } from '../shipped-release.ts';
import { describeInBrowser, openSite, type Site } from './shipped-site.ts';
import { watchedPage } from './watched-page.ts';

jest.setTimeout(120_000);

const TYPES: Readonly<Record<string, string>> = {
  ttl: 'text/turtle',
  jsonld: 'application/ld+json',
  rdf: 'application/rdf+xml',
  nt: 'application/n-triples',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/sparql-results+json',
  xml: 'application/sparql-results+xml',
};

describeInBrowser('A visitor', () => {
  let site: Site;
  let scripted: BrowserContext;
  let unscripted: BrowserContext;

  beforeAll(async () => {
    site = await openSite();
    scripted = await site.browser.newContext({ locale: 'fr-FR' });
    unscripted = await site.browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false });
  });

  afterAll(() => site?.close());

  it('without scripts goes from the first page to a work, to its artist, and back', async () => {
    const { page, troubles } = await watchedPage(unscripted);
    await page.goto(site.address);
    await page.locator('main a[href="/dataset/oeuvres"]').first().click();
    expect(new URL(page.url()).pathname).toBe('/dataset/oeuvres');
    await page.locator('main a[href^="/id/oeuvres/"]').first().click();
    const work = page.url();
    expect(new URL(work).pathname).toMatch(/^\/doc\/oeuvres\/./);
    const title = await page.locator('h1').textContent();
    const artist = page.locator('main a[href^="/id/artistes/"]').first();
    const name = (await artist.textContent())?.trim() ?? '';
    await artist.click();
    expect(new URL(page.url()).pathname).toMatch(/^\/doc\/artistes\/./);
    expect((await page.locator('h1').textContent())?.trim()).toBe(name);
    expect(await page.locator('main a[href^="/id/oeuvres/"]').count()).toBeGreaterThan(0);
    await page.goBack();
    expect(page.url()).toBe(work);
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('finds the way back to the dataset and to the list in the crumbs', async () => {
    const { page } = await watchedPage(unscripted);
    await page.goto(new URL(await site.firstThing('musees'), site.address).href);
    await page.locator('nav.crumbs a[href="/dataset/musees"]').click();
    expect(new URL(page.url()).pathname).toBe('/dataset/musees');
    await page.locator('nav.crumbs a[href="/datasets"]').click();
    expect(new URL(page.url()).pathname).toBe('/datasets');
    await page.close();
  });

  it('reads the list of a dataset to its end, page by page', async () => {
    const { page } = await watchedPage(unscripted);
    await page.goto(`${site.address}dataset/artistes`);
    const seen = new Set<string>();
    const links = page.locator('main a[href^="/id/artistes/"]');
    for (let turns = 0; turns < 20; turns++) {
      for (const href of await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))
        seen.add(href);
      const next = page.locator('a[rel="next"], main a[href*="after="]').last();
      if ((await next.count()) === 0) break;
      await next.click();
    }
    expect(seen.size).toBeGreaterThanOrEqual(200);
    await page.close();
  });

  it('changes the language, and the choice goes along', async () => {
    const { page } = await watchedPage(unscripted);
    await page.goto(`${site.address}dataset/musees`);
    await page.locator('a.language').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('main a[href^="/id/musees/"]').first().click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('a.language').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page.close();
  });

  it('skips to the content by keyboard', async () => {
    const { page } = await watchedPage(scripted);
    await page.goto(site.address);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#contenu');
    await page.close();
  });

  it('runs an example query and sees its rows, each leading to a page', async () => {
    const { page, troubles } = await watchedPage(unscripted);
    await page.goto(`${site.address}sparql`);
    await page.locator('main section a[href^="/sparql?query="]').first().click();
    const text = await page.locator('textarea[name="query"]').inputValue();
    expect(text).toMatch(/SELECT/);
    if ((await page.locator('.answer tbody tr').count()) === 0)
      await page.locator('form.query button').click();
    expect(await page.locator('.answer tbody tr').count()).toBeGreaterThan(0);
    expect(await page.locator('textarea[name="query"]').inputValue()).toBe(text);
    await page.locator('.answer tbody a[href^="/id/"]').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/doc\/./);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('writes a query of her own, is told of a mistake, corrects it', async () => {
    const { page } = await watchedPage(unscripted, 400);
    await page.goto(`${site.address}sparql`);
    const query = page.locator('textarea[name="query"]');
    await query.fill('SELECT ?musee WHERE { ?musee a <http://schema.org/Museum> ');
    await page.locator('form.query button').click();
    expect(await page.locator('[role="alert"]').count()).toBe(1);
    expect(await query.inputValue()).toContain('schema.org/Museum');
    await query.fill('SELECT ?musee WHERE { ?musee a <http://schema.org/Museum> } LIMIT 7');
    await page.locator('form.query button').click();
    expect(await page.locator('[role="alert"]').count()).toBe(0);
    expect(await page.locator('.answer tbody tr').count()).toBe(7);
    await page.close();
  });

  it.each(SLUGS)('takes a thing of %s away in each format offered', async (slug) => {
    const hrefs = await linksOf(await site.firstThing(slug), /^\/doc\/.*\.[a-z]+$/);
    expect(hrefs.map((href) => href.replace(/.*\./, ''))).toEqual(
      expect.arrayContaining(['ttl', 'jsonld', 'rdf', 'nt']),
    );
    await expectFormats(hrefs);
  });

  it('takes an answer away in each format offered', async () => {
    for (const query of ['SELECT ?s WHERE { ?s ?p ?o } LIMIT 3', 'CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3']) {
      const hrefs = await linksOf(`/sparql?query=${encodeURIComponent(query)}`, /&format=[a-z]+$/);
      expect(hrefs).toHaveLength(4);
      await expectFormats(hrefs);
    }
  });

  it.each(['/', '/datasets', '/dataset/musees', '/dataset/periodes', '/sparql'])(
    'finds no link on %s that leads nowhere',
    async (path) => {
      // Things are looked at one by one, example queries in test/declared.
      const hrefs = await linksOf(path, /^\/(?!id\/|sparql\?query=)/);
      expect(hrefs.length).toBeGreaterThan(5);
      const wrong = (await Promise.all(hrefs.map(statusOf))).filter(({ status }) => status !== 200);
      expect(wrong).toEqual([]);
    },
  );

  /** Distinct addresses that a page links to, in its text or its head. */
  async function linksOf(path: string, wanted: RegExp): Promise<readonly string[]> {
    const answer = await fetch(new URL(path, site.address), { headers: { accept: 'text/html' } });
    const found = [...(await answer.text()).matchAll(/ href="([^"]+)"/g)];
    const hrefs = found.map(([, href = '']) => href.replaceAll('&amp;', '&'));
    return [...new Set(hrefs)].filter((href) => wanted.test(href));
  }

  async function statusOf(href: string) {
    const answer = await fetch(new URL(href, site.address), { headers: { accept: 'text/html, */*;q=0.1' } });
    await answer.body?.cancel();
    return { href, status: answer.status };
  }

  /** Every address answers 200 with the type that its extension or parameter promises. */
  async function expectFormats(hrefs: readonly string[]): Promise<void> {
    for (const href of hrefs) {
      const format = /(?:format=|\.)([a-z]+)$/.exec(href)?.[1] ?? '';
      const answer = await fetch(new URL(href, site.address));
      const text = await answer.text();
      expect({ href, status: answer.status, empty: text === '' }).toEqual({
        href,
        status: 200,
        empty: false,
      });
      const expected = TYPES[format];
      if (expected !== undefined) expect(answer.headers.get('content-type')).toContain(expected);
    }
  }
});
