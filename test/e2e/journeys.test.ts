import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { cimaise } from '../integration/command-line.ts';
import { describeInBrowser, openSite, type Site } from './shipped-site.ts';
import { screenshot, type WatchedPage, watchedPage } from './watched-page.ts';

jest.setTimeout(180_000);

/** Forms are taken three seconds after they were shown. */
const READING = 3200;

const numberIn = (text: string | null): number =>
  Number(/\d[\d\s]*/.exec(text ?? '')?.[0].replace(/\s/g, ''));
const inMain = (page: Page, name: string | RegExp): Locator =>
  page.locator('main').getByRole('link', { name, exact: typeof name === 'string' });

/** The words of a link or button are clicked, and the file that comes is read. */
async function fileBy(page: Page, link: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFileSync(await download.path(), 'utf8');
}

describeInBrowser('The journey of', () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  describe.each([
    ['with scripts', true],
    ['with scripts off', false],
  ])('%s,', (_, javaScriptEnabled) => {
    let context: BrowserContext;
    let watched: WatchedPage;
    const opened = (): Promise<BrowserContext> =>
      site.browser.newContext({
        locale: 'fr-FR',
        javaScriptEnabled,
        viewport: { width: 1280, height: 900 },
      });

    beforeEach(async () => {
      context = await opened();
      watched = await watchedPage(context);
      await watched.page.goto(site.address);
    });
    afterEach(() => context.close());

    it('a citizen leads from a word to a thing, what is around it, the map of all that was found, and its file', async () => {
      const { page, troubles } = watched;
      await page.locator('.rail input[name="q"]').fill('chateau');
      await page.getByRole('button', { name: 'Chercher' }).click();
      const found = numberIn(await page.locator('.summary').textContent());
      expect(found).toBeGreaterThan(50);
      const hit = page.locator('ol.hits h2 a').first();
      const name = (await hit.textContent())?.trim() ?? '';
      await hit.click();
      expect((await page.locator('h1').textContent())?.trim()).toBe(name);
      const iri = (await page.locator('.cartel .iri').first().textContent()) ?? '';
      await inMain(page, 'Voir ce qu’il y a autour').click();
      await page.locator('.beside h2').first().waitFor();
      if (javaScriptEnabled) await page.locator('.beside').getByText(name).first().waitFor();
      await page.goBack();
      await page.goBack();
      await inMain(page, 'Voir sur la carte').first().click();
      await page.waitForURL(/\/map\?q=chateau$/);
      const [, located = 0, all] =
        /^(\d+).*?(\d+)/.exec((await page.locator('.summary').textContent()) ?? '') ?? [];
      expect(Number(all)).toBe(found);
      const places = JSON.parse(await fileBy(page, inMain(page, 'GeoJSON')));
      expect(places.features).toHaveLength(Number(located));
      expect(places.features.map(({ id }: { id: string }) => id)).toContain(iri);
      const rows = (await fileBy(page, inMain(page, 'CSV'))).trim().split('\r\n');
      expect(rows).toHaveLength(found + 1);
      expect(rows[0]).toMatch(/^iri,label,/);
      expect(rows.find((row) => row.startsWith(iri))).toContain(name);
      expect(troubles).toEqual([]);
    });

    it('a curator leads from a statement to where it is from, a report, a moderator, the page and its data', async () => {
      const { page, troubles } = watched;
      await page.getByRole('link', { name: 'Jeux de données' }).first().click();
      await inMain(page, 'Musées de France').click();
      await page.locator('table.data tbody a').first().click();
      const thing = page.url();
      const origin = page.locator('dl.says details.origin').first();
      await origin.locator('summary').click();
      expect(await origin.textContent()).toMatch(/musees\.csv.*ligne|musees\.csv/s);
      await origin.getByRole('link', { name: /Signaler/ }).click();
      const reported = await page.locator('dl.reported').textContent();
      expect(reported).not.toBe('');
      await page.getByLabel('Qu’est-ce qui ne va pas').fill(`Ce n’est pas exact (${javaScriptEnabled}).`);
      await page.getByLabel('Votre adresse électronique').fill('pas une adresse');
      await sleep(READING);
      await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
      // What was typed is still there; the fault is named, and leads to its field.
      await page.getByRole('alert').getByRole('link').click();
      expect(new URL(page.url()).hash).toBe('#email');
      await page.getByLabel('Votre adresse électronique').fill('conservation@exemple.fr');
      await page.getByLabel('Que faudrait-il écrire').fill('Une autre valeur');
      await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
      await page.waitForURL('**/contribute/thanks**');
      const number = (await page.locator('.ticket').textContent()) ?? '';
      await page.reload();
      expect(await page.locator('.ticket').textContent()).toBe(number);
      const moderate = (...args: string[]) =>
        cimaise(['contributions', ...args], { CIMAISE_RELEASES: site.releases });
      expect((await moderate('show', number)).out).toContain('conservation@exemple.fr');
      expect((await moderate('accept', number, '--answer', 'Merci, nous corrigeons.')).code).toBe(0);
      await page.goto(thing);
      const entry = page.locator(`a[href="/contributions/${number}"]`);
      await until(page, entry);
      await screenshot(page, `thing-with-report-${javaScriptEnabled}`);
      await entry.click();
      const text = (await page.locator('main').textContent()) ?? '';
      for (const said of ['Une autre valeur', 'Merci, nous corrigeons.', 'pris en compte'])
        expect(text).toContain(said);
      const turtle = await fetch(new URL(await hrefOf(inMain(page, 'Turtle')), site.address));
      const data = await turtle.text();
      expect(data).toMatch(/oa:Annotation/);
      expect(data).toContain('Merci, nous corrigeons.');
      expect(text + data).not.toContain('conservation@');
      // A browser reports the form that came back.
      expect(troubles.filter((one) => !one.includes('status of 422'))).toEqual([]);
    });

    it('a researcher leads from a ready-made question to her own, a chart, and an address that says the same', async () => {
      const { page, troubles } = watched;
      await page.getByRole('link', { name: 'SPARQL', exact: true }).click();
      const research = javaScriptEnabled ? throughTheDesk : throughTheForm;
      const told = await research(page);
      const elsewhere = await opened();
      const { page: other, troubles: others } = await watchedPage(elsewhere);
      await other.goto(page.url());
      expect(await answerOf(other, javaScriptEnabled)).toEqual(told);
      await elsewhere.close();
      expect([...troubles, ...others]).toEqual([]);
    });
  });

  /** Example, change, chart: where scripts run all is on one page. */
  async function throughTheDesk(page: Page) {
    await page.locator('html[data-desk="open"]').waitFor();
    await inMain(page, 'Les œuvres par région').click();
    await page.locator('.answers tbody tr').first().waitFor();
    const text = await page.locator('textarea[name="query"]').inputValue();
    expect(text).toMatch(/^(?:BASE .*\n)?# .*\?\n/);
    await page.locator('.CodeMirror').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(`${text.replace(/\nLIMIT.*/s, '').trimEnd()}\nLIMIT 5`);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/LIMIT(?:%20|\+)5/);
    await page.getByRole('tab', { name: 'Graphique' }).click();
    return answerOf(page, true);
  }

  /** Chart, its question, change: without scripts each is a page. */
  async function throughTheForm(page: Page) {
    await inMain(page, 'Les œuvres par région').click();
    await page.locator('.answer tbody tr').first().waitFor();
    await page.getByRole('link', { name: 'Jeux de données' }).first().click();
    await inMain(page, 'Musées de France').click();
    await inMain(page, 'Les musées par région').click();
    expect(await page.locator('svg.drawing:visible').count()).toBe(1);
    await inMain(page, /dans l’éditeur/).click();
    const query = page.locator('textarea[name="query"]');
    await query.fill(`${(await query.inputValue()).trimEnd()}\nLIMIT 5`);
    await page.getByRole('button', { name: 'Poser la question' }).click();
    return answerOf(page, false);
  }
});

/** The five bars and their values; where no script draws them, the five rows. */
async function answerOf(page: Page, isDrawn: boolean): Promise<readonly string[]> {
  const shown = page.locator(isDrawn ? '.answers .chart .bar' : '.answer tbody tr');
  await shown.first().waitFor();
  expect(await shown.count()).toBe(5);
  return (isDrawn ? page.locator('.answers .chart text') : shown).allTextContents();
}

const hrefOf = async (link: Locator): Promise<string> => (await link.getAttribute('href')) ?? '';

/** Reads the page again until what another process decided is on it. */
async function until(page: Page, wanted: Locator): Promise<void> {
  for (let turns = 0; turns < 50 && (await wanted.count()) === 0; turns++) await page.reload();
}
