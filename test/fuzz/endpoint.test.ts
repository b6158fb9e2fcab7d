import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { QuadStore } from '../../src/model/index.ts';
import { createOxigraphStore } from '../../src/store/index.ts';
import { BASE, type Fixture, writeFixture } from '../integration/fixture-release.ts';
import { type Answer, type Loopback, listen, type Sent } from '../integration/loopback.ts';
import { appOf, FORM, QUERY, sparqlUrl } from '../integration/sparql-site.ts';

const LIMITS = { milliseconds: 2000, resultBytes: 1e6, resultRows: 1000, queue: 16 };

let fixture: Fixture;
let store: QuadStore;
let server: Loopback;
const faults: unknown[] = [];

beforeAll(async () => {
  fixture = await writeFixture();
  store = createOxigraphStore({ dumps: fixture.dumps, base: BASE, limits: LIMITS });
  await store.ready();
  // A query that breaks a worker of the store is a documented refusal, and noted.
  const log = (event: string, details?: object) =>
    event === 'query failed' ? undefined : void faults.push({ event, ...details });
  server = await listen(appOf(fixture, store, { cacheBytes: 1 << 20, log }));
});

afterAll(async () => {
  await server.close();
  await store.close();
  await fixture.remove();
});

/** What the server may say to anything; 431 is Node's own, before the application is asked. */
const DOCUMENTED = new Set([200, 304, 400, 403, 404, 405, 406, 413, 415, 429, 431, 503]);

/** Every answer has a documented status, and a refusal says why; nothing is a fault of ours. */
function expectDocumented({ status, headers, text }: Answer): void {
  expect(DOCUMENTED).toContain(status);
  if (status < 400 || status === 431) return;
  expect(headers['content-type']).toBe('application/problem+json');
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({ status, code: expect.any(String), detail: expect.any(String) });
  expect(problem.code).not.toBe('unavailable');
}

const post = (body: string | Buffer, type = QUERY): Promise<Answer> =>
  server.ask('/sparql', { method: 'POST', headers: { 'content-type': type }, body });

const many = (text: (at: number) => string, count: number): string =>
  Array.from({ length: count }, (_, at) => text(at)).join('');

