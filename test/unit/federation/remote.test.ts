import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ServiceReply } from '../../../src/federation/remote/messages.ts';
import { createRemoteFetch } from '../../../src/federation/remote/remote-fetch.ts';
import { resultRows } from '../../../src/federation/remote/result-rows.ts';
import { ServiceThreads } from '../../../src/federation/remote/service-threads.ts';
import { endpoint } from './worlds.ts';

const RESULTS = 'application/sparql-results+json';

describe('A request', () => {
  let server: Server;
  let asked = 0;
  const url = (host: string) => `http://${host}:${(server.address() as AddressInfo).port}/sparql?query=x`;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      asked += 1;
      response.writeHead(200, { 'content-type': `${RESULTS}; charset=utf-8` }).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** A name server that has these addresses for every name. */
  const names =
    (...addresses: string[]): LookupFunction =>
    (_name, options, callback) => {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      if (options.all) callback(null, found);
      else callback(null, found[0]?.address ?? '', found[0]?.family);
    };
  const send = (host: string, lookup: LookupFunction, isPrivate = false) =>
    createRemoteFetch({ lookup })(
      { url: url(host), method: 'GET', headers: {} },
      { ...endpoint(), isPrivate },
    );

  it.each([
    ['to a name of this machine', 'inside.example', ['127.0.0.1']],
    ['to a name that hides one private address among others', 'mixed.example', ['93.184.216.34', '10.0.0.1']],
    ['to a name of IPv4 in IPv6', 'mapped.example', ['::ffff:127.0.0.1']],
    ['to a name without addresses', 'empty.example', []],
    ['to a number', '127.0.0.1', ['93.184.216.34']],
    ['to a number that looks like none', '0x7f.1', ['93.184.216.34']],
    ['to a number of IPv6', '[::1]', ['93.184.216.34']],
  ])('%s is not sent', async (_name, host, addresses) => {
    const before = asked;
    await expect(send(host, names(...addresses))).rejects.toMatchObject({
      reason: { fr: expect.stringContaining('adresse privée'), en: expect.stringContaining('private: true') },
    });
    expect(asked).toBe(before);
  });

  it('to a private address is sent where its row allows that', async () => {
    const bytes = await send('inside.example', names('127.0.0.1'), true);
    expect(Buffer.from(bytes).toString()).toBe('{}');
  });

  it('ends when its asker leaves', async () => {
    const leaving = AbortSignal.abort();
    const sending = createRemoteFetch()(
      { url: url('127.0.0.1'), method: 'GET', headers: {} },
      endpoint(),
      leaving,
    );
    await expect(sending).rejects.toMatchObject({ name: 'ServiceFailure' });
  });
});

describe('Results', () => {
  const text = JSON.stringify({
    head: { vars: ['b', 'a'] },
    results: { bindings: [{ a: { type: 'typed-literal', value: '1', datatype: 'http://x/' } }, {}] },
  });

  it('are read in the order of the variables', () => {
    expect(resultRows(text, ['a', 'b'])).toEqual([
      [{ type: 'literal', value: '1', datatype: 'http://x/' }, undefined],
      [undefined, undefined],
    ]);
  });

  it('that were cut anywhere are none', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), (length) => {
        expect(resultRows(text.slice(0, length), ['a', 'b'])).toBeUndefined();
      }),
    );
  });

  it('never throw, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(resultRows(json, ['a'])).toBeUndefined();
      }),
    );
  });
});

describe('Threads for queries with SERVICE', () => {
  const NEVER = new AbortController().signal;
  function threadsOf(options = {}) {
    const started: { stopped: boolean; free: boolean }[] = [];
    const start = () => {
      const state = { stopped: false, free: true };
      started.push(state);
      return {
        ask: async (): Promise<ServiceReply> => ({ kind: 'solutions', rows: [] }),
        cancel: () => {},
        isFree: () => state.free && !state.stopped,
        stop: async () => {
          state.stopped = true;
        },
      };
    };
    const threads = new ServiceThreads({ start, threads: 1, queue: 1, idleMilliseconds: 60_000, ...options });
    return { threads, started };
  }
  const taken = async (threads: ServiceThreads) => {
    const turn = await threads.take(NEVER);
    if (turn.kind !== 'thread') throw new Error(turn.kind);
    return turn.thread;
  };

  it('are started when needed, and kept for the next', async () => {
    const { threads, started } = threadsOf();
    expect(started).toHaveLength(0);
    threads.giveBack(await taken(threads));
    threads.giveBack(await taken(threads));
    expect(started).toHaveLength(1);
  });

  it('are waited for in a bounded line', async () => {
    const { threads } = threadsOf();
    const thread = await taken(threads);
    const second = threads.take(NEVER);
    expect(await threads.take(NEVER)).toEqual({ kind: 'full' });
    threads.giveBack(thread);
    expect((await second).kind).toBe('thread');
  });

  it('are not waited for by who has left', async () => {
    const { threads } = threadsOf();
    await taken(threads);
    const leaving = new AbortController();
    const second = threads.take(leaving.signal);
    leaving.abort();
    expect(await second).toEqual({ kind: 'aborted' });
    expect(threads.waiting).toBe(0);
  });

  it('are replaced where one does not stop what nobody waits for', async () => {
    const { threads, started } = threadsOf();
    const thread = await taken(threads);
    const second = threads.take(NEVER);
    if (started[0]) started[0].free = false;
    await threads.recall(thread);
    expect((await second).kind).toBe('thread');
    expect(started).toMatchObject([{ stopped: true }, { stopped: false }]);
  });

  it('end when nobody has needed them for a while', async () => {
    const { threads, started } = threadsOf({ idleMilliseconds: 20 });
    threads.giveBack(await taken(threads));
    for (let tries = 0; tries < 100 && !started[0]?.stopped; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(started).toMatchObject([{ stopped: true }]);
  });
});
