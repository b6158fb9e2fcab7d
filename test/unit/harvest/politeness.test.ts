import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createWebClient, harvestSource } from '../../../src/harvest/index.ts';
import { table, world } from './harvesting.ts';
import { breakOff, FETCHER, inTurn, openPortal, send } from './portal.ts';

const file = (url: string) => ({ kind: 'file', url }) as const;

/** An answer that takes a while, and counts how many are under way. */
function counting(milliseconds = 40): { readonly answer: RequestListener; most(): number } {
  let now = 0;
  let most = 0;
  return {
    async answer(request, response) {
      now += 1;
      most = Math.max(most, now);
      await sleep(milliseconds);
      // Those who are not polite come before the last byte.
      response.on('close', () => {
        now -= 1;
      });
      send(table(20))(request, response);
    },
    most: () => most,
  };
}

/** Harvests of several sources by one client, as a command does it. */
async function harvestAll(urls: readonly string[]) {
  const client = createWebClient(FETCHER);
  try {
    return await Promise.all(
      urls.map((url) => harvestSource({ source: world(file(url)).source, client, secrets: new Map() })),
    );
  } finally {
    await client.close();
  }
}

describe('A host', () => {
  it('is asked one thing at a time, however many sources it has', async () => {
    const { answer, most } = counting();
    const portal = await openPortal(answer);
    const outcomes = await harvestAll(['a', 'b', 'c', 'd'].map((name) => `${portal.url}${name}.csv`));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['renewed', 'renewed', 'renewed', 'renewed']);
    expect(most()).toBe(1);
  });

  it('does not keep another one waiting', async () => {
    const { answer, most } = counting(700);
    const portals = await Promise.all([openPortal(answer), openPortal(answer)]);
    await harvestAll(portals.map(({ url }) => url));
    expect(most()).toBe(2);
  });

  it('that is busy is asked for nothing until the time it told', async () => {
    const asked: { readonly path: string | undefined; readonly at: number }[] = [];
    const answers = inTurn(send('', { 'retry-after': '1' }, 429), send(table(20)));
    const portal = await openPortal((request, response) => {
      asked.push({ path: request.url, at: performance.now() });
      answers(request, response);
    });
    await harvestAll([`${portal.url}a.csv`, `${portal.url}b.csv`]);
    // Whichever came first is asked again; the other one is asked once.
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/a.csv', '/b.csv']));
    // The second one waits as long as the first: timers may be a little early.
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThan(950);
  });

  it('whose description breaks off is not asked again without a pause', async () => {
    const asked: number[] = [];
    const broken = breakOff('{"resources": []}', 5);
    const portal = await openPortal((request, response) => {
      asked.push(performance.now());
      broken(request, response);
    });
    const bounds = { ...FETCHER.bounds, pauseMilliseconds: 500, attempts: 3 };
    const client = createWebClient({ ...FETCHER, bounds });
    const from = { kind: 'udata', portal: portal.url, dataset: 'd', resource: 'r' } as const;
    expect(await world(from).run({ client })).toMatchObject({ kind: 'refused', code: 'unreachable' });
    await client.close();
    const [first = 0, second = 0, third = 0] = asked;
    expect(asked).toHaveLength(3);
    // Timers may be a little early.
    expect(second - first).toBeGreaterThan(450);
    expect(third - second).toBeGreaterThan(950);
  });

  it('is told who asks, whatever the declaration says', async () => {
    const portal = await openPortal(send(table(20)));
    const one = world(file(portal.url));
    const headers = [{ name: 'User-Agent', value: 'Mozilla/5.0' }];
    await one.run({ source: { ...one.source, harvest: { ...one.source.harvest, headers } } });
    expect(portal.asked[0]?.headers['user-agent']).toBe(FETCHER.userAgent);
  });
});

describe('A wait', () => {
  it('is left at once, for the reason of who ends it', async () => {
    const portal = await openPortal(send('', { 'retry-after': '2' }, 429));
    const controller = new AbortController();
    const client = createWebClient({ ...FETCHER, signal: controller.signal });
    const running = Promise.allSettled(
      ['a', 'b'].map((name) => client.open({ url: `${portal.url}${name}` }, controller.signal)),
    );
    while (portal.asked.length === 0) await sleep(10);
    await sleep(50);
    controller.abort(new Error('ended'));
    for (const one of await running)
      expect(one).toMatchObject({ status: 'rejected', reason: { message: 'ended' } });
    expect(portal.asked).toHaveLength(1);
    await client.close();
  });
});
