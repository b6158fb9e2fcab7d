import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseLines, type RDF } from '../../src/rdf/index.ts';
import { BASE, type PublicationSite, SKOLEM, servePublication, thing } from './publication-site.ts';

/** Comunica as a client of ours. */
const { QueryEngine } = await import('@comunica/query-sparql');

const HYDRA = 'http://www.w3.org/ns/hydra/core#';
const INTEGER = 'http://www.w3.org/2001/XMLSchema#integer';

let site: PublicationSite;
const get = (target: string, headers: Record<string, string> = {}) => site.server.ask(target, { headers });
const search = (pattern: Readonly<Record<string, string>>) =>
  `/fragments?${Object.entries(pattern)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

beforeAll(async () => {
  site = await servePublication();
});
afterAll(() => site.close());

interface Read {
  readonly data: readonly RDF.Quad[];
  readonly total: number;
  readonly next: string | undefined;
}

/** A page as a client reads it: its own graph apart. */
async function read(target: string): Promise<Read> {
  const answer = await get(target, { accept: 'application/n-quads' });
  expect(answer.status).toBe(200);
  const quads = parseLines(answer.text.trimEnd().split('\n'));
  const meta = quads.filter(({ graph }) => graph.value.endsWith('#metadata'));
  const page = meta.find(({ predicate }) => predicate.value.endsWith('primaryTopic'))?.object.value;
  const of = (predicate: string) =>
    meta.find((one) => one.subject.value === page && one.predicate.value === predicate)?.object.value;
  return {
    data: quads.filter(({ graph }) => graph.termType === 'DefaultGraph'),
    total: Number(of(`${HYDRA}totalItems`)),
    next: of(`${HYDRA}next`)?.slice(BASE.length - 1),
  };
}

/** All pages, by their links. */
async function readAll(target: string): Promise<readonly RDF.Quad[]> {
  const all: RDF.Quad[] = [];
  for (let next: string | undefined = target; next !== undefined; ) {
    const page: Read = await read(next);
    all.push(...page.data);
    next = page.next;
  }
  return all;
}

const keyOf = ({ subject, predicate, object }: RDF.Quad): string =>
  JSON.stringify([
    subject.value,
    predicate.value,
    object.termType,
    object.value,
    (object as RDF.Literal).datatype?.value,
  ]);

describe('A triple pattern fragment', () => {
  const NAME = 'http://schema.org/name';

  it.each([
    ['everything', {}, 1209],
    ['one subject', { subject: thing('M0000') }, 5],
    ['a hash IRI', { subject: `${thing('M0000')}#part` }, 1],
    ['a skolem IRI', { subject: SKOLEM }, 1],
    ['a subject and a property', { subject: thing('M0000'), predicate: 'http://schema.org/size' }, 2],
    ['a whole statement', { subject: thing('M0003'), predicate: NAME, object: '"Musée « M0003 »"@fr' }, 1],
    ['a property', { predicate: NAME }, 600],
    ['a property and an object', { predicate: NAME, object: '"Musée « M0003 »"@fr' }, 1],
    ['an object', { object: 'http://schema.org/Museum' }, 600],
    ['an object between angle brackets', { object: '<http://schema.org/Museum>' }, 600],
    ['a literal with a datatype', { object: `"1"^^${INTEGER}` }, 1],
    ['a literal with a datatype between angle brackets', { object: `"1"^^<${INTEGER}>` }, 1],
    ['a plain literal', { object: '"1"' }, 1],
    ['a literal with lines and quotes', { object: '"deux\nlignes & "guillemets""' }, 1],
    ['a literal that tries to be a query', { object: '"x" } } # ' }, undefined],
    ['variables by name', { subject: '?s', predicate: NAME, object: '?' }, 600],
    ['what is not there', { subject: 'http://x/none' }, 0],
    ['a property that is not there', { predicate: 'http://x/none' }, 0],
  ])('of %s has as many statements as it says, each once', async (_name, pattern, count) => {
    if (count === undefined) return void expect((await get(search(pattern))).status).toBe(400);
    const first = await read(search(pattern));
    const all = await readAll(search(pattern));
    expect(first.total).toBe(count);
    expect(all).toHaveLength(count);
    expect(new Set(all.map(keyOf)).size).toBe(count);
    expect(first.data.length).toBe(Math.min(100, count));
  });

  it('is the same in every page and syntax, in the same order', async () => {
    const once = await readAll(search({ predicate: NAME }));
    const again = await readAll(search({ predicate: NAME }));
    expect(again.map(keyOf)).toEqual(once.map(keyOf));
  });

  it('has the form to find all others in a graph of its own', async () => {
    const { text, headers } = await get('/fragments');
    expect(headers['content-type']).toBe('application/trig');
    expect(headers['vary']).toContain('Accept');
    expect(text).toContain(`"${BASE}fragments{?subject,predicate,object}"`);
    expect(text).toContain(`<${BASE}fragments#metadata> {`);
    expect(text).not.toContain('_:');
  });

  it('is a page for browsers: the form, how many there are, a table, the pages around', async () => {
    const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'en' };
    const first = await get(search({ predicate: NAME }), browser);
    expect(first.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(first.headers['vary']).toContain('Accept');
    expect(first.text).toContain(`value="${NAME}"`);
    expect(first.text).toContain('/doc/musees/M0000'.replace('/doc/', '/id/'));
    expect(first.body.length).toBeLessThan(100_000);
    const next = /rel="next" href="([^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await get(next, browser);
    expect(second.status).toBe(200);
    expect(second.text).toContain('rel="prev"');
    expect((await get('/fragments', browser)).text).toContain('<form class="query" action="/fragments"');
    // The form writes the language first: its addresses in other languages lead back.
    const chosen = await get(`/fragments?lang=en&predicate=${encodeURIComponent(NAME)}`, browser);
    const other =
      /href="([^"]*)" lang="fr" hreflang="fr"/.exec(chosen.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await get(other, browser)).text).toContain(`value="${NAME}"`);
    const hostile = await get(search({ object: '"<script>alert(1)</script>"' }), browser);
    expect(hostile.text).not.toContain('<script>alert');
  });

  it.each(['text/turtle', 'application/ld+json', 'application/rdf+xml', 'application/n-triples'])(
    'is also %s',
    async (accept) => {
      const answer = await get(search({ predicate: NAME }), { accept });
      expect(answer.headers['content-type']?.split(';')[0]).toBe(accept);
      expect(answer.text).toContain('M0000');
      const again = await get(search({ predicate: NAME }), {
        accept,
        'if-none-match': String(answer.headers.etag),
      });
      expect(again.status).toBe(304);
    },
  );

  it.each([
    ['subject=nonsense', 'subject'],
    ['subject=%22text%22', 'subject'],
    ['predicate=a%20b', 'predicate'],
    ['object=%22open', 'object'],
    ['object=%22x%22%5E%5Enonsense', 'object'],
    ['object=%22x%22%40', 'object'],
    ['subject=http://a/&subject=http://b/', 'subject'],
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=1e3', 'page'],
    ['page=99999999999', 'page'],
    ['subject=%ff', ''],
  ])('%s is malformed, and told so', async (query, parameter) => {
    const answer = await get(`/fragments?${query}`, { 'accept-language': 'en' });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).detail).toContain(parameter);
  });

  it('beyond the last page is empty, and far into everything refused with the way out', async () => {
    expect((await read(`${search({ predicate: NAME })}&page=7`)).data).toEqual([]);
    const refused = await get('/fragments?page=1001');
    expect(refused.status).toBe(413);
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'result-too-large', dumps: '/releases' });
  });
});

