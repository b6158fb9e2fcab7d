import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppContext } from '../../src/http/index.ts';
import type { AnswerBody } from '../../src/model/index.ts';
import { type Fixture, writeFixture } from './fixture-release.ts';
import { appOf, scriptedStore, sparqlUrl } from './sparql-site.ts';

const CSV = ['s\r\n', 'a\r\n', `${'b'.repeat(2000)}\r\n`];
const octets = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Parts, and whether their reader has let go. */
function partsOf(texts: readonly string[], failure?: Error) {
  const state = { given: 0, left: false };
  async function* parts(): AsyncGenerator<Uint8Array> {
    try {
      for (const text of texts) {
        state.given += 1;
        yield octets(text);
      }
      if (failure) throw failure;
    } finally {
      state.left = true;
    }
  }
  return { state, parts };
}

let fixture: Fixture;
beforeAll(async () => {
  fixture = await writeFixture();
});
afterAll(() => fixture.remove());

async function withServer(
  body: () => AnswerBody,
  use: (at: { url: string; asked: () => number }) => Promise<void>,
  more: Partial<AppContext> = {},
): Promise<void> {
  const store = scriptedStore(body);
  const server = createServer(appOf(fixture, store, more));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    await use({ url: `http://127.0.0.1:${port}`, asked: () => store.asked.length });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

interface Received {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly trailers: NodeJS.Dict<string>;
  readonly body: Buffer;
}

function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Received> {
  return new Promise((resolve, reject) => {
    const sending = get(
      url,
      { method, headers: { accept: 'text/csv', ...headers }, agent: false },
      (response) => {
        const all: Buffer[] = [];
        response.on('data', (part: Buffer) => all.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            trailers: response.trailers,
            body: Buffer.concat(all),
          }),
        );
      },
    );
    sending.on('error', reject);
  });
}

const TARGET = sparqlUrl('SELECT * { ?s ?p ?o }');

describe('An answer that comes in parts', () => {
  it.each([[''], ['gzip']])(
    'is passed on as it comes, packed as %j; that it was whole, a trailer says',
    async (encoding) => {
      await withServer(
        () => partsOf(CSV).parts(),
        async ({ url }) => {
          const answer = await ask(url + TARGET, encoding === '' ? {} : { 'accept-encoding': encoding });
          expect(answer.status).toBe(200);
          expect(answer.headers).toMatchObject({ trailer: 'Result-Status', 'transfer-encoding': 'chunked' });
          expect(answer.headers['result-status']).toBeUndefined();
          expect(answer.trailers).toEqual({ 'result-status': 'complete' });
          const body = encoding === '' ? answer.body : gunzipSync(answer.body);
          expect(body.toString()).toBe(CSV.join(''));
        },
      );
    },
  );

  it('is remembered when it was whole', async () => {
    await withServer(
      () => partsOf(CSV).parts(),
      async ({ url, asked }) => {
        const first = await ask(url + TARGET);
        const second = await ask(url + TARGET);
        expect(second.body.equals(first.body)).toBe(true);
        expect(second.headers).toMatchObject({
          'server-timing': 'cache',
          'result-status': 'complete',
          etag: first.headers.etag,
          'content-type': first.headers['content-type'],
          vary: first.headers.vary,
        });
        expect(asked()).toBe(1);
      },
      { cacheBytes: 1 << 20 },
    );
  });

  it('breaks the connection when a part fails, and is not remembered', async () => {
    await withServer(
      () => partsOf(CSV, new Error('gone')).parts(),
      async ({ url, asked }) => {
        await expect(ask(url + TARGET)).rejects.toThrow();
        await expect(ask(url + TARGET)).rejects.toThrow();
        expect(asked()).toBe(2);
      },
      { cacheBytes: 1 << 20 },
    );
  });

  it('is refused when the first part fails', async () => {
    await withServer(
      () => partsOf([], new Error('gone')).parts(),
      async ({ url }) => {
        const answer = await ask(url + TARGET);
        expect(answer.status).toBe(503);
        expect(answer.headers.trailer).toBeUndefined();
      },
    );
  });

  it('is not begun for HEAD', async () => {
    const { state, parts } = partsOf(CSV);
    await withServer(parts, async ({ url }) => {
      const answer = await ask(url + TARGET, {}, 'HEAD');
      expect(answer.status).toBe(200);
      expect(answer.body).toHaveLength(0);
      expect(state).toEqual({ given: 1, left: true });
    });
  });

  it('waits for its reader, and is left when the reader goes', async () => {
    const { state, parts } = partsOf(Array<string>(2000).fill('x'.repeat(100_000)));
    await withServer(parts, async ({ url }) => {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        get(url + TARGET, { headers: { accept: 'text/csv' }, agent: false }, resolve).on('error', reject);
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(state.given).toBeLessThan(1000);
      expect(state.left).toBe(false);
      response.destroy();
      while (!state.left) await new Promise((resolve) => setTimeout(resolve, 10));
    });
  });

  it('is gathered where it must be written anew, within bounds', async () => {
    const line = '<http://x/s> <http://x/p> <http://x/o> .\n';
    const target = sparqlUrl('CONSTRUCT WHERE { ?s ?p ?o }');
    const { state, parts } = partsOf([line, ...Array<string>(50).fill(line.repeat(10))]);
    await withServer(
      parts,
      async ({ url }) => {
        const answer = await ask(url + target, { accept: 'text/turtle' });
        expect(answer.status).toBe(413);
        expect(JSON.parse(answer.body.toString())).toMatchObject({
          code: 'result-too-large',
          limitBytes: 5000,
        });
        expect(state.left).toBe(true);
      },
      { resultBytes: 5000 },
    );
    await withServer(
      () => partsOf([line.slice(0, 10), line.slice(10)]).parts(),
      async ({ url }) => {
        const answer = await ask(url + target, { accept: 'application/ld+json' });
        expect(answer.headers['result-status']).toBe('complete');
        expect(answer.body.toString()).toContain('"http://x/s"');
      },
    );
  });
});
