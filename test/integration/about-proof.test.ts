import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ProofReport, ProofState } from '../../src/model/index.ts';
import { addressOf, cimaise, copyOfWorld, ended, scratch, startCimaise } from './command-line.ts';
import { type Fixture, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';
import { appOf, scriptedStore, VARY } from './sparql-site.ts';

jest.setTimeout(120_000);

const REPORT: ProofReport = {
  address: 'http://127.0.0.1:3000/',
  base: 'http://localhost:3000/',
  startedAt: '2026-11-22T10:00:00.000Z',
  milliseconds: 1500,
  seed: 'seed-1',
  sample: 20,
  counts: { passed: 0, failed: 0, 'not-applicable': 0, 'not-reached': 0 },
  checks: [],
};

describe('/about/proof', () => {
  let fixture: Fixture;
  let server: Loopback;
  let state: ProofState = {};

  beforeAll(async () => {
    fixture = await writeFixture();
    server = await listen(
      appOf(
        fixture,
        scriptedStore(() => ''),
        { proof: () => state },
      ),
    );
  });

  afterAll(async () => {
    await server.close();
    await fixture.remove();
  });

  it.each([
    ['text/html', '/about/proof.html', 'text/html; charset=utf-8'],
    ['application/json', '/about/proof.json', 'application/json'],
  ])('is negotiated as %s, with its own address', async (accept, address, contentType) => {
    const negotiated = await server.ask('/about/proof', { headers: { accept } });
    expect(negotiated.status).toBe(200);
    expect(negotiated.headers).toMatchObject({
      'content-type': contentType,
      'content-location': address,
      vary: VARY,
    });
    const fixed = await server.ask(address, { headers: { accept: 'text/nothing' } });
    expect([fixed.status, fixed.text]).toEqual([200, negotiated.text]);
  });

  it('says whether a proof is under way, and shows the last one', async () => {
    const page = async () => (await server.ask('/about/proof.html?lang=en')).text;
    expect(await page()).toContain('No proof was made');
    state = { underWay: 12 };
    expect(await page()).toContain('12 checks made');
    state = { underWay: 12, report: REPORT };
    expect(await page()).toContain('the last one that was finished');
    state = { report: REPORT };
    expect(await page()).toMatch(/seed-1[\s\S]*cimaise verify http:\/\/localhost:3000\/ --seed seed-1/);
    expect(JSON.parse((await server.ask('/about/proof.json')).text)).toEqual({ report: REPORT });
  });

  it('has an entity tag that changes with the proof, and no address in other formats', async () => {
    const { headers } = await server.ask('/about/proof.json');
    const condition = { 'if-none-match': String(headers.etag) };
    expect((await server.ask('/about/proof.json', { headers: condition })).status).toBe(304);
    state = { underWay: 1 };
    expect((await server.ask('/about/proof.json', { headers: condition })).status).toBe(200);
    expect((await server.ask('/about/proof.ttl')).status).toBe(404);
    expect((await server.ask('/about/proof', { headers: { accept: 'text/turtle' } })).status).toBe(406);
  });
});

/** Waits for a line that people are told. */
const told = (child: ReturnType<typeof startCimaise>, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let seen = '';
    child.stdout?.on('data', (text) => {
      seen += text;
      const line = seen.split('\n').find((one) => pattern.test(one));
      if (line !== undefined) resolve(line);
    });
    child.on('close', () => reject(new Error(`It ended without telling ${pattern}: ${seen}`)));
  });

describe('A server that proves itself', () => {
  it('tells the result in one line, shows it, and shows it again when it is started anew', async () => {
    const project = copyOfWorld('a-small-world');
    const environment = { CIMAISE_RELEASES: scratch(), CIMAISE_BASE_IRI: 'https://data.example.org/' };
    const child = startCimaise(['start', '--project', project], environment);
    const over = ended(child);
    const line = told(child, /^Proof: /);
    const address = await addressOf(child);
    expect(await line).toMatch(/^Proof: \d+ checks, \d+ passed.* – http:\/\/localhost:\d+\/about\/proof$/);
    const state = (await (await fetch(`${address}about/proof.json`)).json()) as ProofState;
    expect(state.report?.counts.passed).toBeGreaterThan(20);
    child.kill('SIGTERM');
    expect((await over).signal).toBeNull();

    const again = startCimaise(['serve', '--project', project], environment);
    const overAgain = ended(again);
    const anew = await (await fetch(`${await addressOf(again)}about/proof.json`)).json();
    again.kill('SIGTERM');
    await overAgain;
    expect((anew as ProofState).report?.seed).toBe(state.report?.seed);
  });

  it('ends at a signal while a proof is under way', async () => {
    const environment = { CIMAISE_RELEASES: scratch() };
    const project = copyOfWorld('a-small-world');
    expect((await cimaise(['build', '--project', project], environment)).code).toBe(0);
    const child = startCimaise(['serve', '--project', project], environment);
    const over = ended(child);
    await addressOf(child);
    child.kill('SIGTERM');
    expect(await over).toMatchObject({ code: 0, signal: null, err: '' });
  });
});
