import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { cimaise } from '../integration/command-line.ts';
import { describeInBrowser, openSite, type Site } from './shipped-site.ts';
import { screenshot, watchedPage } from './watched-page.ts';

jest.setTimeout(180_000);

/** Forms are taken three seconds after they were shown. */
const READING = 3200;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describeInBrowser('A curator', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  const without = (): Promise<BrowserContext> =>
    site.browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false });
  const moderate = (...args: string[]) =>
    cimaise(['contributions', ...args], { CIMAISE_RELEASES: site.releases });

  it('submits a reuse of a dataset with the keyboard alone', async () => {
    const context = await without();
    const { page } = await watchedPage(context);
    await page.goto(new URL('/dataset/musees', site.address).href);
    await page.locator('a[href^="/contribute/reuse"]').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/contribute\/reuse/);
    await page.locator('#proposal').focus();
    for (const typed of ['Carte des musées', 'https://reuse.example/carte', 'Une carte <b>à</b> imprimer']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Tab');
    }
    await sleep(READING);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/contribute\/thanks/);
    const number = (await page.locator('.ticket').textContent()) ?? '';
    expect((await moderate('accept', number)).code).toBe(0);
    await sleep(200);
    const later = await without();
    const { page: again } = await watchedPage(later);
    await again.goto(new URL('/dataset/musees', site.address).href);
    expect(await again.locator(`a[href="/contributions/${number}"]`).textContent()).toBe('Carte des musées');
    await screenshot(again, 'dataset-with-reuse');
    await again.goto(new URL('/contributions', site.address).href);
    await screenshot(again, 'contributions');
    await Promise.all([context.close(), later.close()]);
    await expectAccessible(`/contributions/${number}`);
  });

  it('finds the page that thanks accessible', () =>
    expectAccessible('/contribute/thanks?number=k7m29qxb4dfh'));

  /** In both languages and themes, and not wider than a telephone. */
  async function expectAccessible(path: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const lang of ['fr', 'en']) {
        const page = await site.browser.newPage({ colorScheme, viewport: { width: 360, height: 800 } });
        const address = new URL(path, site.address);
        address.searchParams.set('lang', lang);
        await page.goto(address.href);
        expect(await violations(page)).toEqual([]);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways).toBe(0);
        await page.close();
      }
  }
});

/** What axe finds against WCAG 2.2 AA. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: found } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
