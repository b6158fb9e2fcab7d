import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContributionBook, Release, ResourceIndex } from '../../src/model/index.ts';
import { type Fixture, stubIndex, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';
import { appOf, scriptedStore } from './sparql-site.ts';

const DATASET = '/dataset/musees';
const PAGES = ['/', '/datasets', DATASET, '/vocabularies', '/model', '/about', '/legal'];
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'fr' };
const OTHER = { accept: 'text/html', 'accept-language': 'fr-CH, fr;q=0.9' };
const BEFORE = '2026-11-21.1';

let fixture: Fixture;
let server: Loopback;
let forgetful: Loopback;
/** How often the index was asked: every page but those of texts asks it. */
let asked = 0;
let kept: readonly string[] = [];
let revision = 1;

const counted = (): ResourceIndex => {
  const index = stubIndex();
  const count =
    <A extends unknown[], R>(ask: (...given: A) => R) =>
    (...given: A): R => {
      asked += 1;
      return ask(...given);
    };
  const concepts = { ...index.concepts, schemes: count(index.concepts.schemes) };
  return { ...index, concepts, has: count(index.has), places: count(index.places) };
};

beforeAll(async () => {
  fixture = await writeFixture();
  const store = scriptedStore(() => Promise.reject(new Error('The store was asked.')));
  const { release } = fixture;
  const before: Release = { ...release, manifest: { ...release.manifest, id: BEFORE } };
  const archive = {
    ids: async () => kept,
    release: async (id: string) => (id === BEFORE && kept.includes(BEFORE) ? before : undefined),
  };
  const contributions = {
    isUsable: () => true,
    published: () => [],
    revision: () => String(revision),
  } as unknown as ContributionBook;
  const more = { archive, contributions };
  server = await listen(appOf(fixture, store, { ...more, index: counted(), cacheBytes: 1 << 20 }));
  forgetful = await listen(appOf(fixture, store, more));
});

afterAll(async () => {
  await server.close();
  await forgetful.close();
  await fixture.remove();
});

const ask = (path: string, headers: Record<string, string> = BROWSER, method = 'GET') =>
  server.ask(path, { method, headers });
const work = async (asking: () => Promise<unknown>): Promise<number> => {
  const before = asked;
  await asking();
  return asked - before;
};

describe('A page made before', () => {
  it.each(PAGES)('at %s is the same for another browser, without being made again', async (path) => {
    const first = await ask(path);
    expect(first.status).toBe(200);
    const effort = await work(async () => {
      const other = await ask(path, OTHER);
      expect([other.text, other.headers.etag, other.headers['last-modified']]).toEqual([
        first.text,
        first.headers.etag,
        first.headers['last-modified'],
      ]);
    });
    expect(effort).toBe(0);
    const plain = await forgetful.ask(path, { headers: BROWSER });
    expect(plain.text).toBe(first.text);
    expect([
      plain.headers.etag,
      plain.headers['vary'],
      plain.headers['cache-control'],
      plain.headers['link'],
    ]).toEqual([
      first.headers.etag,
      first.headers['vary'],
      first.headers['cache-control'],
      first.headers['link'],
    ]);
  });

  it.each(PAGES)('at %s is another in the other language, and where the language is chosen', async (path) => {
    const first = await ask(path);
    const texts = [first.text];
    for (const [target, headers] of [
      [path, { ...BROWSER, 'accept-language': 'en' }],
      [`${path}?lang=fr`, BROWSER],
      [`${path}?lang=en`, BROWSER],
    ] as const)
      texts.push((await ask(target, headers)).text);
    expect(new Set(texts).size).toBe(4);
  });

  it('is 304 to who holds it and has a head, without being made again', async () => {
    const first = await ask(DATASET);
    const effort = await work(async () => {
      const held = await ask(DATASET, { ...BROWSER, 'if-none-match': String(first.headers.etag) });
      expect([held.status, held.headers.etag]).toEqual([304, first.headers.etag]);
      const head = await ask(DATASET, BROWSER, 'HEAD');
      expect([head.status, head.headers.etag, head.text]).toEqual([200, first.headers.etag, '']);
      const other = await ask(DATASET, { ...BROWSER, 'if-none-match': '"other"' });
      expect([other.status, other.text]).toEqual([200, first.text]);
    });
    expect(effort).toBe(0);
  });

  it('is not given for other things of a dataset, nor as data', async () => {
    const first = await ask(DATASET);
    const later = await ask(`${DATASET}?after=${encodeURIComponent('http://localhost:3000/id/musees/M1')}`);
    expect(later.text).not.toBe(first.text);
    const data = await ask(DATASET, { accept: 'text/turtle' });
    expect(data.headers['content-type']).toBe('text/turtle; charset=utf-8');
    expect(data.text).not.toBe(first.text);
  });

  it('is made anew when another release is kept, and when one is no longer', async () => {
    const alone = await ask(DATASET);
    expect(alone.text).not.toContain(BEFORE);
    kept = [BEFORE, fixture.release.manifest.id];
    const two = await ask(DATASET);
    expect(two.text).toContain(BEFORE);
    kept = [];
    expect((await ask(DATASET)).text).toBe(alone.text);
  });

  it.each(['/', DATASET, '/model'])('at %s is made anew when contributions have changed', async (path) => {
    await ask(path);
    expect(await work(() => ask(path))).toBe(0);
    revision += 1;
    expect(await work(() => ask(path))).toBeGreaterThan(0);
  });

  it('is not a refusal: each is told anew, and leaves nothing of a page in its head', async () => {
    for (const path of ['/vocabulary/none', '/model?term=urn:none', '/dataset/none']) {
      const refused = await ask(path);
      expect(refused.status).toBe(404);
      expect(refused.headers['last-modified']).toBeUndefined();
      expect((await ask(path)).status).toBe(404);
    }
  });
});
