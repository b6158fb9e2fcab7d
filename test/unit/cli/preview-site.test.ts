import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { closeServer, listen } from '../../../src/cli/listen.ts';
import { previewSite } from '../../../src/cli/preview/preview-site.ts';
import type { PreviewSession } from '../../../src/preview/index.ts';

/** A session of which nothing can be shown. */
const broken = (error: Error): PreviewSession =>
  ({
    subscribe: () => () => undefined,
    get state() {
      throw error;
    },
  }) as unknown as PreviewSession;

describe('A page that cannot be made', () => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  it.each([
    ['fr', 'Cette page n’a pas pu être faite.'],
    ['en', 'This page could not be made.'],
  ])('says so in %s, and why only to who started the preview', async (language, sentence) => {
    const error = new TypeError('reading undefined of /home/somebody');
    const told: unknown[] = [];
    const site = previewSite(broken(error), { slug: 'places', unforeseen: (one) => told.push(one) });
    const server = await listen(site.answer, { port: 0, host: '127.0.0.1' });
    ends.push(async () => {
      site.close();
      await closeServer(server);
    });
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/?lang=${language}`);
    const page = await answer.text();
    expect(answer.status).toBe(500);
    expect(page).toContain(sentence);
    expect(page).toContain(`lang="${language}"`);
    expect(page).not.toContain('somebody');
    expect(told).toEqual([error]);
  });
});
