import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppContext } from '../../src/http/index.ts';
import { type Fixture, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';
import { appOf, QUERY, scriptedStore, sparqlUrl } from './sparql-site.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await writeFixture();
});
afterAll(() => fixture.remove());

const VERDICT = '{"head":{},"boolean":true}';

async function withServer(
  more: Partial<AppContext>,
  use: (server: Loopback) => Promise<void>,
  store = scriptedStore(() => VERDICT),
): Promise<void> {
  const server = await listen(appOf(fixture, store, more));
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

const limits = (more: Partial<NonNullable<AppContext['limits']>> = {}) => ({
  limits: { concurrency: 100, rate: 1e6, trustedProxies: [], ...more },
});
const fresh = (at: number): string => sparqlUrl(`ASK { <http://x/${at}> ?p ?o }`);

describe('A client with many queries under way', () => {
  it('is told to wait, and to take the dumps; then it is answered again', async () => {
    const opened = Promise.withResolvers<string>();
    const store = scriptedStore(() => opened.promise);
    await withServer(
      limits({ concurrency: 2 }),
      async (server) => {
        const under = [server.ask(fresh(1)), server.ask(fresh(2))];
        while (store.asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
        const refused = await server.ask(fresh(3), { headers: { 'accept-language': 'en' } });
        expect(refused.status).toBe(429);
        expect(refused.headers).toMatchObject({
          'retry-after': '1',
          'content-type': 'application/problem+json',
          link: '</datasets>; rel="alternate"',
        });
        expect(JSON.parse(refused.text)).toMatchObject({ code: 'too-many-requests', dumps: '/datasets' });
        opened.resolve(VERDICT);
        for (const answer of await Promise.all(under)) expect(answer.status).toBe(200);
        expect((await server.ask(fresh(4))).status).toBe(200);
      },
      store,
    );
  });
});

describe('A client that leaves', () => {
  const long = (at: number): string => `SELECT * { VALUES ?x { ${'1 '.repeat(20_000)} } } # ${at}`;

  it('while its text is read is counted no more, and the store is not asked', async () => {
    const store = scriptedStore(() => VERDICT);
    await withServer(
      limits({ concurrency: 2 }),
      async (server) => {
        for (let at = 0; at < 4; at += 1) {
          const leaving = new AbortController();
          const headers = { 'content-type': QUERY };
          const sent = { method: 'POST', headers, body: long(at), signal: leaving.signal };
          const answer = server.ask('/sparql', sent).catch(() => undefined);
          await new Promise((resolve) => setTimeout(resolve, 40));
          leaving.abort();
          expect(await answer).toBeUndefined();
        }
        const headers = { 'content-type': QUERY };
        const last = await server.ask('/sparql', { method: 'POST', headers, body: long(9) });
        expect(last.status).toBe(200);
        expect(store.asked).toHaveLength(1);
      },
      store,
    );
  });
});

describe('A client with many queries a minute', () => {
  it('is told when to come back', async () => {
    await withServer(limits({ rate: 3 }), async (server) => {
      const answers = [];
      for (const at of [1, 2, 3, 4]) answers.push(await server.ask(fresh(at)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
      expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(10);
      expect(Number(answers[3]?.headers['retry-after'])).toBeLessThanOrEqual(20);
    });
  });

  it('pays nothing for answers from memory, for 304, for documents', async () => {
    await withServer({ ...limits({ rate: 2 }), cacheBytes: 1 << 20 }, async (server) => {
      const { headers } = await server.ask(fresh(1));
      for (const _turn of [1, 2, 3, 4]) {
        expect((await server.ask(fresh(1))).status).toBe(200);
        const held = await server.ask(fresh(1), { headers: { 'if-none-match': String(headers.etag) } });
        expect(held.status).toBe(304);
        expect((await server.ask('/health/live')).status).toBe(200);
      }
      expect((await server.ask(fresh(2))).status).toBe(200);
      expect((await server.ask(fresh(3))).status).toBe(429);
    });
  });

  it('pays for long texts that have to be parsed', async () => {
    await withServer(limits({ rate: 1 }), async (server) => {
      const headers = { 'content-type': QUERY };
      const body = `SELECT ${'x'.repeat(600)}`;
      expect((await server.ask('/sparql', { method: 'POST', headers, body })).status).toBe(400);
      expect((await server.ask('/sparql', { method: 'POST', headers, body })).status).toBe(429);
    });
  });
});

describe('The address of a client', () => {
  const forwarded = (server: Loopback, at: number, address: string) =>
    server.ask(fresh(at), { headers: { 'x-forwarded-for': address } });

  it('is not believed from a stranger', async () => {
    await withServer(limits({ rate: 1 }), async (server) => {
      expect((await forwarded(server, 1, '192.0.2.1')).status).toBe(200);
      expect((await forwarded(server, 2, '192.0.2.2')).status).toBe(429);
    });
  });

  it('is believed from a trusted proxy', async () => {
    await withServer(limits({ rate: 1, trustedProxies: ['127.0.0.0/8'] }), async (server) => {
      expect((await forwarded(server, 1, '192.0.2.1')).status).toBe(200);
      expect((await forwarded(server, 2, '192.0.2.2')).status).toBe(200);
      expect((await forwarded(server, 3, '192.0.2.2')).status).toBe(429);
      expect((await forwarded(server, 4, '203.0.113.9, 192.0.2.2')).status).toBe(429);
    });
  });

  it('counts as its network in IPv6', async () => {
    await withServer(limits({ rate: 1, trustedProxies: ['loopback'] }), async (server) => {
      expect((await forwarded(server, 1, '2001:db8:1:2::1')).status).toBe(200);
      expect((await forwarded(server, 2, '2001:db8:1:2:ffff::7')).status).toBe(429);
      expect((await forwarded(server, 3, '2001:db8:1:3::1')).status).toBe(200);
    });
  });

  it('is not needed: what is written there may be anything', async () => {
    await withServer(limits({ rate: 1, trustedProxies: ['loopback'] }), async (server) => {
      expect((await forwarded(server, 1, 'unknown, "<x>"')).status).toBe(200);
    });
  });

  it('of a proxy must be one', () => {
    expect(() =>
      appOf(
        fixture,
        scriptedStore(() => ''),
        limits({ trustedProxies: ['proxy.example'] }),
      ),
    ).toThrow(/proxies/);
  });
});

describe('The metrics', () => {
  it('count answers, queries, memory and the store', async () => {
    await withServer({ cacheBytes: 1 << 20 }, async (server) => {
      for (const _turn of [1, 2, 3]) await server.ask(fresh(1));
      await server.ask('/sparql?query=SELECT');
      await server.ask('/nothing');
      const { status, headers, text } = await server.ask('/metrics');
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
      for (const line of [
        'cimaise_http_responses_total{route="sparql",status="2xx"} 3',
        'cimaise_http_responses_total{route="sparql",status="4xx"} 1',
        'cimaise_http_responses_total{route="other",status="4xx"} 1',
        'cimaise_sparql_query_seconds_count{outcome="answered"} 1',
        'cimaise_answer_cache_hits 2',
        'cimaise_store_workers 2',
        'cimaise_store_ready 1',
        'cimaise_release_info{id="2026-11-22.1"} 1',
      ])
        expect(text.split('\n')).toContain(line);
      expect(text).toMatch(/^process_resident_memory_bytes \d{7,}$/m);
    });
  });

  it('are for clients on this machine that speak for themselves', async () => {
    await withServer({}, async (server) => {
      for (const name of ['x-forwarded-for', 'forwarded'])
        expect((await server.ask('/metrics', { headers: { [name]: '127.0.0.1' } })).status).toBe(404);
    });
  });

  it('are for everybody where that is wanted', async () => {
    await withServer({ metrics: 'open' }, async (server) => {
      const headers = { 'x-forwarded-for': '192.0.2.1' };
      expect((await server.ask('/metrics', { headers })).status).toBe(200);
    });
  });
});

describe('The health', () => {
  it('is ready when the release answers, and says when to ask again before', async () => {
    let isReady = false;
    const store = { ...scriptedStore(() => ''), isReady: () => isReady };
    await withServer(
      {},
      async (server) => {
        const before = await server.ask('/health/ready');
        expect(before.status).toBe(503);
        expect(before.headers['retry-after']).toBe('2');
        expect((await server.ask('/health/live')).status).toBe(200);
        isReady = true;
        expect((await server.ask('/health/ready')).status).toBe(200);
      },
      store,
    );
  });
});
