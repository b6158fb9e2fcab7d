import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { SparqlAnswer, SparqlQuestion } from '../../../../src/model/index.ts';
import type { Asked, Reply } from '../../../../src/store/pool/messages.ts';
import { PooledStore } from '../../../../src/store/pool/pooled-store.ts';
import type { StoreLimits } from '../../../../src/store/pool/store-limits.ts';
import type { StoreWorker } from '../../../../src/store/pool/store-worker.ts';

const LIMITS: StoreLimits = {
  milliseconds: 2000,
  slowMilliseconds: 60,
  graceMilliseconds: 10,
  resultBytes: 1000,
  resultRows: 10,
  queue: 4,
  slowQueue: 1,
};

/** Workers that do what a query says: `3 slow` takes 300 ms, `warms up` is slow once, `dies`, `grows`; everything else is answered at once. */
class Workers {
  readonly asked: string[] = [];
  readonly alive = new Set<StoreWorker>();
  readonly #deaths = new Map<StoreWorker, (reason: string) => void>();
  readonly loading: number;

  constructor(loading = 0) {
    this.loading = loading;
  }

  readonly start = (): StoreWorker => {
    const ended = Promise.withResolvers<string>();
    const loaded = sleep(this.loading).then(() => 5);
    const worker: StoreWorker = {
      loaded,
      ended: ended.promise,
      ask: async (question) => Promise.race([this.#reply(question), ended.promise.then(broken)]),
      stop: async () => this.kill(worker, 'stopped'),
    };
    this.#deaths.set(worker, ended.resolve);
    this.alive.add(worker);
    return worker;
  };

  kill(worker: StoreWorker, reason: string): void {
    this.alive.delete(worker);
    this.#deaths.get(worker)?.(reason);
  }

  async #reply({ text }: Asked): Promise<Reply> {
    this.asked.push(text);
    const seconds = /(\d+) slow/.exec(text)?.[1];
    if (text === 'warms up' && this.asked.filter((one) => one === text).length === 1) await sleep(150);
    if (seconds) await sleep(Number(seconds) * 100);
    if (text === 'dies') return broken('unreachable');
    return {
      kind: 'answered',
      body: text,
      milliseconds: Number(seconds ?? 0) * 100,
      hasGrown: text === 'grows',
    };
  }
}

const broken = (reason: string): Reply => ({ kind: 'broken', reason });

const open: PooledStore[] = [];
afterEach(() => Promise.all(open.splice(0).map((store) => store.close())));

interface Opened {
  readonly ask: (text: string, more?: Partial<SparqlQuestion>) => Promise<SparqlAnswer>;
  readonly store: PooledStore;
  readonly workers: Workers;
  readonly events: readonly unknown[];
}

async function opened(
  { workers: count = 2, loading = 0 }: { workers?: number; loading?: number } = {},
  limits: Partial<StoreLimits> = {},
): Promise<Opened> {
  const workers = new Workers(loading);
  const events: unknown[] = [];
  const log = (_event: string, details?: Readonly<Record<string, unknown>>) =>
    void events.push(details?.['why']);
  const store = new PooledStore({
    limits: { ...LIMITS, ...limits },
    start: workers.start,
    workers: count,
    log,
  });
  open.push(store);
  await store.ready();
  while (store.figures().busy > 0) await sleep(5);
  const ask: Opened['ask'] = (text, more) =>
    store.answer({ text, kind: 'select', mediaType: 'text/csv', hasDataset: false, ...more });
  return { ask, store, workers, events };
}

const told = (text: string) => expect.objectContaining({ kind: 'answered', body: text });
const OVERLOADED = { kind: 'overloaded', retryAfterSeconds: 2 };

describe('The slow lane', () => {
  it('lets a query that turned slow start over once there is a place', async () => {
    const { ask, store, workers, events } = await opened();
    const both = Promise.all([ask('3 slow a'), ask('3 slow b')]);
    await sleep(100);
    expect(store.figures()).toMatchObject({ slow: 1, waiting: 1, replaced: 1 });
    expect(await both).toEqual([told('3 slow a'), told('3 slow b')]);
    expect(workers.asked).toEqual(['3 slow a', '3 slow b', '3 slow b']);
    expect(events).toEqual(['one slow query too many']);
    expect(store.figures()).toMatchObject({ workers: 2, busy: 0, slow: 0, waiting: 0 });
  });

  it('does not begin a query that is known to be slow before it has a place', async () => {
    const { ask, workers, events } = await opened({}, { slowQueue: 4 });
    await ask('2 slow a');
    await Promise.all([ask('2 slow a'), ask('2 slow a'), ask('2 slow a')]);
    expect(workers.asked).toEqual(Array(4).fill('2 slow a'));
    expect(events).toEqual([]);
  });

  it('refuses whom it has no room for', async () => {
    const { ask } = await opened();
    const all = await Promise.all(['4 slow a', '4 slow b', '4 slow c'].map((text) => ask(text)));
    expect(all).toContainEqual(OVERLOADED);
    expect(all.filter(({ kind }) => kind === 'answered')).toHaveLength(2);
  });

  it('refuses who waited half of the time', async () => {
    const { ask } = await opened({}, { milliseconds: 800 });
    const [first, second] = await Promise.all([ask('7 slow a'), ask('7 slow b')]);
    expect([first.kind, second.kind].sort()).toEqual(['answered', 'overloaded']);
  });

  it('is left by an asker who leaves', async () => {
    const { ask, store } = await opened();
    const leaving = new AbortController();
    const first = ask('4 slow a');
    const second = ask('4 slow b', { signal: leaving.signal });
    while (store.figures().waiting === 0) await sleep(5);
    leaving.abort();
    expect(await second).toEqual({ kind: 'abandoned' });
    expect(store.figures().waiting).toBe(0);
    expect(await first).toEqual(told('4 slow a'));
  });

  it('forgets a query that is slow no more', async () => {
    const { ask, events } = await opened();
    await ask('warms up');
    await ask('warms up');
    const ended: string[] = [];
    const slow = ask('4 slow a').then(() => ended.push('slow'));
    await sleep(100);
    await ask('warms up').then(() => ended.push('short'));
    await slow;
    expect(ended).toEqual(['short', 'slow']);
    expect(events).toEqual([]);
  });

  it('keeps a worker for short queries while a place is being made anew', async () => {
    const { ask, store } = await opened({ loading: 150 }, { slowQueue: 4, queue: 20 });
    const slow = ['9 slow a', '9 slow b', '9 slow c'].map((text) =>
      ask(text, { signal: AbortSignal.timeout(700) }),
    );
    while (store.figures().slow === 0) await sleep(5);
    const waits: number[] = [];
    for (let asked = 0; asked < 30; asked++) {
      const started = performance.now();
      expect(await ask(`short ${asked}`)).toEqual(told(`short ${asked}`));
      waits.push(performance.now() - started);
      await sleep(10);
    }
    // The longest ones waited for a worker whose query had just turned slow: till then, and for its replacement.
    expect(waits.filter((wait) => wait > 100).length).toBeLessThan(waits.length / 4);
    await Promise.all(slow);
  });

  it('gives every query one answer, and ends with nothing taken', async () => {
    const { ask, store } = await opened({ workers: 3, loading: 5 }, { slowQueue: 3, queue: 6 });
    const kinds = ['1 slow x', '2 slow x', 'dies', 'grows', 'short'];
    const all = Array.from({ length: 60 }, async (_, at) => {
      await sleep((at * 37) % 400);
      const signal = at % 4 === 0 ? AbortSignal.timeout((at * 13) % 200) : undefined;
      return (await ask(kinds[at % 5] ?? '', signal ? { signal } : {})).kind;
    });
    for (const kind of await Promise.all(all))
      expect(['answered', 'overloaded', 'abandoned', 'failed']).toContain(kind);
    await sleep(100);
    expect(store.figures()).toMatchObject({ workers: 3, busy: 0, slow: 0, waiting: 0 });
  });
});

describe('A worker', () => {
  it('that dies while it is idle is replaced', async () => {
    const { ask, store, workers, events } = await opened({ workers: 1 });
    const [only] = workers.alive;
    if (only) workers.kill(only, 'out of memory');
    while (store.figures().replaced === 0 || store.figures().busy > 0) await sleep(5);
    expect(events).toEqual(['out of memory']);
    expect(await ask('a')).toEqual(told('a'));
  });

  it('that dies at work is replaced once', async () => {
    const { ask, store } = await opened();
    expect(await ask('dies')).toEqual({ kind: 'failed', reason: 'unreachable' });
    while (store.figures().busy > 0) await sleep(5);
    expect(store.figures()).toMatchObject({ workers: 2, replaced: 1 });
  });

  it('whose memory has grown is replaced when another is idle', async () => {
    const { ask, store, events } = await opened();
    expect(await ask('grows')).toEqual(told('grows'));
    expect(events).toEqual(['memory grown']);
    expect(store.figures()).toMatchObject({ workers: 2, busy: 1, replaced: 1 });
  });

  it('whose memory has grown stays while it is the only idle one, and goes as soon as another is', async () => {
    const { ask, store, events } = await opened({}, { slowMilliseconds: 1000 });
    const other = ask('2 slow');
    await ask('grows');
    await ask('a');
    expect(events).toEqual([]);
    await other;
    expect(events).toEqual(['memory grown']);
    while (store.figures().busy > 0) await sleep(5);
    expect(store.figures()).toMatchObject({ workers: 2, replaced: 1 });
  });

  it('stays, however its memory grows, where it is the only one', async () => {
    const { ask, events } = await opened({ workers: 1 });
    await ask('grows');
    await ask('grows');
    expect(events).toEqual([]);
  });
});
