import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildIndex, openIndex } from '../../src/index/index.ts';
import type { ResourceIndex } from '../../src/model/index.ts';
import { parseRdf, quadLine } from '../../src/rdf/index.ts';
import { BASE, type Fixture, writeFixture } from './fixture-release.ts';
import { type Answer, type Loopback, listen } from './loopback.ts';
import { appOf, scriptedStore } from './sparql-site.ts';

const LINKS = 100_000;
const MUSEUM = `${BASE}id/musees/M1`;
const NAME = 'http://schema.org/name';
const KEEPER = 'http://www.cidoc-crm.org/cidoc-crm/P50_has_current_keeper';
const ABOUT = 'http://schema.org/about';
const HYDRA = 'http://www.w3.org/ns/hydra/core#';
const DOC = '/doc/musees/M1';
const work = (at: number): string => `${BASE}id/oeuvres/W${String(at).padStart(6, '0')}`;
const pageOf = (property: string, after?: string): string =>
  `${DOC}?incoming=${encodeURIComponent(property)}${after ? `&after=${encodeURIComponent(after)}` : ''}`;

let folder: string;
let fixture: Fixture;
let index: ResourceIndex;
let server: Loopback;

function* quads(): Generator<string> {
  const graph = `<${BASE}dataset/musees>`;
  yield `<${MUSEUM}> <${NAME}> "Musée du Louvre"@fr ${graph} .\n`;
  for (let at = 0; at < LINKS; at += 100) {
    const works = Array.from({ length: 100 }, (_, next) => work(at + next));
    yield works
      .flatMap((iri) => [
        `<${iri}> <${KEEPER}> <${MUSEUM}> ${graph} .\n`,
        `<${iri}> <${NAME}> "Œuvre conservée au musée, dont le titre est long"@fr ${graph} .\n`,
      ])
      .join('');
  }
  for (let at = 0; at < 30; at++) yield `<${work(at)}#subject> <${ABOUT}> <${MUSEUM}> ${graph} .\n`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cimaise-links-'));
  const path = join(folder, 'dump.nq.gz');
  await pipeline(Readable.from(quads()), createGzip(), createWriteStream(path));
  const file = join(folder, 'index.sqlite');
  await buildIndex({ dumps: [{ dataset: 'musees', path }], base: BASE, file });
  const opened = openIndex(file);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  index = opened.index;
  fixture = await writeFixture();
  const store = scriptedStore(() => Promise.reject(new Error('The store was asked.')));
  server = await listen(appOf(fixture, store, { index, cacheBytes: 1 << 20 }));
});

afterAll(async () => {
  await server.close();
  index.close();
  await fixture.remove();
  await rm(folder, { recursive: true, force: true });
});

const ask = (target: string, accept: string, headers: Record<string, string> = {}): Promise<Answer> =>
  server.ask(target, { headers: { accept, ...headers } });
const TURTLE = 'text/turtle';
const N_TRIPLES = 'application/n-triples';

const nextOf = ({ headers }: Answer): string | undefined =>
  /<([^>]+)>; rel="next"/.exec(String(headers['link']))?.[1];
const linesOf = (text: string, property: string): readonly string[] =>
  text.split('\n').filter((line) => line.endsWith(` <${property}> <${MUSEUM}> .`));

describe('A thing with a hundred thousand incoming links', () => {
  it.each([
    'text/html',
    TURTLE,
    N_TRIPLES,
    'application/ld+json',
    'application/rdf+xml',
    'application/n-quads',
    'application/trig',
  ])('is small in %s, and tells their number and the way to the next', async (accept) => {
    for (const target of [DOC, pageOf(KEEPER), pageOf(KEEPER, work(70_000))]) {
      const answer = await ask(target, accept);
      expect(answer.status).toBe(200);
      expect(answer.body.length).toBeLessThan(100_000);
      expect(answer.text).toMatch(accept === 'text/html' ? /100\s000/ : /100000/);
      expect(answer.headers['content-type']).toContain(accept);
      expect(nextOf(answer)).toMatch(/^\/doc\/musees\/M1\?incoming=/);
    }
  });

  it('gives every link exactly once when its pages are walked', async () => {
    const seen: string[] = [];
    let target: string | undefined = pageOf(KEEPER);
    while (target !== undefined) {
      const answer: Answer = await ask(target, N_TRIPLES);
      seen.push(...linesOf(answer.text, KEEPER));
      target = nextOf(answer);
    }
    expect(seen).toHaveLength(LINKS);
    expect(seen).toEqual(Array.from({ length: LINKS }, (_, at) => `<${work(at)}> <${KEEPER}> <${MUSEUM}> .`));
  });

  it('gives them in its page too, by links that need no script', async () => {
    const { text } = await ask(DOC, 'text/html');
    const next = /<a rel="next" href="([^"]+P50_has_current_keeper[^"]+)"/
      .exec(text)?.[1]
      ?.replaceAll('&amp;', '&');
    const page = await ask(String(next), 'text/html');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<link rel="next" href="/doc/musees/M1?incoming=');
    expect(page.text).toContain('href="/id/oeuvres/W000111"');
    expect(page.text.match(/<h1/g)).toHaveLength(1);
  });
});

