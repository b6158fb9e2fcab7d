import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { parseLines } from '../../src/rdf/index.ts';
import {
  BASE,
  CHANGES,
  GRAPH,
  type PublicationSite,
  SKOLEM,
  servePublication,
  thing,
} from './publication-site.ts';

let site: PublicationSite;
const get = (target: string, headers: Record<string, string> = {}) => site.server.ask(target, { headers });
const path = (iri: string): string => iri.replace(BASE, '/');

beforeAll(async () => {
  site = await servePublication();
});
afterAll(() => site.close());

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** W3C date and time, complete. */
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

interface Entry {
  readonly loc: string;
  readonly lastmod?: string;
}

/** Reads a sitemap by the rules of its schema: root, entries, in each a loc and perhaps a lastmod. */
function entriesOf(xml: string, root: 'sitemapindex' | 'urlset'): readonly Entry[] {
  const entries: Record<string, string>[] = [];
  const open: string[] = [];
  const unknown: string[] = [];
  const allowed = [[root], [root === 'urlset' ? 'url' : 'sitemap'], ['loc', 'lastmod']];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri }) => {
    if (uri !== NAMESPACE || !allowed[open.length]?.includes(local)) unknown.push(`${uri} ${local}`);
    open.push(local);
    if (open.length === 2) entries.push({});
  });
  parser.on('text', (text) => {
    const entry = entries.at(-1);
    const name = open[2];
    if (name !== undefined && entry) entry[name] = (entry[name] ?? '') + text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  expect(unknown).toEqual([]);
  expect(entries.filter((entry) => !isSound(entry))).toEqual([]);
  return entries as unknown as readonly Entry[];
}

/** A short absolute address of the site in ASCII, and a moment. */
const isSound = ({ loc = '', lastmod }: Record<string, string>): boolean =>
  loc.startsWith(BASE) &&
  loc.length < 2048 &&
  /^[\x21-\x7e]+$/.test(loc) &&
  (lastmod === undefined || MOMENT.test(lastmod));

describe('robots.txt', () => {
  it('names the sitemap by an absolute address', async () => {
    const { text, headers } = await get('/robots.txt');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toMatch(/^User-agent: \*$/m);
    expect(text).toMatch(new RegExp(`^Sitemap: ${BASE}sitemap\\.xml$`, 'm'));
  });

  it.each([
    ['/search?q=bleu&type=schema:Museum', false],
    ['/map?place=/id/regions/53', false],
    ['/sparql?query=ASK%7B%7D', false],
    ['/fragments?subject=x', false],
    ['/api/search.json?q=a', false],
    ['/reconcile/musees?queries=x', false],
    ['/contribute/report?thing=x', false],
    ['/doc/musees/M1?incoming=x&after=y', false],
    ['/', true],
    ['/search', true],
    ['/sparql', true],
    ['/api', true],
    ['/reconcile', true],
    ['/doc/musees/M1', true],
    ['/vocabulary/domaines?concept=x', true],
    ['/chart/musees/par-region', true],
  ])('says of %s whether it may be crawled: %s', async (address, may) => {
    const { text } = await get('/robots.txt');
    expect(mayCrawl(text, address)).toBe(may);
  });
});

/** The longest rule that fits decides (RFC 9309 section 2.2.2). */
function mayCrawl(robots: string, address: string): boolean {
  const rules = [...robots.matchAll(/^(Allow|Disallow): (.*)$/gm)].map(([, kind, rule = '']) => ({
    kind,
    rule,
    pattern: new RegExp(`^${rule.replace(/[.?+()[\]{}|^$\\]/g, '\\$&').replaceAll('*', '.*')}`),
  }));
  const [best] = rules
    .filter(({ pattern }) => pattern.test(address))
    .sort((one, other) => other.rule.length - one.rule.length);
  return best?.kind !== 'Disallow';
}

describe('The sitemap', () => {
  it('leads to every thing, every page of it answers, and none is over the limits', async () => {
    const index = await get('/sitemap.xml');
    expect(index.headers['content-type']).toBe('application/xml');
    const files = entriesOf(index.text, 'sitemapindex');
    const all: string[] = [];
    for (const { loc } of files) {
      const file = await get(path(loc));
      expect(file.status).toBe(200);
      expect(file.body.length).toBeLessThan(50 << 20);
      const entries = entriesOf(file.text, 'urlset');
      expect(entries.length).toBeLessThanOrEqual(50_000);
      all.push(...entries.map((entry) => entry.loc));
    }
    expect(new Set(all).size).toBe(all.length);
    const present = CHANGES.filter(([, kind, iri]) => kind === 'created' && iri !== thing('M0002'));
    for (const [, , iri] of present) expect(all).toContain(iri.replace('/id/', '/doc/'));
    expect(all).not.toContain(thing('M0002').replace('/id/', '/doc/'));
    expect(all).toContain(`${BASE}doc/def/terme`);
    expect(all).toContain(GRAPH);
    for (const one of ['about', 'legal', 'accessibility', 'model', 'vocabularies', 'about/proof'])
      expect(all).toContain(BASE + one);
    for (const address of all.filter((_, at) => at % 40 === 0 || at < 20))
      expect((await get(path(address), { accept: 'text/html' })).status).toBe(200);
  });

  it('has no file beyond the last, and is not sent again to who has it', async () => {
    for (const none of ['/sitemap/musees/2.xml', '/sitemap/musees/0.xml', '/sitemap/rien/1.xml'])
      expect((await get(none)).status).toBe(404);
    const { headers } = await get('/sitemap/musees/1.xml');
    expect((await get('/sitemap/musees/1.xml', { 'if-none-match': String(headers.etag) })).status).toBe(304);
    expect((await site.server.ask('/sitemap.xml', { method: 'HEAD' })).status).toBe(200);
  });

  it('cuts a large dataset into files by the last IRI of the one before', async () => {
    const COUNT = 45_000;
    const names = Array.from({ length: COUNT }, (_, at) => thing(`T${String(at).padStart(6, '0')}`));
    const index = {
      datedThings: (_: string, { after, limit }: { after?: string; limit: number }) => {
        const from = after === undefined ? 0 : Number(after.slice(-6)) + 1;
        return names.slice(from, from + limit).map((iri) => ({ iri, changed: '2026-11-21T10:00:00Z' }));
      },
      close: () => {},
    };
    const large = await servePublication({ index: index as never });
    try {
      const found: string[] = [];
      for (const { loc } of entriesOf((await large.server.ask('/sitemap.xml')).text, 'sitemapindex').slice(
        1,
      )) {
        const entries = entriesOf((await large.server.ask(path(loc))).text, 'urlset');
        expect(entries.every(({ lastmod }) => lastmod === '2026-11-21T10:00:00Z')).toBe(true);
        found.push(...entries.map((entry) => entry.loc));
      }
      expect(found).toEqual(names.map((iri) => iri.replace('/id/', '/doc/')));
    } finally {
      await large.close();
    }
  });
});

describe('The address of VoID', () => {
  it('answers with the description of every dataset', async () => {
    const answer = await get('/.well-known/void', { accept: 'application/n-quads' });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-location']).toBe('/.well-known/void.nq');
    const quads = parseLines(answer.text.trimEnd().split('\n'));
    const says = (subject: string, predicate: string) =>
      quads.find((one) => one.subject.value === subject && one.predicate.value.endsWith(predicate))?.object
        .value;
    expect(says(`${BASE}.well-known/void`, 'topic')).toBe(GRAPH);
    expect(says(GRAPH, '#triples')).toBe('1212');
    for (const extension of ['ttl', 'jsonld', 'rdf', 'html'])
      expect((await get(`/.well-known/void.${extension}`)).status).toBe(200);
    expect((await get('/.well-known/void.exe')).status).toBe(404);
  });
});

describe('An IRI that stands for a blank node', () => {
  it('leads to a document that describes it', async () => {
    const answer = await get(path(SKOLEM));
    expect([answer.status, answer.headers.location]).toEqual([303, '/doc/.well-known/genid/musees/b0']);
    const document = await get(String(answer.headers.location), { accept: 'application/n-triples' });
    expect(document.status).toBe(200);
    expect(document.text).toContain(`<${SKOLEM}> <http://schema.org/latitude> "48.1"`);
    expect((await get(`${answer.headers.location}.html`)).status).toBe(200);
    expect((await get('/.well-known/genid/musees/none')).status).toBe(404);
  });
});

/** A `Link` header, read (RFC 8288): target and parameters of each. */
function linksOf(
  header: string,
): readonly { readonly target: string; readonly rel: string; readonly type?: string }[] {
  return [...header.matchAll(/<([^>]*)>((?:\s*;\s*[a-z*]+="[^"]*")*)/g)].map(([, target = '', rest = '']) => {
    const parameters = [...rest.matchAll(/([a-z*]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    return { target, ...Object.fromEntries(parameters) };
  });
}

describe('FAIR Signposting of a dataset’s page', () => {
  it('says how to cite it, what it is, whose, under which licence, and where description and content are', async () => {
    const page = await get('/dataset/musees', { accept: 'text/html' });
    const links = linksOf(String(page.headers['link']));
    const of = (relation: string) => links.filter(({ rel }) => rel === relation);
    expect(of('cite-as').map(({ target }) => target)).toEqual([GRAPH]);
    expect(of('type').map(({ target }) => target)).toEqual([
      'https://schema.org/AboutPage',
      'https://schema.org/Dataset',
    ]);
    expect(of('license').map(({ target }) => target)).toEqual(['https://www.etalab.gouv.fr/licence-ouverte']);
    expect(of('author')).toHaveLength(1);
    expect(of('describedby').length).toBeGreaterThan(3);
    expect(of('item').map(({ target }) => target)).toContain('/dataset/musees.csv.gz');
    for (const { target, type } of [
      ...of('describedby'),
      ...of('item'),
      ...of('linkset'),
      ...of('service-desc'),
    ]) {
      const answer = await get(target);
      expect([target, answer.status]).toEqual([target, 200]);
      expect(answer.headers['content-type']?.split(';')[0]).toBe(type);
    }
  });

  it('is answered by what it leads to', async () => {
    for (const item of ['/dataset/musees.nq.gz', '/dataset/musees/table.csv']) {
      const links = linksOf(String((await get(item)).headers['link']));
      expect(links).toContainEqual({ target: '/dataset/musees', rel: 'collection' });
    }
  });

  it('is told whole by the link set', async () => {
    const page = linksOf(String((await get('/dataset/musees', { accept: 'text/html' })).headers['link']));
    const { text, headers } = await get('/dataset/musees/linkset.json');
    expect(headers['content-type']).toBe('application/linkset+json');
    const { linkset } = JSON.parse(text) as { linkset: Record<string, { href: string }[]>[] };
    const [own] = linkset;
    expect(own?.['anchor']).toBe(GRAPH);
    for (const relation of ['cite-as', 'type', 'license', 'author', 'describedby', 'item'])
      expect(own?.[relation]?.map(({ href }) => href)).toEqual(
        page.filter(({ rel }) => rel === relation).map(({ target }) => new URL(target, BASE).href),
      );
    expect((await get('/dataset/rien/linkset.json')).status).toBe(404);
  });
});
