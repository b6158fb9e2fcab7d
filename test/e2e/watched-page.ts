import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** A page and everything that went wrong while it was open. */
export interface WatchedPage {
  readonly page: Page;
  /** Console errors, exceptions, requests that failed or answered another status than 200. */
  readonly troubles: readonly string[];
}

/** Opens a page that remembers its troubles. The document itself may have the expected status. */
export async function watchedPage(context: BrowserContext, expectedStatus = 200): Promise<WatchedPage> {
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // Who goes on to another page does not wait for the fonts of this one.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // A browser reports the status of the document in the console too.
    if (expectedStatus !== 200 && message.location().url === page.url()) return;
    troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('response', (response) => {
    const isDocument = response.request().isNavigationRequest();
    if (!isDocument && response.status() !== 200) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return { page, troubles };
}

/** What a page looks like, measured in the browser. */
export interface Look {
  readonly lang: string;
  readonly title: string;
  readonly headings: number;
  /** CSS pixels by which the page is wider than the window. */
  readonly sideways: number;
  /** Families wanted by the body and the heading that are not loaded from this site. */
  readonly missingFonts: readonly string[];
  /** Fonts and images that could not be loaded. */
  readonly broken: readonly string[];
  /** Relative lightness of the background, 0 to 1. */
  readonly lightness: number;
  /** Controls and links without a name. */
  readonly nameless: readonly string[];
}

/** What a look has to be, whatever the page. */
export const GOOD_LOOK = { headings: 1, sideways: 0, missingFonts: [], broken: [], nameless: [] } as const;

export async function lookOf(page: Page): Promise<Look> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const faces = [...document.fonts];
    const bare = (family: string) => (family.split(',')[0] ?? '').replace(/["']/g, '').trim();
    const loaded = faces.filter(({ status }) => status === 'loaded').map(({ family }) => bare(family));
    const wanted = ['body', 'h1'].map((name) => {
      const element = document.querySelector(name);
      return element === null ? '' : bare(getComputedStyle(element).fontFamily);
    });
    const images = [...document.images].filter(
      ({ complete, naturalWidth }) => !complete || naturalWidth === 0,
    );
    // The background may stand on the body or on the root.
    const channels = [document.body, document.documentElement]
      .map(
        (element) =>
          getComputedStyle(element)
            .backgroundColor.match(/[\d.]+/g)
            ?.map(Number) ?? [],
      )
      .find(([, , , alpha = 1]) => alpha > 0);
    const [red = 0, green = 0, blue = 0] = channels ?? [255, 255, 255];
    const named = (element: Element) =>
      (element.textContent?.trim() ?? '') !== '' ||
      element.hasAttribute('aria-label') ||
      ((element as HTMLInputElement).labels?.length ?? 0) > 0;
    return {
      lang: document.documentElement.lang,
      title: document.title,
      headings: document.querySelectorAll('h1').length,
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      missingFonts: wanted.filter((family) => !loaded.includes(family)),
      broken: [
        ...faces.filter(({ status }) => status === 'error').map(({ family }) => family),
        ...images.map(({ src }) => src),
      ],
      lightness: (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255,
      nameless: [...document.querySelectorAll('a, button, select, textarea, input:not([type=hidden])')]
        .filter((element) => !named(element))
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    };
  });
}

/** Writes a screenshot where the environment names a folder for them. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env['CIMAISE_TEST_SCREENSHOTS'];
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