describe('Comunica', () => {
  const QUERIES = [
    'SELECT ?s ?n { ?s a <http://schema.org/Museum> ; <http://schema.org/name> ?n } ORDER BY ?n LIMIT 7',
    `SELECT ?p ?o { <${thing('M0000')}> ?p ?o }`,
    `SELECT ?s { ?s <http://schema.org/name> "Musée « M0042 »"@fr }`,
    `SELECT ?s { ?s <http://schema.org/size> "1"^^<${INTEGER}> }`,
    'SELECT ?lat { ?s <http://schema.org/geo> ?g . ?g <http://schema.org/latitude> ?lat }',
    'SELECT (COUNT(*) AS ?n) { ?s <http://schema.org/name> ?o }',
    'SELECT ?s { ?s <http://x/none> ?o }',
  ];

  it.each(QUERIES)('asks the fragments and gets what the endpoint answers: %s', async (query) => {
    // The server listens elsewhere than its base says; the client is not to notice.
    const local: typeof fetch = async (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      const response = await fetch(url.replace(BASE, `${site.server.url}/`), init);
      return Object.defineProperty(response, 'url', { value: url });
    };
    const result = await new QueryEngine().queryBindings(query, {
      sources: [`${BASE}fragments`],
      fetch: local,
    });
    const rows = (await result.toArray()).map((row) =>
      [...row].map(([name, term]) => [name.value, term.value]).sort(),
    );
    const asked = await get(`/sparql?query=${encodeURIComponent(query)}`, {
      accept: 'application/sparql-results+json',
    });
    const bindings = JSON.parse(asked.text).results.bindings as Record<string, { value: string }>[];
    const expected = bindings.map((row) =>
      Object.entries(row)
        .map(([name, { value }]) => [name, value])
        .sort(),
    );
    const inOrder = (list: readonly unknown[]) => list.map((row) => JSON.stringify(row)).sort();
    expect(inOrder(rows)).toEqual(inOrder(expected));
    expect(rows.length > 0).toBe(!query.includes('none'));
  });
});
