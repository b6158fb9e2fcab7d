import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { type FetchRequest, fetchSource } from '../../../src/harvest/index.ts';
import { secretReference } from '../../../src/model/index.ts';
import {
  breakOff,
  breakOffThen,
  FETCHER,
  inTurn,
  openPortal,
  QUICK,
  scratch,
  send,
  stall,
} from './portal.ts';

const TABLE = `ref,nom\n${Array.from({ length: 300 }, (_, row) => `M${row},Musée ${row}\n`).join('')}`;
const ETAG = { etag: '"1"' };

const fetched = (url: string, more: Partial<FetchRequest> = {}) =>
  fetchSource({ ...FETCHER, url, folder: scratch(), ...more });

async function code(url: string, more: Partial<FetchRequest> = {}): Promise<string> {
  const folder = scratch();
  const outcome = await fetched(url, { folder, ...more });
  // Whatever fails leaves nothing behind.
  if (outcome.kind === 'failed') expect(readdirSync(folder)).toEqual([]);
  return outcome.kind === 'failed' ? outcome.code : outcome.kind;
}

const text = (outcome: Awaited<ReturnType<typeof fetchSource>>): string => {
  if (outcome.kind === 'failed') throw new Error(outcome.reason.en);
  return readFileSync(outcome.path, 'utf8');
};

