import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CSV, inventory, MAPPING, PreviewedProject } from '../integration/previewed-project.ts';
import { violations } from './axe.ts';
import { HOSTILE } from './hostile-world.ts';
import { CHROMIUM, describeInBrowser } from './shipped-site.ts';
import { GOOD_LOOK, lookOf, screenshot, watchedPage } from './watched-page.ts';

jest.setTimeout(300_000);

const WIDTHS = [360, 768, 1280] as const;
const FAULTY = 'BAT.1983.1';

/** The inventory with a name that is missing and a département that is none, in the record of one number. */
const withFaults = (): string => inventory().replace(/(BAT\.1983\.1;)[^;]*(.*);Rhône/, '$1$2;Rhöne-Alpes');

describeInBrowser('The preview in a browser', () => {
  let project: PreviewedProject;
  let browser: Browser;

  beforeAll(async () => {
    project = await PreviewedProject.make();
    project.save(CSV, withFaults());
    await project.begin();
    browser = await chromium.launch({ executablePath: CHROMIUM });
    await project.pageWith((text) => text.includes('At fault when the whole file was'));
  });
  afterAll(async () => {
    await browser?.close();
    await project?.end();
  });

  async function opened(
    query = 'lang=fr',
    options: Parameters<Browser['newContext']>[0] = {},
    address = project.address,
  ): Promise<{ page: Page; troubles: readonly string[]; context: BrowserContext }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const { page, troubles } = await watchedPage(context);
    await page.goto(`${address}?${query}`, { waitUntil: 'load' });
    return { page, troubles, context };
  }

  const statements = (page: Page) => page.locator('#pane-statements pre').first();
  const loads = (page: Page) => page.evaluate(() => performance.getEntriesByType('navigation').length);

  it('shows the row, the statements and the final page of a record side by side', async () => {
    const { page, troubles, context } = await opened('lang=fr&row=4');
    const boxes = await page
      .locator('.pane')
      .evaluateAll((panes) => panes.map((pane) => pane.getBoundingClientRect()).map(({ x, y }) => [x, y]));
    expect(boxes).toHaveLength(3);
    expect(new Set(boxes.map(([, y]) => y)).size).toBe(1);
    expect(await page.locator('.records a[aria-current="true"]').textContent()).toContain(FAULTY);
    expect(await page.frameLocator('#thing').locator('h1').count()).toBe(1);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('marks a fault on its cell with its sentence, and leads there', async () => {
    const { page, context } = await opened('lang=fr&row=4');
    const cell = page.locator('.cells tr.faulty', { has: page.locator('th', { hasText: 'Département' }) });
    expect(await cell.locator('.faults').textContent()).toMatch(/Non compris .* vocabulaire/);
    await page.locator('.where a', { hasText: 'Département' }).click();
    expect(await cell.evaluate((row) => row.matches(':target'))).toBe(true);
    await context.close();
  });

  it('follows a saved file without being loaded again: what is read stays where it is', async () => {
    const { page, troubles, context } = await opened('lang=fr&row=13');
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    await page.locator('#record-13').focus();
    project.edit(MAPPING, 'schema:name, $(Titre), fr~lang', 'schema:name, $(Titre), en~lang');
    await statements(page)
      .filter({ hasText: /n° 13"@en/ })
      .waitFor();
    project.edit(CSV, 'n° 13;', 'n° 13 bis;');
    await statements(page)
      .filter({ hasText: /n° 13 bis"@en/ })
      .waitFor();
    await page.frameLocator('#thing').locator('h1', { hasText: 'bis' }).waitFor();
    expect(await page.locator('#pane-row').textContent()).toContain('n° 13 bis');
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
    expect(await loads(page)).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('record-13');
    project.edit(MAPPING, 'schema:name, $(Titre), en~lang', 'schema:name, $(Titre), fr~lang');
    await statements(page)
      .filter({ hasText: /n° 13 bis"@fr/ })
      .waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('says where a broken file is to be mended, keeps the last good records, and goes on', async () => {
    const { page, context } = await opened('lang=fr&row=40');
    const good = project.read(MAPPING);
    project.edit(MAPPING, '- [dcterms:identifier, $(nInventaire)]', '- [dcterms:identifier, $(nInventaire)');
    const complaint = page.locator('#complaints code');
    await complaint.first().waitFor();
    expect(await complaint.first().textContent()).toMatch(/^data\/inventaire\/mapping\.yml:\d+/);
    expect(await page.locator('#status').textContent()).toContain('Ce qui suit date de');
    expect(await page.locator('.records li').count()).toBe(20);
    await screenshot(page, 'preview-broken');
    expect(await violations(page)).toEqual({ light: [], dark: [] });
    project.save(MAPPING, good);
    await complaint.first().waitFor({ state: 'detached' });
    await context.close();
  });

  it('brings the counts over the whole file when they are there', async () => {
    const { page, context } = await opened('lang=fr');
    project.edit(CSV, 'n° 39;', 'n° 39 ter;');
    await page.locator('#progress.running').waitFor();
    await page.locator('#progress.done').waitFor();
    expect(await page.locator('#whole').textContent()).toMatch(
      /Fiches lues\s*40\D[\s\S]*Rien n’est publié encore/,
    );
    await context.close();
  });

  it('says that it does not answer any more, and goes on when it is started again', async () => {
    const other = await PreviewedProject.make();
    await other.begin();
    await other.pageWith((text) => text.includes('class="status fresh"'));
    const { page, context } = await opened('lang=fr', {}, other.address);
    await other.end('SIGTERM');
    await page.locator('#status', { hasText: 'ne répond plus' }).waitFor();
    await other.begin('--port', new URL(other.address).port);
    await page.locator('#status.fresh', { hasText: 'À jour' }).waitFor();
    await context.close();
    await other.end();
  });

  it('is walked through by keyboard: records are links, and the back key goes back', async () => {
    const { page, context } = await opened('lang=fr');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    const second = page.locator('.records li:nth-child(2) a');
    while (!(await second.evaluate((link) => link === document.activeElement))) {
      await page.keyboard.press('Tab');
      const { isSeen, isBody } = await page.evaluate(() => {
        const element = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body);
        return {
          isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
          isBody: element === document.body,
        };
      });
      expect({ isSeen, isBody }).toEqual({ isSeen: true, isBody: false });
    }
    await page.keyboard.press('Enter');
    await page.locator('.records li:nth-child(2) a[aria-current="true"]').waitFor();
    expect(await loads(page)).toBe(1);
    expect(await second.evaluate((link) => link === document.activeElement)).toBe(true);
    const heading = page.frameLocator('#thing').locator('h1');
    const name = async () => (await page.locator('.records a[aria-current="true"] bdi').textContent()) ?? '';
    await heading.filter({ hasText: await name() }).waitFor();
    // The page beside it is no step of its own.
    await page.goBack();
    await page.locator('.records li:nth-child(1) a[aria-current="true"]').waitFor();
    await heading.filter({ hasText: await name() }).waitFor();
    await context.close();
  });

  it('has tabs where three columns have no room: arrows, Home and End choose among them', async () => {
    const { page, context } = await opened('lang=fr', { viewport: { width: 360, height: 800 } });
    const tab = (name: string) => page.getByRole('tab', { name });
    const shown = () => page.locator('.pane:visible').evaluateAll((panes) => panes.map(({ id }) => id));
    expect(await shown()).toEqual(['pane-row']);
    await tab('La fiche').focus();
    await page.keyboard.press('ArrowRight');
    expect([await shown(), await tab('Les énoncés').getAttribute('aria-selected')]).toEqual([
      ['pane-statements'],
      'true',
    ]);
    await page.keyboard.press('End');
    expect(await shown()).toEqual(['pane-page']);
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toEqual(['pane-row']);
    await page.keyboard.press('ArrowLeft');
    await page.locator('.records li:nth-child(2) a').click();
    await page.locator('.records li:nth-child(2) a[aria-current="true"]').waitFor();
    // Another record, the same view of it.
    expect(await shown()).toEqual(['pane-page']);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.locator('#tabs').waitFor({ state: 'hidden' });
    expect(await shown()).toHaveLength(3);
    await context.close();
  });

  it.each(WIDTHS.flatMap((width) => (['fr', 'en'] as const).map((language) => [width, language] as const)))(
    'fits, is well made, and axe finds nothing: %i px, %s',
    async (width, language) => {
      const { page, troubles, context } = await opened(`lang=${language}&row=4`, {
        viewport: { width, height: 900 },
      });
      await page.frameLocator('#thing').locator('h1').waitFor({ state: 'attached' });
      expect(await lookOf(page)).toMatchObject({ ...GOOD_LOOK, lang: language });
      await screenshot(page, `preview-${width}-${language}`);
      expect(await violations(page)).toEqual({ light: [], dark: [] });
      await screenshot(page, `preview-${width}-${language}-dark`);
      expect(troubles).toEqual([]);
      await context.close();
    },
  );

  it('speaks one language or the other, whole, and keeps the record', async () => {
    const { page, context } = await opened('lang=fr&row=4');
    expect(await page.locator('main').textContent()).not.toMatch(/\b(chosen|record|statements|whole)\b/);
    await page.locator('#language').click();
    await page.waitForURL(/lang=en/);
    expect(await page.locator('.records a[aria-current="true"]').textContent()).toContain(FAULTY);
    const chrome = await page.locator('h2, h3, #status, .figures dt, thead').allInnerTexts();
    expect(chrome.join(' ')).not.toMatch(/[éèàçùœ]|fiche|énoncé|fichier/i);
    await context.close();
  });

  it('is readable with scripts off: every view stands on the page, and records are links', async () => {
    const { page, context } = await opened('lang=fr', {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 800 },
    });
    for (const id of ['pane-row', 'pane-statements', 'pane-page', 'whole'])
      expect([id, await page.locator(`#${id}`).isVisible()]).toEqual([id, true]);
    expect(await page.frameLocator('#thing').locator('h1').count()).toBe(1);
    await page.locator('.records li:nth-child(3) a').click();
    await page.waitForURL(/row=/);
    expect(await page.locator('.records li:nth-child(3) a').getAttribute('aria-current')).toBe('true');
    await context.close();
  });

  it('shows hostile values as texts, in every view', async () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const names = Object.entries(HOSTILE).filter(([id]) => id !== 'endless');
    const hostile = await PreviewedProject.make(
      ['ref;nom;note', ...names.map(([id, name]) => `${id};${quoted(name)};${quoted(name)}`), ''].join('\n'),
    );
    await hostile.begin();
    await hostile.pageWith((text) => text.includes('class="status fresh"'));
    const { page, troubles, context } = await opened(
      'lang=fr',
      { viewport: { width: 360, height: 800 } },
      hostile.address,
    );
    const left: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(hostile.address) && !url.startsWith('data:')) left.push(url);
    });
    for (const [at] of names.entries()) {
      await page.goto(`${hostile.address}?lang=fr&row=${at + 1}`, { waitUntil: 'load' });
      const ran = await Promise.all(
        page.frames().map((frame) => frame.evaluate(() => document.documentElement.dataset['ran'])),
      );
      expect(ran.filter((one) => one !== undefined)).toEqual([]);
      expect((await lookOf(page)).sideways).toBe(0);
    }
    await screenshot(page, 'preview-hostile');
    expect([...left, ...troubles]).toEqual([]);
    await context.close();
    await hostile.end();
  });
});
