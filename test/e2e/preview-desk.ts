import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CSV, inventory, PreviewedProject } from '../integration/previewed-project.ts';
import { CHROMIUM } from './shipped-site.ts';
import { watchedPage } from './watched-page.ts';

/** The record with a name that is missing and a département that is none. */
export const FAULTY = 'BAT.1983.1';

const withFaults = (): string => inventory().replace(/(BAT\.1983\.1;)[^;]*(.*);Rhône/, '$1$2;Rhöne-Alpes');

/** A preview and a browser to look at it. */
export class PreviewDesk {
  readonly project: PreviewedProject;
  readonly #browser: Browser;

  private constructor(project: PreviewedProject, browser: Browser) {
    this.project = project;
    this.#browser = browser;
  }

  /** Once the whole file has been read, and its faults are on their cells. */
  static async open(): Promise<PreviewDesk> {
    const project = await PreviewedProject.make();
    project.save(CSV, withFaults());
    await project.begin();
    const browser = await chromium.launch({ executablePath: CHROMIUM });
    await project.pageWith((text) => text.includes('At fault when the whole file was'));
    return new PreviewDesk(project, browser);
  }

  /** A page of this preview, or of another, in a context of its own. */
  async look(
    query = 'lang=fr',
    options: Parameters<Browser['newContext']>[0] = {},
    address = this.project.address,
  ): Promise<{ page: Page; troubles: readonly string[]; context: BrowserContext }> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    // A busy machine is no fault.
    context.setDefaultTimeout(120_000);
    const { page, troubles } = await watchedPage(context);
    await page.goto(`${address}?${query}`, { waitUntil: 'load' });
    return { page, troubles, context };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.project.end();
  }
}

/** How often the page was loaded. */
export const loads = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByType('navigation').length);