describe('A file over HTTP', () => {
  it('is fetched whole, with its state beside it, by somebody who says who they are', async () => {
    const portal = await openPortal(
      send(TABLE, { ...ETAG, 'last-modified': 'Mon, 02 Nov 2026 10:00:00 GMT' }),
    );
    const folder = scratch();
    const outcome = await fetched(`${portal.url}d/Mus%C3%A9es%202026.CSV`, { folder });
    expect(outcome).toMatchObject({
      kind: 'fetched',
      name: 'musees-2026.csv',
      bytes: Buffer.byteLength(TABLE),
    });
    expect(text(outcome)).toBe(TABLE);
    expect(portal.asked[0]?.headers['user-agent']).toBe(FETCHER.userAgent);
    expect(readdirSync(folder).sort()).toEqual(['musees-2026.csv', 'musees-2026.csv.harvest.json']);
    expect(JSON.parse(readFileSync(join(folder, 'musees-2026.csv.harvest.json'), 'utf8'))).toMatchObject({
      etag: '"1"',
      lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT',
      sha256: createHash('sha256').update(TABLE).digest('hex'),
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('is unpacked where it is sent as %s', async (encoding, pack) => {
    const portal = await openPortal(send(pack(Buffer.from(TABLE)), { 'content-encoding': encoding }));
    expect(text(await fetched(portal.url))).toBe(TABLE);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('is refused where what is sent as %s is cut', async (encoding, pack) => {
    const packed = pack(Buffer.from(TABLE));
    const cut = packed.subarray(0, packed.length - 30);
    const portal = await openPortal(send(cut, { 'content-encoding': encoding }));
    expect(await code(portal.url)).toBe('cut-short');
  });

  it('stays packed where it is packed in itself', async () => {
    const packed = gzipSync(TABLE);
    const portal = await openPortal(send(packed, { 'content-type': 'application/gzip' }));
    const outcome = await fetched(`${portal.url}x.csv.gz`);
    expect(outcome).toMatchObject({ name: 'x.csv.gz', bytes: packed.length });
  });

  it.each([
    [{ 'content-disposition': 'attachment; filename="../../etc/pass wd.csv"' }, 'data', 'pass-wd.csv'],
    [{ 'content-disposition': "attachment; filename*=UTF-8''mus%C3%A9es.csv" }, 'data', 'musees.csv'],
    [{ 'content-type': 'application/geo+json' }, 'exports/places', 'places.geojson'],
    [{}, '', 'source.csv'],
  ])('is named plainly: %j of /%s is %s', async (headers, path, name) => {
    const portal = await openPortal(send(TABLE, headers as Record<string, string>));
    expect(await fetched(`${portal.url}${path}`)).toMatchObject({ name });
  });
});

describe('A portal’s page instead of data', () => {
  const page = '<!DOCTYPE html><html><body>Nouveau portail</body></html>';

  it.each([['text/html; charset=utf-8'], ['text/csv'], ['application/octet-stream']])(
    'is refused although it comes with 200, as %s',
    async (type) => {
      const portal = await openPortal(send(page, { 'content-type': type }));
      expect(await code(`${portal.url}x.csv`)).toBe('media-type');
    },
  );
});

describe('A message instead of data', () => {
  it.each([
    ['application/json', '{"error": "quota", "limit": 10}', 'error-inside'],
    ['text/csv', 'Traceback (most recent call last):\n  File "x.py"\n', 'error-inside'],
    ['application/json', '{"status": "ok", "data": [{"ref": 1}]}', 'fetched'],
    ['text/csv', 'error;message\n1;2\n', 'fetched'],
  ])('as %s: %s is %s', async (type, body, expected) => {
    const portal = await openPortal(send(body, { 'content-type': type }));
    expect(await code(`${portal.url}x`)).toBe(expected);
  });
});

describe('A connection that breaks', () => {
  it('is taken up where it broke, if it is the same file still', async () => {
    const portal = await openPortal(
      breakOffThen(breakOff(TABLE, 1000, ETAG), (request, response) => {
        const from = Number(/\d+/.exec(request.headers.range ?? '')?.[0]);
        const all = Buffer.from(TABLE);
        response
          .writeHead(206, { ...ETAG, 'content-range': `bytes ${from}-${all.length - 1}/${all.length}` })
          .end(all.subarray(from));
      }),
    );
    expect(text(await fetched(portal.url))).toBe(TABLE);
    expect(portal.asked.at(-1)?.headers).toMatchObject({ range: 'bytes=1000-', 'if-range': '"1"' });
  });

  it('begins again where the file has changed in between', async () => {
    const other = TABLE.replaceAll('Musée', 'Museum');
    const portal = await openPortal(inTurn(breakOff(TABLE, 1000, ETAG), send(other, { etag: '"2"' })));
    expect(text(await fetched(portal.url))).toBe(other);
  });

  it('begins again where a server gives other bytes than it was asked for', async () => {
    const liar = send(TABLE.slice(10), { ...ETAG, 'content-range': `bytes 10-${TABLE.length}/*` }, 206);
    const portal = await openPortal(breakOffThen(breakOff(TABLE, 1000, ETAG), liar, send(TABLE, ETAG)));
    expect(text(await fetched(portal.url))).toBe(TABLE);
  });

  it('begins again where nothing tells that it is the same file', async () => {
    const portal = await openPortal(inTurn(breakOff(TABLE, 1000), send(TABLE)));
    expect(text(await fetched(portal.url))).toBe(TABLE);
    expect(portal.asked[1]?.headers.range).toBeUndefined();
  });

  it('is given up where it always breaks at once', async () => {
    const portal = await openPortal(breakOff(TABLE, 10));
    expect(await code(portal.url)).toBe('unreachable');
    expect(portal.asked).toHaveLength(QUICK.attempts);
  });

  it('that stalls is given up', async () => {
    const portal = await openPortal(stall(TABLE, 500));
    expect(await code(portal.url, { bounds: { ...QUICK, silenceMilliseconds: 300, attempts: 1 } })).toBe(
      'unreachable',
    );
  });

  it.each([
    ['of a file', 'x.csv'],
    ['of a page of a table', 'api/resources/r1/'],
    ['of the description of a dataset', 'api/explore/v2.1/catalog/datasets/musees'],
    ['of a repository', 'oai?verb=ListRecords'],
    ['of the page of a dataset', 'fr/datasets/musees/'],
  ])('that drips for ever is given up: %s', async (_, path) => {
    const portal = await openPortal((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      const drip = setInterval(() => response.write('a'), 50);
      response.on('close', () => clearInterval(drip));
    });
    const bounds = { ...QUICK, wholeMilliseconds: 500 };
    expect(await code(`${portal.url}${path}`, { bounds })).toBe('too-slow');
  });

  it('to nobody is told as such', async () => {
    const portal = await openPortal(send(''));
    await portal.close();
    expect(await code(portal.url)).toBe('unreachable');
  });
});

describe('A digest', () => {
  const sha256 = (body: string | Buffer) => createHash('sha256').update(body).digest('base64');

  it.each([
    ['repr-digest', `sha-256=:${sha256(TABLE)}:`, 'fetched'],
    ['repr-digest', `unixsum=:AAA=:, sha-256=:${sha256(`${TABLE} `)}:`, 'digest'],
    ['content-md5', createHash('md5').update(TABLE).digest('base64'), 'fetched'],
    ['content-md5', createHash('md5').update('x').digest('base64'), 'digest'],
    ['repr-digest', 'sha-256=:AAAA:', 'fetched'],
  ])('%s: %s is held against the bytes: %s', async (name, value, expected) => {
    const portal = await openPortal(send(TABLE, { [name]: value }));
    expect(await code(portal.url)).toBe(expected);
  });

  it('is one of the bytes as they are sent', async () => {
    const packed = gzipSync(TABLE);
    const headers = { 'content-encoding': 'gzip', 'repr-digest': `sha-256=:${sha256(packed)}:` };
    const portal = await openPortal(send(packed, headers));
    expect(await code(portal.url)).toBe('fetched');
  });
});

describe('A busy server', () => {
  it.each([
    [429, '0'],
    [503, new Date(0).toUTCString()],
    [502, undefined],
  ])('%i with Retry-After %s is asked again', async (status, retryAfter) => {
    const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
    const portal = await openPortal(
      inTurn(send('busy', headers as Record<string, string>, status), send(TABLE)),
    );
    expect(text(await fetched(portal.url))).toBe(TABLE);
  });

  it('is waited for as long as it says', async () => {
    const portal = await openPortal(inTurn(send('', { 'retry-after': '1' }, 429), send(TABLE)));
    const waits: number[] = [];
    await fetched(portal.url, { waiting: ({ milliseconds }) => waits.push(milliseconds) });
    expect(waits).toEqual([1000]);
  });

  it('is not waited for past all measure', async () => {
    const portal = await openPortal(send('', { 'retry-after': '86400' }, 429));
    expect(await code(portal.url)).toBe('busy');
    expect(portal.asked).toHaveLength(1);
  });
});

describe('A status', () => {
  it.each([401, 403, 404, 410, 418])('%i is told, and what to do', async (status) => {
    const portal = await openPortal(send('', {}, status));
    expect(await code(portal.url)).toBe('status');
    expect(portal.asked).toHaveLength(1);
  });
});

describe('A redirect', () => {
  const to = (location: string, status = 302) => send('', { location }, status);

  it('is followed, and told where it is for good', async () => {
    const portal = await openPortal(inTurn(to('/b', 301), to('/c.csv', 308), send(TABLE)));
    const outcome = await fetched(`${portal.url}a`);
    expect(outcome).toMatchObject({ kind: 'fetched', from: `${portal.url}c.csv`, name: 'c.csv' });
    expect(outcome.kind === 'fetched' && outcome.notes[0]?.en).toContain(`declare ${portal.url}c.csv`);
  });

  it('that is no more than for now is followed without a word', async () => {
    const portal = await openPortal(inTurn(to('/b'), to('/c.csv', 301), send(TABLE)));
    expect(await fetched(`${portal.url}a`)).toMatchObject({ kind: 'fetched', notes: [] });
  });

  it('in a circle is refused', async () => {
    const portal = await openPortal((request, response) =>
      to(request.url === '/a' ? '/b' : '/a')(request, response),
    );
    expect(await code(`${portal.url}a`)).toBe('redirects');
  });

  it('without end is refused', async () => {
    let count = 0;
    const portal = await openPortal((request, response) => to(`/${count++}`)(request, response));
    expect(await code(portal.url)).toBe('redirects');
    expect(portal.asked.length).toBeLessThanOrEqual(QUICK.redirects + 1);
  });

  it('to another protocol is refused', async () => {
    const portal = await openPortal(to('file:///etc/passwd'));
    expect(await code(portal.url)).toBe('protocol');
  });

  it('to a private address is refused, by number and by name', async () => {
    const inside = await openPortal(send(TABLE));
    const names: LookupFunction = (_, options, callback) => {
      if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
      else callback(null, '127.0.0.1', 4);
    };
    for (const location of [inside.url, `http://intranet.example:${inside.port}/`]) {
      const portal = await openPortal(to(location));
      // Only the first host is allowed.
      const allowsPrivate = (host: string) => host === 'portal.example';
      const url = `http://portal.example:${portal.port}/`;
      expect(await code(url, { allowsPrivate, lookup: names })).toBe('private-address');
      expect(portal.asked).toHaveLength(1);
    }
    expect(inside.asked).toHaveLength(0);
  });

  it('to another host does not carry secrets there', async () => {
    const other = await openPortal(send(TABLE));
    const portal = await openPortal(to(other.url));
    const headers = [{ name: 'Authorization', value: `Apikey ${secretReference('CIMAISE_SECRET_PORTAL')}` }];
    const secrets = new Map([['CIMAISE_SECRET_PORTAL', 'hush-hush']]);
    await fetched(portal.url, { headers, secrets });
    expect(portal.asked[0]?.headers.authorization).toBe('Apikey hush-hush');
    expect(other.asked[0]?.headers.authorization).toBeUndefined();
  });
});

describe('A private address', () => {
  it.each([
    'http://127.0.0.1:1/',
    'http://[::1]:1/',
    'http://localhost:1/',
    'http://2130706433/',
    'http://169.254.169.254/',
  ])('%s is not asked', async (url) => {
    expect(await code(url, { allowsPrivate: () => false })).toBe('private-address');
  });
});

describe('A secret', () => {
  const headers = [{ name: 'Authorization', value: `Apikey ${secretReference('CIMAISE_SECRET_PORTAL')}` }];

  it('that the environment lacks is told by its name', async () => {
    const portal = await openPortal(send(TABLE));
    expect(await code(portal.url, { headers })).toBe('secret-missing');
    expect(portal.asked).toHaveLength(0);
  });

  it('that would begin another header is not sent', async () => {
    const portal = await openPortal(send(TABLE));
    const secrets = new Map([['CIMAISE_SECRET_PORTAL', 'a\r\nx: y']]);
    expect(await code(portal.url, { headers, secrets })).toBe('secret-missing');
  });

  it('that a server says again is told nowhere', async () => {
    const portal = await openPortal((request, response) =>
      send(
        '',
        { location: `/login?with=${request.headers.authorization?.slice(7)}` },
        request.url === '/' ? 302 : 404,
      )(request, response),
    );
    const secrets = new Map([['CIMAISE_SECRET_PORTAL', 'hush-hush']]);
    const outcome = await fetched(portal.url, { headers, secrets });
    expect(outcome.kind).toBe('failed');
    expect(JSON.stringify(outcome)).not.toContain('hush');
  });
});

describe('A file without measure', () => {
  it('is refused by its announced length', async () => {
    const portal = await openPortal(send(Buffer.alloc(2e6, 'a')));
    expect(await code(portal.url)).toBe('too-large');
  });

  it('is refused by what comes', async () => {
    const portal = await openPortal((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      for (let piece = 0; piece < 30; piece++) response.write(Buffer.alloc(1e5, 'a'));
      response.end();
    });
    expect(await code(portal.url)).toBe('too-large');
  });

  it('is refused by what it unpacks to', async () => {
    const bomb = gzipSync(Buffer.alloc(1e8));
    const portal = await openPortal(send(bomb, { 'content-encoding': 'gzip' }));
    expect(await code(portal.url)).toBe('too-large');
    expect(await code(portal.url, { bounds: { ...QUICK, bytes: 1e9 } })).toBe('bomb');
  });
});

describe('A harvest that is ended from outside', () => {
  it('stops at once and leaves nothing', async () => {
    const portal = await openPortal(stall(TABLE, 500));
    const folder = scratch();
    const controller = new AbortController();
    const running = fetched(portal.url, { folder, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('ended')), 100);
    await expect(running).rejects.toThrow('ended');
    expect(readdirSync(folder)).toEqual([]);
  });
});
