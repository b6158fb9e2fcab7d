import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { PreviewedProject } from '../integration/previewed-project.ts';
import { violations } from './axe.ts';
import { HOSTILE } from './hostile-world.ts';
import { FAULTY, loads, PreviewDesk } from './preview-desk.ts';
import { describeInBrowser } from './shipped-site.ts';
import { GOOD_LOOK, lookOf, screenshot } from './watched-page.ts';

jest.setTimeout(300_000);

const WIDTHS = [360, 768, 1280] as const;

describeInBrowser('The page of the preview', () => {
  let desk: PreviewDesk;

  beforeAll(async () => {
    desk = await PreviewDesk.open();
  });
  afterAll(() => desk?.close());

  it('is walked through by keyboard: records are links, and the back key goes back', async () => {
    const { page, context } = await desk.look('lang=fr');
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
    const { page, context } = await desk.look('lang=fr', { viewport: { width: 360, height: 800 } });
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
      const { page, troubles, context } = await desk.look(`lang=${language}&row=4`, {
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
    const { page, context } = await desk.look('lang=fr&row=4');
    expect(await page.locator('main').textContent()).not.toMatch(/\b(chosen|record|statements|whole)\b/);
    await page.locator('#language').click();
    await page.waitForURL(/lang=en/);
    expect(await page.locator('.records a[aria-current="true"]').textContent()).toContain(FAULTY);
    const chrome = await page.locator('h2, h3, #status, .figures dt, thead').allInnerTexts();
    expect(chrome.join(' ')).not.toMatch(/[éèàçùœ]|fiche|énoncé|fichier/i);
    await context.close();
  });

  it('is readable with scripts off: every view stands on the page, and records are links', async () => {
    const { page, context } = await desk.look('lang=fr', {
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
    const { page, troubles, context } = await desk.look(
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
