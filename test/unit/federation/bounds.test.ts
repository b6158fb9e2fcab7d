import { describe, expect, it } from '@jest/globals';
import { withServices } from '../../../src/federation/index.ts';
import type { ServiceReply } from '../../../src/federation/remote/messages.ts';
import { BASE, ENDPOINT, endpoint, localWorld, PARSER, question, remoteWorld, rowsOf } from './worlds.ts';

const LOCAL = '<m1> <http://v/wd> <q1> .';
const ASKING = question(`SELECT * { ?m <http://v/wd> ?w SERVICE <${ENDPOINT}> { ?w <http://v/label> ?l } }`);

/** Threads that never answer until they are told to give up. */
function silentThreads() {
  const started: { cancelled: number; stopped: boolean }[] = [];
  const start = () => {
    const state = { cancelled: 0, stopped: false };
    started.push(state);
    let answer: ((reply: ServiceReply) => void) | undefined;
    return {
      ask: () => new Promise<ServiceReply>((resolve) => (answer = resolve)),
      cancel: () => {
        state.cancelled += 1;
        answer?.({ kind: 'failed', reason: { fr: 'Arrêté.', en: 'Stopped.' } });
        answer = undefined;
      },
      isFree: () => answer === undefined,
      stop: async () => {
        state.stopped = true;
      },
    };
  };
  return { start, started };
}

function siteOf(limits: object, threads: { start: () => never } | ReturnType<typeof silentThreads>) {
  const local = localWorld(LOCAL);
  const { start } = threads;
  const options = {
    base: BASE,
    services: [endpoint()],
    limits: { milliseconds: 20_000, ...limits },
    parser: PARSER,
    start,
  };
  return { store: withServices(local.store, options), asked: local.asked };
}

describe('A query with SERVICE', () => {
  it('ends at its deadline, and its thread serves the next', async () => {
    const threads = silentThreads();
    const { store } = siteOf({ milliseconds: 200, threads: 1 }, threads);
    const timedOut = { kind: 'timed-out', limitMilliseconds: 200 };
    expect(await store.answer(ASKING)).toEqual(timedOut);
    expect(await store.answer(ASKING)).toEqual(timedOut);
    expect(threads.started).toEqual([{ cancelled: 2, stopped: false }]);
  });

  it('ends when its asker leaves, even while it waits', async () => {
    const { store } = siteOf({ threads: 1 }, silentThreads());
    const leaving = new AbortController();
    const asked = { ...ASKING, signal: leaving.signal };
    const answers = [store.answer(asked), store.answer(asked)];
    setTimeout(() => leaving.abort(), 50);
    expect(await Promise.all(answers)).toEqual([{ kind: 'abandoned' }, { kind: 'abandoned' }]);
    expect(await store.answer(asked)).toEqual({ kind: 'abandoned' });
  });

  it('is not begun where the line is full', async () => {
    const { store } = siteOf({ threads: 1, queue: 1, milliseconds: 1500 }, silentThreads());
    const answers = await Promise.all([1, 2, 3].map(() => store.answer(ASKING)));
    expect(answers.map(({ kind }) => kind)).toEqual(['timed-out', 'timed-out', 'overloaded']);
    expect(answers[2]).toMatchObject({ retryAfterSeconds: 2 });
  });

  it('keeps nobody waiting who asks no others', async () => {
    const { store } = siteOf({ threads: 1, milliseconds: 1000 }, silentThreads());
    const slow = store.answer(ASKING);
    expect((await store.answer(question('ASK {}'))).kind).toBe('answered');
    await slow;
  });

  it('starts no thread for what needs none', async () => {
    const start = (): never => {
      throw new Error('A thread was started.');
    };
    const { store } = siteOf({}, { start });
    const refused = await store.answer(question('SELECT * { SERVICE <http://other.example/> { ?s ?p ?o } }'));
    expect(refused).toMatchObject({
      kind: 'service-refused',
      reason: { fr: expect.stringContaining('queries/services.yml') },
    });
    const silent = question('SELECT * { ?m ?p ?w SERVICE SILENT <http://other.example/> { ?w ?q ?o } }');
    const answer = await store.answer(silent);
    expect(answer.kind === 'answered' && rowsOf(answer.body)).toHaveLength(1);
  });

  it.each([
    ['a text of 30,000 characters', `${'#'.repeat(30_000)}\n`, 1, '20,000 characters'],
    ['eleven of them', '', 11, 'more than 10 SERVICE'],
  ])('with %s is refused', async (_name, before, times, said) => {
    const { store } = siteOf({}, silentThreads());
    const text = `${before}SELECT * { ${`SERVICE <${ENDPOINT}> { ?s ?p ?o } `.repeat(times)} }`;
    const answer = await store.answer(question(text));
    expect(answer).toMatchObject({ kind: 'service-refused', reason: { en: expect.stringContaining(said) } });
  });

  it('and deep expressions is taken apart as any other', async () => {
    const { store } = siteOf({ milliseconds: 200 }, silentThreads());
    const text = `SELECT (1${'+1'.repeat(800)} AS ?n) { SERVICE SILENT <http://other.example/> { ?s ?p ?o } }`;
    expect((await store.answer(question(text))).kind).toBe('answered');
  });

  it('gives back what the store says of it', async () => {
    const local = localWorld(LOCAL);
    const there = remoteWorld('<q1> <http://v/label> "x" .');
    const inner = {
      ...local.store,
      answer: async () => ({ kind: 'overloaded', retryAfterSeconds: 3 }) as const,
    };
    const limits = { milliseconds: 5000 };
    const store = withServices(inner, {
      base: BASE,
      services: [endpoint()],
      limits,
      parser: PARSER,
      start: there.start,
    });
    expect(await store.answer(ASKING)).toEqual({ kind: 'overloaded', retryAfterSeconds: 3 });
    expect(there.asked).toEqual([]);
  });
});
