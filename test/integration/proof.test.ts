import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ProofReport } from '../../src/model/index.ts';
import { type ProofOptions, prove } from '../../src/proof/index.ts';
import { addressOf, cimaise, copyOfWorld, ended, REPOSITORY, scratch, startCimaise } from './command-line.ts';
import { type Fault, faultyProxy, type Given } from './faulty-proxy.ts';
import { type Answer, askOf, type Loopback } from './loopback.ts';

jest.setTimeout(120_000);

const BASE = 'https://data.example.org/';
const SHAPES = {
  file: 'shapes/catalogue.ttl',
  text: readFileSync(join(REPOSITORY, 'shapes/catalogue.ttl'), 'utf8'),
};
const BOUNDS = { milliseconds: 10_000, bytes: 1 << 20, dumpMilliseconds: 10_000 };

let behind: Loopback;
let address: string;

/** The small world, built and served as it would be in production: its IRIs are not those of this machine. */
beforeAll(async () => {
  const environment = { CIMAISE_RELEASES: scratch(), CIMAISE_BASE_IRI: BASE };
  const child = startCimaise(['start', '--no-proof', '--project', copyOfWorld('a-small-world')], environment);
  const over = ended(child);
  address = await addressOf(child);
  behind = {
    url: address.slice(0, -1),
    ask: askOf(Number(new URL(address).port)),
    close: async () => {
      child.kill('SIGTERM');
      await over;
    },
  };
});

afterAll(() => behind.close());

const proofOf = (at: string, more: Partial<ProofOptions> = {}): Promise<ProofReport> =>
  prove({ address: at, shapes: SHAPES, toolVersion: '0.0.0', seed: 'a', sample: 4, bounds: BOUNDS, ...more });

/** Names of the checks of a verdict, each once. */
const namesOf = ({ checks }: ProofReport, verdict: string): readonly string[] =>
  [...new Set(checks.filter((one) => one.verdict === verdict).map(({ name }) => name))].sort();

describe('A proof of a sound server', () => {
  let report: ProofReport;
  beforeAll(async () => {
    report = await proofOf(address);
  });

  it('shows everything that is promised', () => {
    expect(namesOf(report, 'failed')).toEqual([]);
    expect(namesOf(report, 'not-reached')).toEqual([]);
    expect(namesOf(report, 'passed')).toEqual(
      expect.arrayContaining([
        ...['catalogue-found', 'catalogue-shapes', 'count-endpoint', 'count-page', 'count-void'],
        ...['dataset-iri', 'dump-digest', 'dump-range', 'dump-size', 'dump-whole'],
        ...['endpoint-ask', 'endpoint-malformed', 'endpoint-update', 'example'],
        ...['thing-conditional', 'thing-head', 'thing-json-ld', 'thing-n-triples', 'thing-page'],
        ...['thing-rdf-xml', 'thing-see-other', 'thing-turtle', 'thing-unknown', 'thing-vary'],
      ]),
    );
  });

  it('finds the base of its IRIs in the catalogue, and its release', () => {
    expect(report).toMatchObject({ address, base: BASE, seed: 'a', sample: 4 });
    expect(report.release).toMatch(/^\d{4}-\d\d-\d\d\.\d+$/);
  });

  it('draws the same sample again with the same seed, and another with another', async () => {
    const drawn = ({ checks }: ProofReport) => checks.find(({ name }) => name === 'thing-turtle')?.asked;
    const one = { sample: 1 };
    const first = drawn(await proofOf(address, one));
    expect(drawn(await proofOf(address, one))).toBe(first);
    const others = await Promise.all(
      ['b', 'c', 'd', 'e', 'f'].map((seed) => proofOf(address, { ...one, seed })),
    );
    expect(others.map(drawn).some((other) => other !== first)).toBe(true);
  });
});