/** Texts that are long, deep or cheap to write and dear to answer. */
const HOSTILE: readonly (readonly [string, string])[] = [
  [
    'ten thousand prefixes',
    `${many((at) => `PREFIX p${at}:<a>`, 5500)}${many(() => 'PREFIX x:<a>', 4500)}ASK {}`,
  ],
  ['a name of a hundred thousand letters', 'a'.repeat(99_000)],
  ['groups beside groups, each deep', `ASK {${`${'{'.repeat(95)}${'}'.repeat(95)}`.repeat(500)}}`],
  ['five thousand braces', `ASK ${'{'.repeat(5000)}${'}'.repeat(5000)}`],
  ['braces that never close', `ASK ${'{'.repeat(99)}`],
  ['parentheses that never close', `ASK { FILTER(${'('.repeat(50_000)}`],
  ['ninety thousand negations', `ASK { FILTER(${'!'.repeat(90_000)}true) }`],
  ['a long sum', `ASK { FILTER(${'1+'.repeat(45_000)}1 > 0) }`],
  ['a long alternative', `ASK { ?s ${'<a>|'.repeat(20_000)}<a> ?o }`],
  ['a long path', `ASK { ?s ${'<a>/'.repeat(20_000)}<a> ?o }`],
  ['a long list', `ASK { ?s ?p (${'1 '.repeat(40_000)}) }`],
  ['many values', `SELECT * { VALUES ?x { ${'1 '.repeat(45_000)} } }`],
  ['many unions', `ASK { ${'{?s ?p ?o} UNION '.repeat(5000)} {} }`],
  ['many names', `SELECT ${many((at) => `?v${at} `, 14_000)} {}`],
  ['many names given twice', `SELECT ${'?a '.repeat(30_000)} {}`],
  ['many bindings', `SELECT * { ${many((at) => `BIND(1 AS ?v${at}) `, 5000)} }`],
  ['quotes', '"'.repeat(99_000)],
  ['escapes', '\\u0041'.repeat(16_000)],
  ['a string that never ends', `ASK { ?s ?p "${'x'.repeat(99_000)}`],
  ['signs', '<'.repeat(99_000)],
  ['zeros', '\0'.repeat(50_000)],
  ['lone surrogates', encodeURIComponent('\ud7ff\ue000').repeat(5000)],
  ['a pattern that explodes', `ASK { BIND(REGEX("${'a'.repeat(5000)}!", "^((a+)+)+$") AS ?x) FILTER(?x) }`],
  ['a pattern of many repetitions', 'ASK { FILTER(REGEX("a", "((a{1,100}){1,100}){1,100}")) }'],
  [
    'a replacement that grows',
    `SELECT (STRLEN(${'REPLACE('.repeat(40)}"aaaaaaaaaa"${', "a", "aaaaaaaaaa")'.repeat(40)}) AS ?n) {}`,
  ],
  [
    'a text that doubles',
    `SELECT (STRLEN(?v40) AS ?n) { BIND("xxxxxxxxxx" AS ?v0) ${many((at) => `BIND(CONCAT(?v${at}, ?v${at}) AS ?v${at + 1}) `, 40)} }`,
  ],
  [
    'paths from everything to everything',
    `SELECT (COUNT(*) AS ?n) { ?a (!<x:>|^!<x:>)* ?b . ?c (!<x:>|^!<x:>)+ ?d . ?e (!<x:>)* ?f . ?g (!<x:>)* ?h }`,
  ],
  ['nested repetitions', 'ASK { ?a ((((<x:>|!<x:>)*)+)?)* ?b . ?c ((!<x:>*)*)* ?d }'],
  [
    'a join of everything with everything',
    `SELECT (COUNT(*) AS ?n) { ${many((at) => `?a${at} ?b${at} ?c${at} . `, 12)} }`,
  ],
  ['a join too large to be sent', `SELECT * { ${many((at) => `?a${at} ?b${at} ?c${at} . `, 5)} }`],
  [
    'an order of everything',
    `SELECT * { ${many((at) => `?a${at} ?b${at} ?c${at} . `, 7)} } ORDER BY ?a0 ?b6`,
  ],
  ['a triple about a triple', 'CONSTRUCT { <a> <b> <<( <c> <d> <e> )>> } {}'],
  ['a version', 'VERSION "1.2" ASK {}'],
  [
    'a triple that is reified alone',
    'ASK { << ?s ?p ?o >> . << ?s ?p << ?a ?b ?c >> ~ ?r >> ?d ?e {| ?f ?g |} }',
  ],
  ['a character that does not exist', 'ASK { ?s ?p "\\UFFFFFFFF" }'],
  ['names that are none', 'CONSTRUCT { ?s <http://a b> "x" } { VALUES ?s { <http://x/> } }'],
  ['an unknown function', 'SELECT (<http://x/f>(1) AS ?x) {}'],
];

describe('A hostile query', () => {
  it.each(HOSTILE)('of %s has a documented answer', async (_name, text) => {
    expectDocumented(await post(text));
  });

  it.each(HOSTILE)('of %s does not keep others waiting', async (_name, text) => {
    const hostile = post(`${text}\n#2`.slice(0, 100_000));
    let isOver = false;
    void hostile.finally(() => {
      isOver = true;
    });
    const idle = await longestTurn(() => false, 3);
    const meanwhile = await longestTurn(() => isOver, 3);
    expectDocumented(await hostile);
    expect(meanwhile).toBeLessThan(idle * 10 + 1000);
  });

  /** Milliseconds of the slowest of some `ASK {}`, each a new question to the store. */
  async function longestTurn(isOver: () => boolean, most: number): Promise<number> {
    let longest = 0;
    for (let turn = 0; turn < most && !isOver(); turn += 1) {
      const at = performance.now();
      const answer = await server.ask(sparqlUrl(`ASK {} # ${Math.random()}`));
      longest = Math.max(longest, performance.now() - at);
      expect([200, 503]).toContain(answer.status);
      await pause(50);
    }
    return longest;
  }
});

