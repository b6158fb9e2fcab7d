import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PublicationSite, servePublication } from './publication-site.ts';

let site: PublicationSite;
const get = (target: string, headers: Record<string, string> = {}) => site.server.ask(target, { headers });

beforeAll(async () => {
  site = await servePublication();
});
afterAll(() => site.close());

const stored = (id: string, path: string): Buffer => readFileSync(join(site.releases, id, path));
const sha256 = (octets: Buffer): Buffer => createHash('sha256').update(octets).digest();

/** Address → release, path in its folder, media type, and whether the address names the release. */
const FILES = [
  ['/dataset/musees.nq.gz', '2026-11-22.1', 'datasets/musees.nq.gz', 'application/gzip', false],
  ['/dataset/musees.nq.zst', '2026-11-22.1', 'datasets/musees.nq.zst', 'application/zstd', false],
  ['/dataset/musees.csv.gz', '2026-11-22.1', 'datasets/musees.csv.gz', 'application/gzip', false],
  ['/dumps/all.nq.gz', '2026-11-22.1', 'all.nq.gz', 'application/gzip', false],
  ['/dumps/ledger.tsv.gz', '2026-11-22.1', 'ledger.tsv.gz', 'application/gzip', false],
  ['/dumps/ontology.nq.gz', '2026-11-22.1', 'ontology.nq.gz', 'application/gzip', false],
  ['/dumps/catalogue.nq.gz', '2026-11-22.1', 'catalogue.nq.gz', 'application/gzip', false],
  [
    '/releases/2026-11-20.1/datasets/musees.nq.gz',
    '2026-11-20.1',
    'datasets/musees.nq.gz',
    'application/gzip',
    true,
  ],
  [
    '/releases/2026-11-21.1/changes/musees.things.tsv.gz',
    '2026-11-21.1',
    'changes/musees.things.tsv.gz',
    'application/gzip',
    true,
  ],
  ['/releases/2026-11-22.1/all.nq.gz', '2026-11-22.1', 'all.nq.gz', 'application/gzip', true],
  [
    '/releases/2026-11-20.1/reports/musees.json',
    '2026-11-20.1',
    'reports/musees.json',
    'application/json',
    true,
  ],
] as const;

describe.each(FILES)('%s', (address, id, path, type, isPinned) => {
  it('is the stored file, with its length, digest and dates', async () => {
    const octets = stored(id, path);
    const answer = await get(address, { 'accept-encoding': 'gzip, br' });
    expect(answer.status).toBe(200);
    expect(answer.body.equals(octets)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'content-length': String(octets.length),
      'accept-ranges': 'bytes',
      etag: `"${sha256(octets).toString('hex')}"`,
      'repr-digest': `sha-256=:${sha256(octets).toString('base64')}:`,
      'last-modified': new Date(`${id.slice(0, 10)}T10:00:00Z`).toUTCString(),
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['cache-control']?.includes('immutable')).toBe(isPinned);
  });

  it('is given in parts, and says so where there is no such part', async () => {
    const octets = stored(id, path);
    const part = await get(address, { range: 'bytes=3-7' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 3-7/${octets.length}`);
    expect(part.body.equals(octets.subarray(3, 8))).toBe(true);
    const beyond = await get(address, { range: `bytes=${octets.length}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers['content-range']).toBe(`bytes */${octets.length}`);
  });

  it('is not sent to who has it, and HEAD tells what GET would', async () => {
    const { headers } = await get(address);
    expect((await get(address, { 'if-none-match': String(headers.etag) })).status).toBe(304);
    const head = await site.server.ask(address, { method: 'HEAD' });
    expect(head.body).toHaveLength(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...headers, date: '' });
  });

  it('has a checksum beside it', async () => {
    const sum = await get(`${address}.sha256`);
    const name = address.slice(address.lastIndexOf('/') + 1);
    expect(sum.text).toBe(`${sha256(stored(id, path)).toString('hex')}  ${name}\n`);
    expect(sum.headers['content-type']).toBe('text/plain; charset=utf-8');
  });
});

describe('Files of releases', () => {
  it.each([
    '/releases/2026-11-20.1/nothing.gz',
    '/releases/2026-11-20.1/../2026-11-21.1/datasets/musees.nq.gz.x',
    '/releases/2026-11-20.1/%2e%2e/%2e%2e/index.sqlite',
    '/releases/2026-11-20.1/..%2f..%2findex.sqlite',
    '/releases/2026-11-20.1/datasets',
    '/releases/2026-11-20.1/.hidden',
    '/releases/..%2f2026-11-20.1/all.nq.gz',
    '/releases/2026-11-19.1/all.nq.gz',
    '/releases/2026-11-20/all.nq.gz',
    '/releases/constructor/all.nq.gz',
    '/releases/2026-11-20.1/constructor',
    '/dumps/constructor',
    '/dumps/..%2f..%2findex.sqlite',
    '/dumps/all.ttl.gz',
    '/dataset/musees.ttl.gz',
    '/dataset/rien.nq.gz',
    '/dataset/musees.nq.gz.sha256.sha256',
    '/dataset/musees/table.csv.sha256',
  ])('%s is nothing', async (address) => {
    const answer = await get(address);
    expect(answer.status === 301 ? (await get(String(answer.headers.location))).status : answer.status).toBe(
      404,
    );
  });

  it('come with the manifest and with checksums that hold for each of them', async () => {
    for (const id of site.ids) {
      const sums = await get(`/releases/${id}/SHA256SUMS`);
      expect(sums.text.split('\n').length).toBeGreaterThan(9);
      for (const line of sums.text.trimEnd().split('\n')) {
        const [sum, path] = line.split('  ');
        expect(sha256((await get(`/releases/${id}/${path}`)).body).toString('hex')).toBe(sum);
      }
      expect(JSON.parse((await get(`/releases/${id}/manifest.json`)).text)).toMatchObject({ id });
    }
    const whole = await get('/dumps/SHA256SUMS');
    expect(whole.text).toContain(
      `${sha256(stored('2026-11-22.1', 'all.nq.gz')).toString('hex')}  all.nq.gz\n`,
    );
  });

  it('that the manifest names and the disk has lost are a fault of ours', async () => {
    const other = await servePublication();
    try {
      rmSync(join(other.releases, '2026-11-22.1', 'all.nq.gz'));
      const answer = await other.server.ask('/dumps/all.nq.gz');
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toBeDefined();
    } finally {
      await other.close();
    }
  });
});