const changed = (answer: Answer, from: RegExp | string, to: string): Given => {
  const body = answer.text.replace(from, to);
  if (body === answer.text) throw new Error(`There is no ${from} to change.`);
  return { ...answer, body };
};
/** Where datasets are looked for. */
const isDescription = (path: string): boolean => path === '/catalogue' || path === '/.well-known/void';
const isDump = (path: string): boolean => /^\/dataset\/places\.nq\.gz$/.test(path);
const isDocument = (path: string): boolean => path.startsWith('/doc/places/');
const isThing = (path: string): boolean => path.startsWith('/id/places/');
const isOk = ({ status }: Answer): boolean => status === 200;

const FORMATS = ['thing-json-ld', 'thing-n-triples', 'thing-rdf-xml', 'thing-turtle'];
const THINGS = [...FORMATS, 'thing-conditional', 'thing-head', 'thing-page', 'thing-see-other'].sort();
const AFTER_DUMP = ['count-endpoint', 'count-page', 'count-void'];

/** What is wrong, the checks that fail, and those that cannot be made for it. */
const FAULTS: readonly (readonly [string, Fault, readonly string[], (readonly string[])?])[] = [
  [
    'tells another digest in its catalogue',
    ({ path }, answer) =>
      isDescription(path) && answer.headers['content-type']?.includes('turtle')
        ? changed(
            answer,
            /(#nquads-checksum>\s+a\s[\s\S]*?checksumValue ")[0-9a-f]{64}/,
            `$1${'0'.repeat(64)}`,
          )
        : undefined,
    ['dump-digest'],
  ],
  [
    'tells another digest in Repr-Digest',
    ({ path }, answer) =>
      isDump(path) && answer.status === 200
        ? { ...answer, headers: { ...answer.headers, 'repr-digest': `sha-256=:${'A'.repeat(43)}=:` } }
        : undefined,
    ['dump-digest'],
  ],
  [
    'counts one statement too many in VoID',
    ({ path }, answer) =>
      isDescription(path) || path === '/dataset/places'
        ? isOk(answer) && answer.headers['content-type']?.includes('turtle')
          ? { ...answer, body: oneMore(answer.text) }
          : undefined
        : undefined,
    ['count-void'],
  ],
  [
    'counts one statement too many at its endpoint',
    ({ body }, answer) =>
      body.includes('COUNT%28*%29+AS+%3Fn') && body.includes('GRAPH')
        ? changed(answer, /("value":\s*")(\d+)"/, '$19$2"')
        : undefined,
    ['count-endpoint'],
  ],
  [
    'shows another number on its page',
    ({ path }, answer) =>
      path === '/dataset/places.html'
        ? changed(answer, /<strong>(\d+)<\/strong> <span>statement/, '<strong>9$1</strong> <span>statement')
        : undefined,
    ['count-page'],
  ],
  [
    'leaves a statement out of N-Triples',
    ({ path, accept }, answer) =>
      isDocument(path) && accept === 'application/n-triples' ? changed(answer, /^<.*\n/, '') : undefined,
    ['thing-n-triples'],
  ],
  [
    'adds a statement in N-Triples',
    ({ path, accept }, answer) =>
      isDocument(path) && accept === 'application/n-triples'
        ? changed(answer, /^(<[^>]*>)/, '$1 <urn:x:said> "beside" .\n$1')
        : undefined,
    ['thing-n-triples'],
  ],
  [
    'sends malformed JSON-LD',
    ({ path, accept }, answer) =>
      isDocument(path) && accept === 'application/ld+json'
        ? changed(answer, '{', '{ "@context": ,')
        : undefined,
    ['thing-json-ld'],
  ],
  [
    'sends malformed Turtle',
    ({ path, accept }, answer) =>
      isDocument(path) && accept === 'text/turtle' ? { ...answer, body: '<a> <b' } : undefined,
    ['thing-turtle'],
  ],
  [
    'has no RDF/XML, which it promises',
    ({ path, accept }, answer) =>
      isDocument(path) && accept === 'application/rdf+xml' ? { ...answer, status: 406, body: '' } : undefined,
    ['thing-rdf-xml'],
  ],
  [
    'answers 200 instead of 303',
    async ({ path, again, method }, answer) =>
      isThing(path) && answer.status === 303 && method !== 'OPTIONS'
        ? again(String(answer.headers.location))
        : undefined,
    ['thing-see-other'],
  ],
  [
    'answers 302 instead of 303',
    ({ path }, answer) => (isThing(path) && answer.status === 303 ? { ...answer, status: 302 } : undefined),
    ['thing-see-other'],
  ],
  [
    'does not say that documents vary',
    ({ path }, answer) =>
      isDocument(path) ? { ...answer, headers: { ...answer.headers, vary: undefined } } : undefined,
    ['thing-vary'],
  ],
  [
    'has pages without a heading',
    ({ path, accept }, answer) =>
      isDocument(path) && accept === 'text/html'
        ? { ...answer, body: answer.text.replaceAll('h1', 'h2') }
        : undefined,
    ['thing-page'],
  ],
  [
    'answers HEAD with another entity tag',
    ({ path, method }, answer) =>
      isDocument(path) && method === 'HEAD'
        ? { ...answer, headers: { ...answer.headers, etag: '"other"' } }
        : undefined,
    ['thing-head'],
  ],
  [
    'sends again what the client has',
    ({ path, headers, again, accept }) =>
      isDocument(path) && headers['if-none-match'] !== undefined ? again(path, { accept }) : undefined,
    ['thing-conditional'],
  ],
  [
    'answers 200 for what there is not',
    ({ path }, answer) => (path.endsWith('-unknown') ? { ...answer, status: 200 } : undefined),
    ['thing-unknown'],
  ],
  [
    'takes updates that it does not promise',
    ({ body }, answer) => (body.startsWith('update=') ? { ...answer, status: 200 } : undefined),
    ['endpoint-update'],
  ],
  [
    'answers malformed queries',
    ({ body }, answer) =>
      answer.status === 400 && body.startsWith('query=') ? { ...answer, status: 200 } : undefined,
    ['endpoint-malformed'],
  ],
  [
    'answers an example by nothing',
    ({ body }, answer) =>
      body.includes('Place') ? changed(answer, /"bindings":\s*\[[\s\S]*\]/, '"bindings":[]') : undefined,
    ['example'],
  ],
  [
    'says that the answer to an example is cut',
    ({ body }, answer) =>
      body.includes('Place')
        ? { ...answer, headers: { ...answer.headers, 'result-status': 'truncated' } }
        : undefined,
    ['example'],
  ],
  [
    'has a catalogue without titles',
    ({ path }, answer) =>
      isDescription(path)
        ? { ...answer, body: answer.text.replaceAll('dcterms:title ', 'dcterms:alternative ') }
        : undefined,
    ['catalogue-shapes'],
  ],
  [
    'cuts a dump',
    ({ path }, answer) => (isDump(path) ? { ...answer, how: 'cut' } : undefined),
    ['dump-whole'],
    [...AFTER_DUMP, 'dump-digest', 'dump-range', 'dump-size'],
  ],
  [
    'sends a dump with a flipped byte',
    ({ path }, answer) =>
      isDump(path) && isOk(answer) ? { ...answer, body: flipped(answer.body) } : undefined,
    ['dump-digest', 'dump-range', 'dump-whole'],
    AFTER_DUMP,
  ],
  [
    'has no dump where it says',
    ({ path }, answer) => (isDump(path) ? { ...answer, status: 404 } : undefined),
    ['dump-whole'],
    [...AFTER_DUMP, 'dump-digest', 'dump-range', 'dump-size'],
  ],
  [
    'gives other bytes for a range',
    ({ path, headers }, answer) =>
      isDump(path) && headers['range'] !== undefined ? { ...answer, body: flipped(answer.body) } : undefined,
    ['dump-range'],
  ],
  [
    'redirects in a circle',
    ({ path }, answer) =>
      isThing(path) && answer.status === 303
        ? { ...answer, headers: { ...answer.headers, location: path } }
        : undefined,
    THINGS,
  ],
  [
    'redirects to a private address',
    ({ path }, answer) =>
      isThing(path) && answer.status === 303
        ? { ...answer, headers: { ...answer.headers, location: 'http://10.0.0.1/latest/meta-data' } }
        : undefined,
    THINGS,
  ],
  [
    'redirects to another port of its machine',
    ({ path }, answer) =>
      isThing(path) && answer.status === 303
        ? { ...answer, headers: { ...answer.headers, location: `${address}doc/places/x` } }
        : undefined,
    THINGS,
  ],
  [
    'sends bodies without end',
    ({ path, method }, answer) =>
      isDocument(path) && method === 'GET' ? { ...answer, how: 'endless' } : undefined,
    [],
    THINGS,
  ],
];

/** The number of statements of places, one higher. */
const oneMore = (turtle: string): string =>
  turtle
    .split(/(?=\n<)/)
    .map((block) =>
      /^\n?<[^>]*dataset\/places>/.test(block)
        ? block.replace(/(void:triples )(\d+)/, (_, start, count) => `${start}${Number(count) + 1}`)
        : block,
    )
    .join('');

function flipped(body: Buffer): Buffer {
  const other = Buffer.from(body);
  const middle = body.length >> 1;
  other[middle] = (other[middle] ?? 0) ^ 1;
  return other;
}

describe('A proof of a server that', () => {
  it.each(FAULTS)('%s says so, and only so', async (_name, fault, failing, missed = []) => {
    const proxy = await faultyProxy(behind, fault);
    try {
      const report = await proofOf(proxy.address);
      expect(namesOf(report, 'failed')).toEqual([...failing].sort());
      expect(namesOf(report, 'not-reached')).toEqual([...missed].sort());
    } finally {
      await proxy.close();
    }
  });

  it('hangs gives up soon, and tells what it did not reach', async () => {
    const proxy = await faultyProxy(behind, ({ path }, answer) =>
      isDocument(path) ? { ...answer, how: 'hanging' } : undefined,
    );
    try {
      const report = await proofOf(proxy.address, { bounds: { ...BOUNDS, milliseconds: 500 } });
      expect(namesOf(report, 'failed')).toEqual([]);
      expect(namesOf(report, 'not-reached')).toEqual(expect.arrayContaining(FORMATS));
      expect(namesOf(report, 'passed')).toContain('dump-whole');
      expect(report.checks.filter(({ found }) => found.en.includes('nothing more is asked'))).not.toEqual([]);
    } finally {
      await proxy.close();
    }
  });
});

describe('cimaise verify', () => {
  it('ends with 0 where everything was shown', async () => {
    const { code, out } = await cimaise(['verify', address, '--sample', '2', '--seed', 'x1']);
    expect(out).toMatch(
      /\d+ checks, \d+ passed.*\nSample: --seed x1; IRIs begin with https:\/\/data\.example\.org\/\n$/,
    );
    expect(code).toBe(0);
  });

  it('ends with 1 where something failed, and names it', async () => {
    const proxy = await faultyProxy(behind, ({ path }, answer) =>
      path.endsWith('-unknown') ? { ...answer, status: 200 } : undefined,
    );
    const { code, out } = await cimaise(['verify', proxy.address, '--sample', '1']);
    await proxy.close();
    expect(out).toContain('failed  Unknown IRI (thing-unknown)');
    expect(code).toBe(1);
  });

  it('ends with 2 where nobody answers, in one sentence', async () => {
    const { code, out, err } = await cimaise(['verify', 'http://127.0.0.1:9/']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /^http:\/\/127\.0\.0\.1:9\/ does not answer\. .*Check the address, then try again\.\n$/,
    );
  });

  it('writes JSON to standard output alone, and a page to a file', async () => {
    const html = join(scratch(), 'proof.html');
    const { out, err } = await cimaise(['verify', address, '--sample', '1', '--json', '--html', html]);
    expect(err).toBe('');
    const report = JSON.parse(out) as ProofReport;
    expect(report.counts.passed).toBeGreaterThan(20);
    const page = readFileSync(html, 'utf8');
    expect(page).toMatch(/^<!doctype html>[\s\S]*<h1>Proof of publication<\/h1>/);
    expect(page.match(/<tr><th scope="row">/g)).toHaveLength(report.checks.length);
  });
});
