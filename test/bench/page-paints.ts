/** Part of `bench:pages --browser`: when Chromium has painted the largest thing of each kind of page. */
import { chromium } from 'playwright-core';
import type { AskedPages } from './page-addresses.ts';

const TIMES = 3;

/** Tells milliseconds until the largest contentful paint: the median of three visits by a new reader, of the first page of each kind. */
export async function tellPaints(
  kinds: Readonly<Record<string, AskedPages>>,
  address: string,
  tell: (line: string) => void,
): Promise<void> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
  try {
    tell(`\n${'milliseconds until painted'.padEnd(28)}median   worst  script`);
    for (const [name, { paths }] of Object.entries(kinds)) {
      const paints: number[] = [];
      let script = 0;
      for (let time = 0; time < TIMES; time++) {
        const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } });
        const page = await context.newPage();
        await page.goto(new URL(paths[0] ?? '/', address).href, { waitUntil: 'load' });
        const seen = await page.evaluate(largestPaint);
        paints.push(seen.paint);
        script = seen.script;
        await context.close();
      }
      paints.sort((one, other) => one - other);
      const cells = [paints[1] ?? 0, paints.at(-1) ?? 0, script].map((cell) => cell.toFixed(0).padStart(8));
      tell(`${name.padEnd(26)}${cells.join('')}`);
    }
  } finally {
    await browser.close();
  }
}

/** Runs in the page. Scripts are counted unpacked. */
async function largestPaint(): Promise<{ paint: number; script: number }> {
  const paint = await new Promise<number>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const scripts = resources.filter(
    ({ initiatorType, name }) => initiatorType === 'script' || name.endsWith('.js'),
  );
  return { paint, script: scripts.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0) };
}