describe('A request that makes no sense', () => {
  const FORMS: readonly (readonly [string, string, Sent])[] = [
    [
      'ten megabytes',
      '/sparql',
      { method: 'POST', headers: { 'content-type': QUERY }, body: 'x'.repeat(10_000_000) },
    ],
    ['broken percent-encodings', '/sparql?query=%', {}],
    ['octets that are no UTF-8', '/sparql?query=%C3%28&%FF=%FE', {}],
    ['thousands of parameters', `/sparql?${'a=b&'.repeat(3000)}query=ASK%7B%7D`, {}],
    ['hundreds of queries', `/sparql?${'query=ASK%7B%7D&'.repeat(500)}`, {}],
    [
      'thousands of graphs',
      '/sparql',
      {
        method: 'POST',
        headers: { 'content-type': FORM },
        body: `query=ASK%7B%7D&${'default-graph-uri=http%3A%2F%2Fx%2F&'.repeat(20_000)}`,
      },
    ],
    [
      'headers of twelve thousand letters',
      '/sparql?query=ASK%7B%7D',
      { headers: { accept: 'a/b,'.repeat(3000) } },
    ],
    [
      'headers larger than Node reads',
      '/sparql?query=ASK%7B%7D',
      { headers: { accept: 'a/b,'.repeat(30_000) } },
    ],
    [
      'hundreds of languages',
      '/sparql?query=ASK',
      { headers: { 'accept-language': 'x-y;q=0.1,'.repeat(800) } },
    ],
    [
      'an odd Accept',
      '/sparql?query=ASK%7B%7D',
      { headers: { accept: ';;q=,"",*/*;q=9,text/csv;q=0.0000' } },
    ],
    [
      'an odd If-None-Match',
      '/sparql?query=ASK%7B%7D',
      { headers: { 'if-none-match': '",,W/,*"'.repeat(500) } },
    ],
    [
      'packed octets that are not packed',
      '/sparql',
      { method: 'POST', headers: { 'content-type': QUERY, 'content-encoding': 'gzip' }, body: 'ASK {}' },
    ],
    [
      'a type without end',
      '/sparql',
      { method: 'POST', headers: { 'content-type': `${QUERY};${'a=b;'.repeat(2000)}` }, body: 'ASK {}' },
    ],
    [
      'a graph and all else',
      '/sparql?graph=http%3A%2F%2Fx%2F&default&query=ASK%7B%7D&update=x&labels=x&format=x',
      {},
    ],
    ['a graph without end', `/sparql?graph=${'a%3A'.repeat(3000)}`, {}],
    ['a format of the prototype', '/sparql?query=ASK%7B%7D&format=__proto__', {}],
    ['labels of the prototype', '/sparql?query=ASK%7B%7D&labels=constructor', {}],
    ['a method without sense', '/sparql?query=ASK%7B%7D', { method: 'PROPFIND' }],
  ];

  it.each(FORMS)('with %s has a documented answer', async (_name, target, sent) => {
    const answer = await server.ask(target, sent).catch((error: NodeJS.ErrnoException) => {
      // Who goes on sending after having been refused is cut off.
      expect(['EPIPE', 'ECONNRESET']).toContain(error.code);
      return undefined;
    });
    if (answer) expectDocumented(answer);
    expect((await server.ask(sparqlUrl('ASK {}'))).status).toBe(200);
  });

  it('of random octets as a query has a documented answer', async () => {
    for (const size of [1, 10, 100, 1000, 10_000]) expectDocumented(await post(randomBytes(size)));
  });

  it('of words of SPARQL in any order has a documented answer', async () => {
    const words = fc.constantFrom(
      ...'SELECT ASK CONSTRUCT WHERE { } ( ) ?s ?p <a:b> "x" "y"@fr 1 1.5 . ; , FILTER OPTIONAL UNION GRAPH VALUES BIND AS COUNT * + / | ^ ! [] a GROUP BY ORDER LIMIT << >> PREFIX a: a:b \\ # \n'.split(
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 40 }), async (found) => {
        expectDocumented(await post(found.join(' ')));
      }),
      { numRuns: 150 },
    );
  });

  it('of any text in any parameter has a documented answer', async () => {
    const names = fc.constantFrom(
      'query',
      'format',
      'labels',
      'graph',
      'default',
      'default-graph-uri',
      'named-graph-uri',
      'update',
    );
    const part = fc.tuple(
      names,
      fc.oneof(fc.constant('ASK {}'), fc.string({ unit: 'binary', maxLength: 20 })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (parts) => {
        const search = parts
          .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
          .join('&');
        expectDocumented(await server.ask(`/sparql?${search}`));
      }),
      { numRuns: 200 },
    );
  });

  it('written octet by octet, or broken off, does no harm', async () => {
    const { port } = new URL(server.url);
    for (const text of [
      'GET /sparql?query=ASK HTTP/1.1\r\n',
      'POST /sparql HTTP/1.1\r\nContent-Length: 99\r\n\r\nASK',
      '\0\r\n\r\n',
      'QUERY',
    ]) {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
      await new Promise((resolve) => socket.write(text, resolve));
      await pause(20);
      socket.destroy();
    }
    expect((await server.ask(sparqlUrl('ASK {}'))).status).toBe(200);
  });
});

describe('The server, after all that', () => {
  it('has met no fault of its own, and is idle', async () => {
    for (let turn = 0; store.figures().busy > 0 && turn < 100; turn += 1) await pause(50);
    expect(faults).toEqual([]);
    expect(store.figures()).toMatchObject({ busy: 0, waiting: 0 });
  });
});
