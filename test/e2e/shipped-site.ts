import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import { addressOf, ended, REPOSITORY, scratch, startCimaise } from '../integration/command-line.ts';
import { describeWith } from '../shared.ts';
import { copyShippedRelease } from '../shipped-release.ts';

export const CHROMIUM = '/usr/bin/chromium';

/** Blocks that need a browser. */
export const describeInBrowser = describeWith(existsSync(CHROMIUM), `${CHROMIUM} is not there`);

/** The shipped project, built and served, and a browser to look at it. */
export interface Site {
  /** Ends in `/`. */
  readonly address: string;
  readonly browser: Browser;
  /** Its folder of releases, for commands beside the server. */
  readonly releases: string;
  /** Root-relative path of the first thing that a dataset's page lists. */
  firstThing(slug: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * `cimaise start` on a free port with a copy of the shipped release of its own, and Chromium; `serve` for a project that only
 * presents itself otherwise.
 */
export async function openSite(project = REPOSITORY): Promise<Site> {
  const releases = scratch();
  await copyShippedRelease(releases);
  return opened(project === REPOSITORY ? 'start' : 'serve', { project, releases });
}

/** The same for any project, which is built first. */
export const openProject = (project: string): Promise<Site> =>
  opened('start', { project, releases: scratch() });

async function opened(
  command: 'start' | 'serve',
  { project, releases }: { readonly project: string; readonly releases: string },
): Promise<Site> {
  const server = startCimaise([command, '--project', project], {
    CIMAISE_RELEASES: releases,
    CIMAISE_WORKERS: '2',
  });
  const over = ended(server);
  const address = await addressOf(server);
  const browser = await chromium.launch({ executablePath: CHROMIUM });
  return {
    address,
    browser,
    releases,
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
