import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Site } from '../../../src/proof/site.ts';
import { createWebClient, type WebClient, type WebClientOptions } from '../../../src/proof/web-client.ts';

const BOUNDS = { milliseconds: 2000, bytes: 10_000, dumpBytes: 10_000, dumpMilliseconds: 2000 };

let server: Server | undefined;
let client: WebClient | undefined;

afterEach(async () => {
  client?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}/`;
}

function clientOf(more: Partial<WebClientOptions> = {}): WebClient {
  client = createWebClient({ userAgent: 'cimaise-verify/0', reach: 'any', bounds: BOUNDS, ...more });
  return client;
}

describe('A client', () => {
  it('says who it is', async () => {
    const url = await serve((request, response) => void response.end(request.headers['user-agent']));
    expect((await clientOf().ask({ url })).text).toBe('cimaise-verify/0');
  });

  it('unpacks what was packed though it did not ask for it, within its bounds', async () => {
    const url = await serve(({ url: path }, response) => {
      const body = gzipSync(path === '/bomb' ? Buffer.alloc(1 << 20) : 'text');
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
    });
    const own = clientOf();
    expect((await own.ask({ url })).text).toBe('text');
    await expect(own.ask({ url: `${url}bomb` })).rejects.toThrow('longer than 0 MB');
    expect((await own.ask({ url, method: 'HEAD' })).status).toBe(200);
  });

  it.each([
    ['http://10.0.0.1/', '10.0.0.1'],
    ['http://[::1]/', '::1'],
    ['http://169.254.169.254/latest/meta-data', '169.254.169.254'],
  ])('that was given a public address does not connect to %s', async (url, host) => {
    await expect(clientOf({ reach: 'public' }).ask({ url })).rejects.toThrow(
      `${host} leads to a private address`,
    );
  });

  it('judges what a name leads to at the moment of connecting', async () => {
    const url = await serve((_request, response) => void response.end('secret'));
    const lookup = ((_host, { all }, callback) =>
      all
        ? callback(null, [{ address: '127.0.0.1', family: 4 }])
        : callback(null, '127.0.0.1', 4)) as LookupFunction;
    const named = url.replace('127.0.0.1', 'peer.example');
    expect((await clientOf({ lookup }).ask({ url: named })).text).toBe('secret');
    await expect(clientOf({ lookup, reach: 'public' }).ask({ url: named })).rejects.toThrow(
      'private address',
    );
  });

  it('asks no other protocol', async () => {
    await expect(clientOf().ask({ url: 'file:///etc/passwd' })).rejects.toThrow('no http or https address');
  });

  it('comes back to a busy server when it is told to, once', async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      response.writeHead(asked === 1 ? 503 : 200, { 'retry-after': '0' }).end();
    });
    expect((await clientOf().ask({ url })).status).toBe(200);
    expect(asked).toBe(2);
  });

  it('ends at once when it is told to', async () => {
    const leaving = new AbortController();
    const url = await serve(() => leaving.abort(new Error('left')));
    await expect(clientOf({ signal: leaving.signal }).ask({ url })).rejects.toThrow('left');
  });

  it('keeps memory from headers without end', async () => {
    const url = await serve((_request, response) => void response.setHeader('x', 'y'.repeat(60_000)).end());
    await expect(clientOf().ask({ url })).rejects.toThrow('connection failed');
  });
});

describe('A site', () => {
  const siteOf = (address: string, base?: string): Site => new Site(clientOf(), address, base);

  it('asks for IRIs of its base at its address, and takes redirects to its base as its own', async () => {
    const url = await serve(({ url: path }, response) =>
      path === '/id/a'
        ? response.writeHead(303, { location: 'https://data.example.org/doc/a' }).end()
        : response.end(path),
    );
    const { first, last } = await siteOf(url, 'https://data.example.org/').follow(
      'https://data.example.org/id/a',
    );
    expect([first.status, last.text]).toEqual([303, '/doc/a']);
  });

  it.each([
    ['http://10.0.0.1/', 'another site'],
    ['file:///etc/passwd', 'another site'],
    ['/again', 'More than 5 redirects'],
  ])('does not follow to %s', async (location, reason) => {
    const url = await serve((_request, response) => void response.writeHead(302, { location }).end());
    await expect(siteOf(url).follow(`${url}x`)).rejects.toThrow(reason);
  });

  it('does not follow to nowhere', async () => {
    const url = await serve((_request, response) => void response.writeHead(302).end());
    await expect(siteOf(url).follow(url)).rejects.toThrow('without saying where');
  });

  it('owns what is of its base or of its host', () => {
    const site = siteOf('http://localhost:3000/', 'https://data.example.org/');
    expect(
      [
        'https://data.example.org/id/a',
        'http://localhost:3000/x',
        'http://localhost/x',
        'https://data.example.com/',
      ].map((iri) => site.owns(iri)),
    ).toEqual([true, true, false, false]);
  });
});
