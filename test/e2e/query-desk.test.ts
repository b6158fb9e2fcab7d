import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { REPOSITORY } from '../integration/command-line.ts';
import { describeInBrowser, openSite, type Site } from './shipped-site.ts';
import { lookOf, screenshot, watchedPage } from './watched-page.ts';

jest.setTimeout(120_000);

const example = (name: string) => readFileSync(join(REPOSITORY, 'queries', 'examples', `${name}.rq`), 'utf8');
const MAP = example('musees/carte');
const CHART = example('oeuvres/par-region');
const YEARS = example('maisons/annees-du-label');
const PERSONS = 'PREFIX schema: <http://schema.org/>\nSELECT ?artiste { ?artiste a schema:Person } LIMIT 150';
const ENDLESS = `SELECT (COUNT(*) AS ?n) { ${'abcdefgh'.replace(/./g, '?$&1 ?$&2 ?$&3 . ')} }`;

describeInBrowser('The query desk', () => {
  let site: Site;
  let context: BrowserContext;

  beforeAll(async () => {
    site = await openSite();
    context = await site.browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
  });

  afterAll(() => site?.close());

  const path = (query: string, more = '') => `/sparql?query=${encodeURIComponent(query)}${more}`;

  /** A page that also remembers what it sent elsewhere and what its policy refused. */
  async function opened(address = '/sparql', width = 1280, within = context) {
    const { page, troubles } = await watchedPage(within);
    page.setDefaultTimeout(60_000);
    await page.setViewportSize({ width, height: 900 });
    const strange: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(site.address) && !url.startsWith('data:')) strange.push(url);
    });
    page.on('console', (message) => {
      if (message.type() === 'warning') strange.push(message.text());
    });
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) => {
        // biome-ignore lint/suspicious/noConsole: what the test reads
        console.warn(`${event.violatedDirective} ${event.blockedURI}`);
      }),
    );
    await page.goto(new URL(address, site.address).href);
    await page.locator('html[data-desk="open"]').waitFor();
    return { page, troubles, strange };
  }

  async function write(page: Page, query: string): Promise<void> {
    await page.locator('.CodeMirror').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(query);
  }

  async function busyWorkers(): Promise<number> {
    const text = await (await fetch(`${site.address}metrics`)).text();
    return Number(/^cimaise_store_workers_busy (\d+)$/m.exec(text)?.[1]);
  }

  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (let turns = 0; turns < 100; turns++) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('It did not come to hold within ten seconds.');
  }

  const asked = (page: Page) => page.locator('textarea[name="query"]').inputValue();
  const rows = (page: Page) => page.locator('.answers tbody tr');

  it('completes classes and properties of the data, by name and by label, and adds their prefix', async () => {
    const { page, troubles, strange } = await opened();
    await write(page, 'SELECT * WHERE { ?m a ');
    await page.keyboard.press('Control+Space');
    const hints = page.locator('.CodeMirror-hint');
    await hints.first().waitFor();
    expect(await hints.count()).toBeGreaterThan(10);
    await page.keyboard.type('schema:Mus', { delay: 20 });
    await hints.filter({ hasText: /schema:Museum\s+Musée\s+\d/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' ; auteu', { delay: 20 });
    await hints.filter({ hasText: /schema:creator\s+Auteur/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' ?x }');
    expect(await asked(page)).toMatch(
      /^PREFIX schema: <http:\/\/schema\.org\/>\nSELECT \* WHERE \{ \?m a schema:Museum ; schema:creator \?x }/,
    );
    expect([...troubles, ...strange]).toEqual([]);
    await page.close();
  });

  it('asks by keyboard, shows labels that lead to pages, turns pages, sorts and searches', async () => {
    const { page, troubles, strange } = await opened();
    await write(page, PERSONS);
    await page.keyboard.press('Control+Enter');
    await rows(page).first().waitFor();
    expect(await rows(page).count()).toBe(100);
    expect(await page.locator('.facts').textContent()).toMatch(/^150 lignes · .* s en tout/);
    await page.getByRole('button', { name: 'Suivantes' }).click();
    expect(await rows(page).count()).toBe(50);
    await page.getByRole('button', { name: 'artiste', exact: true }).click();
    const names = await rows(page).allInnerTexts();
    expect(names).toEqual(names.toSorted(new Intl.Collator(undefined, { numeric: true }).compare));
    await page.getByRole('searchbox').fill(names[3] ?? '');
    expect(await rows(page).first().textContent()).toBe(names[3]);
    expect(await rows(page).count()).toBeLessThan(100);
    const link = rows(page).first().locator('a');
    expect(await link.getAttribute('href')).toMatch(/^\/id\/artistes\//);
    expect(new URL(page.url()).searchParams.get('query')).toBe(PERSONS);
    await link.click();
    expect(new URL(page.url()).pathname).toMatch(/^\/doc\/artistes\/./);
    await page.goBack();
    await rows(page).first().waitFor();
    expect(await asked(page)).toBe(PERSONS);
    expect([...troubles, ...strange]).toEqual([]);
    await page.close();
  });

  it.each([
    [1280, 'light'],
    [360, 'dark'],
  ] as const)('draws a map with the overseas territories, %i px wide, %s', async (width, colorScheme) => {
    const own = await site.browser.newContext({ locale: 'fr-FR', colorScheme });
    const { page, troubles, strange } = await opened(path(MAP, '#view=map'), width, own);
    await page.locator('.sheet[data-places]').waitFor();
    expect(Number(await page.locator('.sheet').getAttribute('data-places'))).toBeGreaterThan(200);
    expect(await page.locator('.land-name').allInnerTexts()).toEqual(
      expect.arrayContaining(['Guadeloupe', 'Martinique', 'Guyane', 'La Réunion', 'Mayotte']),
    );
    await screenshot(page, `desk-map-${width}-${colorScheme}`);
    await page.locator('.sheet path.leaflet-interactive').last().dispatchEvent('click');
    expect(await page.locator('.popup a').first().getAttribute('href')).toMatch(/^\/id\/musees\//);
    const { sideways, nameless } = await lookOf(page);
    expect({ sideways, nameless }).toEqual({ sideways: 0, nameless: [] });
    expect([...troubles, ...strange]).toEqual([]);
    await own.close();
  });

  it.each([1280, 360])('draws charts, %i px wide', async (width) => {
    const { page, troubles, strange } = await opened(path(CHART, '#view=chart'), width);
    await page.locator('.chart .bar').first().waitFor();
    expect(await page.locator('.chart .bar').count()).toBeGreaterThan(10);
    await screenshot(page, `desk-chart-${width}`);
    await write(page, YEARS);
    await page.keyboard.press('Control+Enter');
    await page.locator('.chart .curve').waitFor();
    await page.getByLabel('Forme').selectOption({ label: 'barres' });
    await page.locator('.chart .bar').first().waitFor();
    const { sideways, nameless } = await lookOf(page);
    expect({ sideways, nameless }).toEqual({ sideways: 0, nameless: [] });
    expect([...troubles, ...strange]).toEqual([]);
    await page.close();
  });

  it('hands the answer out in every format, and shows it as it is', async () => {
    const { page } = await opened(path(PERSONS));
    const links = page.locator('.take-away a');
    await links.first().waitFor();
    expect(await links.allInnerTexts()).toEqual(['CSV', 'TSV', 'JSON', 'XML']);
    const [download] = await Promise.all([page.waitForEvent('download'), links.first().click()]);
    expect(download.suggestedFilename()).toBe('reponse.csv');
    expect(
      readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\r\n'),
    ).toHaveLength(151);
    await page.getByRole('tab', { name: 'Texte brut' }).click();
    expect(await page.locator('.answers pre').textContent()).toContain('"bindings"');
    await write(page, 'CONSTRUCT WHERE { ?s a ?class } LIMIT 3');
    await page.keyboard.press('Control+Enter');
    await links.filter({ hasText: 'Turtle' }).waitFor();
    expect(await page.locator('.answers pre').textContent()).toMatch(/ a /);
    await page.close();
  });

  it('says while one writes what the data do not have, and puts it right', async () => {
    const { page, troubles } = await opened();
    await write(page, 'PREFIX schema: <http://schema.org/>\nSELECT * { ?m a schema:Musem }');
    const remark = page.locator('ul.advice li.warning');
    await remark.waitFor();
    expect(await remark.textContent()).toContain('schema:Museum');
    expect(await page.locator('.CodeMirror .advice-warning').textContent()).toBe('schema:Musem');
    await screenshot(page, 'desk-advice');
    await remark.getByRole('button', { name: /^Mettre/ }).click();
    await remark.waitFor({ state: 'detached' });
    expect(await asked(page)).toContain('schema:Museum }');
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('shows where a mistake is, in its sentence and in the text', async () => {
    const { page } = await opened();
    await write(page, 'SELECT * {\n ?a ?b\n}');
    await page.locator('.CodeMirror .advice-error').waitFor();
    await page.keyboard.press('Control+Enter');
    const alert = page.locator('.answers [role="alert"]');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/ligne 3/);
    await page.close();
  });

  it('stops what it is told to stop: the server is free again', async () => {
    const { page, troubles } = await opened();
    await write(page, ENDLESS);
    await page.keyboard.press('Control+Enter');
    const stop = page.getByRole('button', { name: 'Arrêter' });
    await stop.waitFor();
    await until(async () => (await busyWorkers()) === 1);
    await stop.click();
    await page.getByText('Arrêtée après').waitFor();
    expect(await stop.isVisible()).toBe(false);
    const stoppedAt = performance.now();
    await until(async () => (await busyWorkers()) === 0);
    // Left alone, it would have worked on to its deadline of ten seconds.
    expect(performance.now() - stoppedAt).toBeLessThan(4000);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('has an address for each question and view, which says the same elsewhere', async () => {
    const { page } = await opened();
    await write(page, MAP);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('tab', { name: 'Carte' }).click();
    await page.locator('.sheet[data-places]').waitFor();
    const { page: other } = await opened(page.url().slice(site.address.length - 1));
    await other.locator('.sheet[data-places]').waitFor();
    expect(await asked(other)).toBe(MAP);
    expect(await other.locator('.sheet').getAttribute('data-places')).toBe(
      await page.locator('.sheet').getAttribute('data-places'),
    );
    await other.close();
    await page.close();
  });

  it('keeps a question too long for an address, and asks it', async () => {
    const long = `# ${'é'.repeat(2000)}\n${PERSONS}`;
    const { page } = await opened();
    await write(page, long);
    await page.keyboard.press('Control+Enter');
    await rows(page).first().waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    await rows(page).first().waitFor();
    expect(await asked(page)).toBe(long);
    await page.close();
  });

  it('opens ready-made questions in place, and goes back to the one before', async () => {
    const { page, troubles } = await opened(path(PERSONS));
    await rows(page).first().waitFor();
    await page.locator('.questions a').nth(1).click();
    await page.waitForFunction(
      (before) => !location.search.includes(before),
      encodeURIComponent('LIMIT 150'),
    );
    await rows(page).first().waitFor();
    expect(await asked(page)).not.toBe(PERSONS);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('.facts')?.textContent?.startsWith('150'));
    expect(await asked(page)).toBe(PERSONS);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('speaks English whole, leaves nothing in the browser, and lets the keyboard out', async () => {
    const english = await site.browser.newContext({ locale: 'en-GB' });
    const { page } = await opened(path(CHART), 1280, english);
    await rows(page).first().waitFor();
    const words = await page.locator('form.query, .answers').allInnerTexts();
    expect(words.join(' ')).toMatch(/Ask[\s\S]*Answer[\s\S]*rows[\s\S]*Take it away[\s\S]*Table[\s\S]*Chart/);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await page.locator('.CodeMirror').click();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ask');
    await english.close();
  });
});
