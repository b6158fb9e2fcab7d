import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser, openSite, type Site } from './shipped-site.ts';

jest.setTimeout(180_000);

/** More than a page of the shipped data can be walked through by. */
const MOST_STEPS = 400;

describeInBrowser('A reader without a mouse', () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite();
  });

  afterAll(() => site?.close());

  it.each([
    '/',
    '/dataset/musees',
    '/vocabulary/periodes',
    '/search?q=chateau&place=/id/regions/11',
    '/map?q=chateau',
    '/chart/musees/par-region',
    '/contact',
    '/sparql',
  ])('walks through %s by keyboard, sees where they are, and comes to its end', async (path) => {
    const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(new URL(path, site.address).href, { waitUntil: 'load' });
    const walked = await walk(page);
    expect(walked[0]).toMatchObject({ text: expect.stringMatching(/content|contenu/), isSeen: true });
    expect(walked.filter(({ isSeen }) => !isSeen)).toEqual([]);
    expect(walked.at(-1)?.inside).toBe('footer');
    await page.close();
  });

  // The editor takes the place of the form's field and button whenever it has come: the reader may stand on either.
  it.each([
    ['the field', 'form.query textarea', '.CodeMirror'],
    ['the button', 'form.query .ask button', '.ask .run'],
  ])('stays on %s of the query page while the editor comes', async (_, before, after) => {
    const { page, comes } = await editorToCome();
    await page.locator(before).focus();
    await comes();
    const isThere = (selector: string) => document.activeElement?.closest(selector) !== null;
    expect(await page.evaluate(isThere, after)).toBe(true);
    await page.close();
  });

  it('goes on writing where it was when the editor comes', async () => {
    const { page, comes } = await editorToCome();
    const field = page.locator('textarea[name="query"]');
    await field.fill('ASK { ?s ?p }');
    await field.press('ArrowLeft');
    await comes();
    await page.keyboard.insertText('?o ');
    expect(await field.inputValue()).toBe('ASK { ?s ?p ?o }');
    await page.close();
  });

  /** The query page before its editor, which comes when it is told to. */
  async function editorToCome() {
    const page = await site.browser.newPage();
    const released = Promise.withResolvers<void>();
    await page.route('**/yasqe.min.js', async (route) => {
      await released.promise;
      await route.continue();
    });
    await page.goto(new URL('/sparql', site.address).href, { waitUntil: 'domcontentloaded' });
    const comes = async () => {
      released.resolve();
      await page.locator('html[data-desk="open"]').waitFor();
    };
    return { page, comes };
  }

  // Three pages of rows, at least: the button that leads on stays, until there is no further page.
  it.each([
    ['an answer', `/sparql?query=${encodeURIComponent('SELECT * { ?s ?p ?o } LIMIT 250')}`],
    ['the map', '/map?q=chateau'],
  ])('stays where it turns the pages of %s', async (_, path) => {
    const page = await site.browser.newPage();
    await page.goto(new URL(path, site.address).href);
    const [back, on] = [page.locator('.turning button').first(), page.locator('.turning button').last()];
    const where = page.locator('.turning [role="status"]');
    await on.waitFor();
    await on.focus();
    const first = await where.textContent();
    await page.keyboard.press('Enter');
    await expectChange(where, first);
    expect(await on.evaluate((button) => document.activeElement === button)).toBe(true);
    while (!(await on.isDisabled())) {
      const before = await where.textContent();
      await page.keyboard.press('Enter');
      await expectChange(where, before);
    }
    expect(await back.evaluate((button) => document.activeElement === button)).toBe(true);
    await page.close();
  });

  const expectChange = (where: Locator, before: string | null) =>
    where
      .page()
      .waitForFunction(
        ([text]) => document.querySelector('.turning [role="status"]')?.textContent !== text,
        [before],
      );

  it('skips to the content', async () => {
    const page = await site.browser.newPage();
    await page.goto(new URL('/datasets', site.address).href, { waitUntil: 'load' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await page.close();
  });
});

interface Step {
  readonly text: string;
  readonly inside: string;
  readonly isSeen: boolean;
}

/** Every element that the tabulator key comes to, until it leaves the page. */
async function walk(page: Page): Promise<readonly Step[]> {
  const steps: Step[] = [];
  while (steps.length < MOST_STEPS) {
    await page.keyboard.press('Tab');
    const step = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      // The editor's own field has no size: its frame shows where one is.
      const shown = element.closest('.CodeMirror') ?? element;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      const { width, height } = shown.getBoundingClientRect();
      return {
        text: (element.textContent ?? '').trim().slice(0, 40),
        inside: element.closest('header.rail, main, footer')?.tagName.toLowerCase() ?? 'body',
        isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && width > 0 && height > 0,
      };
    });
    if (!step) return steps;
    steps.push(step);
  }
  return steps;
}