describe('The links in the data', () => {
  it('are the statements that are published: of a hash IRI where that is what links', async () => {
    const { text } = await ask(DOC, N_TRIPLES);
    expect(linesOf(text, ABOUT)).toHaveLength(25);
    expect(linesOf(text, ABOUT)[0]).toBe(`<${work(0)}#subject> <${ABOUT}> <${MUSEUM}> .`);
    expect(linesOf(text, KEEPER)).toHaveLength(25);
  });

  it('stand in a collection with its number, its pages and what its members have in common', async () => {
    const { text } = await ask(pageOf(KEEPER, work(41)), TURTLE);
    const parsed = await parseRdf({ text, mediaType: TURTLE, base: BASE, file: 'x' });
    if (parsed.kind !== 'parsed') throw new Error(text);
    const lines = parsed.quads.map((one) => quadLine(one));
    const view = `<${BASE}doc/musees/M1?incoming=${encodeURIComponent(KEEPER)}`;
    for (const line of [
      `${view}#links> <${HYDRA}totalItems> "100000"^^<http://www.w3.org/2001/XMLSchema#integer> .`,
      `${view}#assertion> <${HYDRA}property> <${KEEPER}> .`,
      `${view}#assertion> <${HYDRA}object> <${MUSEUM}> .`,
      `${view}&after=${encodeURIComponent(work(41))}> <${HYDRA}next> ${view}&after=${encodeURIComponent(work(141))}> .`,
      `${view}&after=${encodeURIComponent(work(41))}> <http://xmlns.com/foaf/0.1/primaryTopic> <${MUSEUM}> .`,
    ])
      expect(lines).toContain(line);
  });

  it('end on a page that has no next', async () => {
    const answer = await ask(pageOf(KEEPER, work(LINKS - 3)), N_TRIPLES);
    expect(linesOf(answer.text, KEEPER)).toHaveLength(2);
    expect(nextOf(answer)).toBeUndefined();
    expect(answer.text).not.toContain(`${HYDRA}next`);
  });
});

describe('A page of links', () => {
  it('is negotiated like any document, with its own addresses, tags and conditions', async () => {
    const page = pageOf(KEEPER, work(5));
    const turtle = await ask(page, TURTLE);
    const search = page.slice(DOC.length);
    expect(turtle.headers).toMatchObject({
      'content-location': `${DOC}.ttl${search}`,
      vary: expect.stringContaining('Accept, Accept-Language'),
      etag: expect.stringMatching(/^"/),
    });
    expect(turtle.headers['link']).toContain(`<${DOC}.jsonld${search}>; rel="alternate"`);
    const fixed = await ask(`${DOC}.ttl${search}`, 'text/html');
    expect(fixed.text).toBe(turtle.text);
    expect(nextOf(fixed)).toMatch(/^\/doc\/musees\/M1\.ttl\?incoming=/);
    const held = await ask(page, TURTLE, { 'if-none-match': String(turtle.headers.etag) });
    expect(held.status).toBe(304);
    const other = await ask(pageOf(KEEPER, work(6)), TURTLE);
    expect(other.headers.etag).not.toBe(turtle.headers.etag);
  });

  it('takes a property with its prefix', async () => {
    const short = await ask(`${DOC}?incoming=schema:about`, N_TRIPLES);
    expect(short.text).toBe((await ask(pageOf(ABOUT), N_TRIPLES)).text);
  });

  it.each([
    ['a property that is no IRI', '?incoming=nothing%20here'],
    ['no property', '?after=http://a/b'],
    ['an empty property', '?incoming='],
    ['two properties', '?incoming=schema:about&incoming=schema:name'],
    ['a place that is no IRI', `?incoming=schema:about&after=${encodeURIComponent("' OR 1=1 --")}`],
    ['a place with markup', `?incoming=schema:about&after=${encodeURIComponent('http://a/"><script>')}`],
    ['a very long property', `?incoming=http://a/${'b'.repeat(5000)}`],
    ['octets that are no UTF-8', '?incoming=%ff%fe'],
    ['a name of objects', '?incoming=constructor:x%20y'],
  ])('of %s is a bad request, told in words', async (_name, search) => {
    const answer = await ask(DOC + search, 'application/problem+json');
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'bad-request', detail: expect.any(String) });
  });

  it.each([
    ['a property by which nothing links', pageOf('http://schema.org/none')],
    ['a thing that is not there', `/doc/musees/none?incoming=schema:about`],
  ])('of %s is not found', async (_name, target) => {
    expect((await ask(target, TURTLE)).status).toBe(404);
  });
});
