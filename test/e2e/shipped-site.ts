import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { addressOf, ended, REPOSITORY, scratch, startCimaise } from '../integration/command-line.ts';
import { describeWith } from '../shared.ts';

const CHROMIUM = '/usr/bin/chromium';

/** Blocks that need a browser. */
export const describeInBrowser = describeWith(existsSync(CHROMIUM), `${CHROMIUM} is not there`);

/** Slugs of the shipped datasets. */
export const SLUGS: readonly string[] = readdirSync(join(REPOSITORY, 'data'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The shipped project, built and served, and a browser to look at it. */
export interface Site {
  /** Ends in `/`. */
  readonly address: string;
  readonly browser: Browser;
  /** Root-relative path of the first thing that a dataset's page lists. */
  firstThing(slug: string): Promise<string>;
  close(): Promise<void>;
}

/** `cimaise start` on a free port with releases of its own, and Chromium. */
export async function openSite(): Promise<Site> {
  const releases = scratch();
  const server = startCimaise(['start', '--project', REPOSITORY], {
    CIMAISE_RELEASES: releases,
    CIMAISE_WORKERS: '2',
  });
  const over = ended(server);
  const address = await addressOf(server);
  const browser = await chromium.launch({ executablePath: CHROMIUM });
  return {
    address,
    browser,
    async firstThing(slug) {
      const answer = await fetch(`${address}dataset/${slug}`, { headers: { accept: 'text/html' } });
      const found = new RegExp(`href="(/id/${slug}/[^"?#]+)`).exec(await answer.text())?.[1];
      if (found === undefined) throw new Error(`The page of ${slug} lists no thing.`);
      return found;
    },
    async close() {
      await browser.close();
      server.kill('SIGTERM');
      await over;
      await rm(releases, { recursive: true });
    },
  };
}