describe('The table and the places of a dataset', () => {
  const TABLE = 'a,b\r\n1,é\r\n';

  it.each([
    ['/dataset/musees/table.csv', 'text/csv; charset=utf-8; header=present', TABLE],
    ['/dataset/musees/places.geojson', 'application/geo+json', '{"type":"FeatureCollection","features":[]}'],
  ])('%s are plain, whole', async (address, type, text) => {
    const answer = await get(address);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.text).toBe(text);
    expect((await get(address, { 'if-none-match': String(answer.headers.etag) })).status).toBe(304);
  });

  it('are the stored octets for who takes gzip, and plain for who does not', async () => {
    const gzip = await get('/dataset/musees/table.csv', { 'accept-encoding': 'gzip, br' });
    expect(gzip.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-length': String(gzip.body.length),
    });
    expect(gzip.headers['vary']).toContain('Accept-Encoding');
    expect(gzip.body.equals(stored('2026-11-22.1', 'datasets/musees.csv.gz'))).toBe(true);
    const none = await get('/dataset/musees/table.csv', { 'accept-encoding': 'br, gzip;q=0' });
    expect([none.headers['content-encoding'], none.text]).toEqual([undefined, TABLE]);
    const fetched = await fetch(`${site.server.url}/dataset/musees/table.csv`);
    expect(await fetched.text()).toBe(TABLE);
  });

  it('are not there where there is no such dump', async () => {
    expect((await get('/dataset/rien/table.csv')).status).toBe(404);
    expect((await get('/dataset/musees/table.tsv')).status).toBe(404);
  });
});

describe('The list of releases', () => {
  it('is a page and RDF, with every release that is kept', async () => {
    const page = await get('/releases', { accept: 'text/html' });
    const turtle = await get('/releases', { accept: 'text/turtle' });
    for (const id of site.ids) {
      expect(page.text).toContain(`href="/releases/${id}"`);
      expect(turtle.text).toContain(`releases/${id}>`);
      expect((await get(`/releases/${id}`, { accept: 'text/html' })).status).toBe(200);
      expect((await get(`/releases/${id}.jsonld`)).headers['content-type']).toBe('application/ld+json');
    }
  });

  it('leads from release to release', async () => {
    const { headers, text } = await get('/releases/2026-11-21.1', { accept: 'text/html' });
    expect(headers['link']).toContain('</releases/2026-11-20.1>; rel="predecessor-version"');
    expect(headers['link']).toContain('</releases/2026-11-22.1>; rel="successor-version"');
    expect(text).toContain('<td class="number">1</td><td class="number">1</td><td class="number">1</td>');
  });

  it('knows a dataset as it stood in a release', async () => {
    const answer = await get('/releases/2026-11-21.1/dataset/musees');
    expect([answer.status, answer.headers.location]).toEqual([303, '/releases/2026-11-21.1']);
    expect((await get('/releases/2026-11-21.1/dataset/rien')).status).toBe(404);
  });

  it('tells a release that is gone (410) from one that never was (404)', async () => {
    const other = await servePublication();
    try {
      expect((await other.server.ask('/releases/2026-11-20.1')).status).toBe(200);
      rmSync(join(other.releases, '2026-11-20.1'), { recursive: true });
      const gone = await other.server.ask('/releases/2026-11-20.1', { headers: { accept: 'text/html' } });
      expect(gone.status).toBe(410);
      expect(gone.headers['content-type']).toBe('text/html; charset=utf-8');
      expect((await other.server.ask('/releases/2026-11-20.1/all.nq.gz')).status).toBe(410);
      expect((await other.server.ask('/releases/2026-11-20.2')).status).toBe(404);
      expect((await other.server.ask('/releases')).text).not.toContain('2026-11-20.1> dcat:inSeries');
    } finally {
      await other.close();
    }
  });

  it('is not hidden by a release that is damaged, which answers by itself that it is', async () => {
    const logged: string[] = [];
    const other = await servePublication({ log: (event) => logged.push(event) });
    try {
      writeFileSync(join(other.releases, '2026-11-20.1', 'manifest.json'), '{');
      for (const address of ['/releases', '/feed.atom', '/ldes', '/sitemap/pages.xml'])
        expect([address, (await other.server.ask(address)).status]).toEqual([address, 200]);
      expect((await other.server.ask('/releases.nt')).text).not.toContain(
        '2026-11-20.1> <http://www.w3.org/ns/dcat#inSeries>',
      );
      expect((await other.server.ask('/releases/2026-11-20.1')).status).toBe(503);
      expect(logged).toContain('release cannot be read');
    } finally {
      await other.close();
    }
  });
});
