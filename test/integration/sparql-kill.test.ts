import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuadStore } from '../../src/model/index.ts';
import { createOxigraphStore } from '../../src/store/index.ts';
import { BASE, type Fixture, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';
import { appOf, sparqlUrl } from './sparql-site.ts';

const LIMITS = { milliseconds: 60_000, resultBytes: 1e6, resultRows: 1000, queue: 8 };
const ENDLESS = `SELECT (COUNT(*) AS ?n) { ${'abcdefghij'
  .split('')
  .map((x) => `?${x}1 ?${x}2 ?${x}3 .`)
  .join(' ')} }`;
const WINDOW = 300;

let fixture: Fixture;
let store: QuadStore;
let server: Loopback;

beforeAll(async () => {
  fixture = await writeFixture();
  store = createOxigraphStore({ dumps: fixture.dumps, base: BASE, limits: LIMITS });
  await store.ready();
  server = await listen(appOf(fixture, store));
});

afterAll(async () => {
  await server.close();
  await store.close();
  await fixture.remove();
});

/** Milliseconds of processor that this process, its threads included, takes in a while. */
async function processorTime(): Promise<number> {
  const before = process.cpuUsage();
  await pause(WINDOW);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(20);
}

/** A connection that asks without end, as a person who closes a window would leave it. */
async function endless() {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(`GET ${sparqlUrl(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  await until(() => store.figures().busy > 0);
  return socket;
}

describe('A query whose client closes the connection', () => {
  it('is stopped: its processor time is free again, and others are answered meanwhile', async () => {
    const socket = await endless();
    const [busy, answer] = await Promise.all([processorTime(), server.ask(sparqlUrl('ASK {}'))]);
    expect(answer.status).toBe(200);
    socket.destroy();
    await until(() => store.figures().busy === 0);
    await until(async () => (await processorTime()) < busy / 4);
    expect((await server.ask(sparqlUrl('ASK {}'))).status).toBe(200);
  });

  it('leaves nothing behind, however often that happens', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const socket = await endless();
      socket.destroy();
      await until(() => store.figures().busy === 0);
    }
    expect(store.figures()).toMatchObject({ busy: 0, waiting: 0 });
    expect((await server.ask(sparqlUrl('SELECT * { ?s ?p ?o } LIMIT 1'))).status).toBe(200);
  });
});
