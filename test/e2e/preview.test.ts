import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CSV, MAPPING, PreviewedProject } from '../integration/previewed-project.ts';
import { violations } from './axe.ts';
import { FAULTY, loads, PreviewDesk } from './preview-desk.ts';
import { describeInBrowser } from './shipped-site.ts';
import { screenshot } from './watched-page.ts';

jest.setTimeout(300_000);

describeInBrowser('The preview in a browser', () => {
  let desk: PreviewDesk;

  beforeAll(async () => {
    desk = await PreviewDesk.open();
  });
  afterAll(() => desk?.close());

  const statements = (page: Page) => page.locator('#pane-statements pre').first();

  it('shows the row, the statements and the final page of a record side by side', async () => {
    const { page, troubles, context } = await desk.look('lang=fr&row=4');
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
    const { page, context } = await desk.look('lang=fr&row=4');
    const cell = page.locator('.cells tr.faulty', { has: page.locator('th', { hasText: 'Département' }) });
    expect(await cell.locator('.faults').textContent()).toMatch(/Non compris .* vocabulaire/);
    await page.locator('.where a', { hasText: 'Département' }).click();
    expect(await cell.evaluate((row) => row.matches(':target'))).toBe(true);
    await context.close();
  });

  it('follows a saved file without being loaded again: what is read stays where it is', async () => {
    const { page, troubles, context } = await desk.look('lang=fr&row=13');
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    await page.locator('#record-13').focus();
    desk.project.edit(MAPPING, 'schema:name, $(Titre), fr~lang', 'schema:name, $(Titre), en~lang');
    await statements(page)
      .filter({ hasText: /n° 13"@en/ })
      .waitFor();
    desk.project.edit(CSV, 'n° 13;', 'n° 13 bis;');
    await statements(page)
      .filter({ hasText: /n° 13 bis"@en/ })
      .waitFor();
    await page.frameLocator('#thing').locator('h1', { hasText: 'bis' }).waitFor();
    expect(await page.locator('#pane-row').textContent()).toContain('n° 13 bis');
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
    expect(await loads(page)).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('record-13');
    desk.project.edit(MAPPING, 'schema:name, $(Titre), en~lang', 'schema:name, $(Titre), fr~lang');
    await statements(page)
      .filter({ hasText: /n° 13 bis"@fr/ })
      .waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('says where a broken file is to be mended, keeps the last good records, and goes on', async () => {
    const { page, context } = await desk.look('lang=fr&row=40');
    const good = desk.project.read(MAPPING);
    desk.project.edit(
      MAPPING,
      '- [dcterms:identifier, $(nInventaire)]',
      '- [dcterms:identifier, $(nInventaire)',
    );
    const complaint = page.locator('#complaints code');
    await complaint.first().waitFor();
    expect(await complaint.first().textContent()).toMatch(/^data\/inventaire\/mapping\.yml:\d+/);
    expect(await page.locator('#status').textContent()).toContain('Ce qui suit date de');
    expect(await page.locator('.records li').count()).toBe(20);
    await screenshot(page, 'preview-broken');
    expect(await violations(page)).toEqual({ light: [], dark: [] });
    desk.project.save(MAPPING, good);
    await complaint.first().waitFor({ state: 'detached' });
    await context.close();
  });

  it('brings the counts over the whole file when they are there', async () => {
    const { page, context } = await desk.look('lang=fr');
    const before = desk.project.read(CSV);
    desk.project.save(CSV, `${before}BAT.2030.1;Godille;Lebrun Jean;1950;bois;H. 9 cm;Paris;Paris\n`);
    await page.locator('#whole', { hasText: /Fiches lues\s*41/ }).waitFor();
    await page.locator('#progress.done').waitFor();
    expect(await page.locator('#whole').textContent()).toContain('Rien n’est publié encore');
    desk.project.save(CSV, before);
    await context.close();
  });

  it('says that it does not answer any more, and goes on when it is started again', async () => {
    const other = await PreviewedProject.make();
    await other.begin();
    await other.pageWith((text) => text.includes('class="status fresh"'));
    const { page, context } = await desk.look('lang=fr', {}, other.address);
    await other.end('SIGTERM');
    await page.locator('#status', { hasText: 'ne répond plus' }).waitFor();
    await other.begin('--port', new URL(other.address).port);
    await page.locator('#status.fresh', { hasText: 'À jour' }).waitFor();
    await context.close();
    await other.end();
  });
});
