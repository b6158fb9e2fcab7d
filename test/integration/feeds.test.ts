import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { parseLines, type RDF } from '../../src/rdf/index.ts';
import type { Loopback } from './loopback.ts';
import { BASE, CHANGES, type PublicationSite, servePublication, thing } from './publication-site.ts';

let site: PublicationSite;
const get = (target: string, headers: Record<string, string> = {}) => site.server.ask(target, { headers });
const path = (iri: string): string => iri.replace(BASE, '/');

beforeAll(async () => {
  site = await servePublication();
});
afterAll(() => site.close());

const TREE = 'https://w3id.org/tree#';
const LDES = 'https://w3id.org/ldes#';
const AS = 'https://www.w3.org/ns/activitystreams#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

type Event = readonly [release: string, kind: string, iri: string];
interface Walk {
  readonly events: readonly Event[];
  readonly members: readonly string[];
  readonly pages: readonly string[];
}

/** Walks an event stream from its root as the specifications say: relations to nodes, each node read once. */
async function walk(server: Loopback): Promise<Walk> {
  const pages = new Set([`${BASE}ldes`]);
  const members: string[] = [];
  const events: Event[] = [];
  for (const page of pages) {
    const answer = await server.ask(path(page), { headers: { accept: 'application/n-quads' } });
    expect(answer.status).toBe(200);
    const quads = parseLines(answer.text.trimEnd().split('\n'));
    const of = (subject: string, predicate: string) =>
      quads.filter((one) => one.subject.value === subject && one.predicate.value === predicate);
    const one = (subject: string, predicate: string): string => {
      const [found, ...others] = of(subject, predicate);
      expect([subject, predicate, others]).toEqual([subject, predicate, []]);
      return found?.object.value ?? '';
    };
    const stream = quads.find(({ predicate }) => predicate.value === `${TREE}view`)?.subject.value ?? '';
    const published: string[] = [];
    for (const { object } of of(stream, `${TREE}member`)) {
      const member = object.value;
      members.push(member);
      published.push(one(member, `${AS}published`));
      events.push([
        `${one(member, `${AS}published`).slice(0, 10)}.1`,
        one(member, TYPE).slice(AS.length),
        one(member, `${AS}object`),
      ]);
    }
    for (const { object } of of(page, `${TREE}relation`)) {
      expect(one(object.value, TYPE)).toBe(`${TREE}GreaterThanOrEqualToRelation`);
      expect(one(object.value, `${TREE}path`)).toBe(`${AS}published`);
      const least = of(object.value, `${TREE}value`)[0]?.object as RDF.Literal;
      expect(least.datatype.value).toBe('http://www.w3.org/2001/XMLSchema#dateTime');
      expect(published.every((moment) => moment <= least.value)).toBe(true);
      pages.add(one(object.value, `${TREE}node`));
    }
  }
  return { events, members, pages: [...pages] };
}

const KINDS: Readonly<Record<string, string>> = { created: 'Create', updated: 'Update', removed: 'Delete' };
const sorted = (events: readonly Event[]) => events.map((event) => JSON.stringify(event)).sort();
const EXPECTED = CHANGES.map(([id, kind, iri]): Event => [id, KINDS[kind] ?? '', iri]);

describe('The event stream', () => {
  it('is a page for browsers that leads to the releases and to the events, which are data', async () => {
    const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const page = await get('/ldes', browser);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const events = /href="(\/ldes\/[^"]+)"/.exec(page.text)?.[1] ?? '';
    const answer = await get(events, browser);
    expect(answer.headers['content-type']).toContain('text/turtle');
    const release = /href="(\/releases\/\d[^"]+)"/.exec(page.text)?.[1] ?? '';
    expect((await get(release, browser)).status).toBe(200);
    expect((await get('/ldes', {})).headers['content-type']).toContain('text/turtle');
  });

  it('says what it is: its times, its versions and what each kind of event is', async () => {
    const { text, headers } = await get('/ldes', { accept: 'application/n-quads' });
    const stream = `<${BASE}ldes#stream>`;
    for (const [property, value] of [
      [`${LDES}timestampPath`, `${AS}published`],
      [`${LDES}versionOfPath`, `${AS}object`],
      [`${LDES}versionCreateObject`, `${AS}Create`],
      [`${LDES}versionUpdateObject`, `${AS}Update`],
      [`${LDES}versionDeleteObject`, `${AS}Delete`],
      [`${TREE}view`, `${BASE}ldes`],
    ])
      expect(text).toContain(`${stream} <${property}> <${value}> .`);
    expect(headers['vary']).toContain('Accept');
    expect(headers['cache-control']).not.toContain('immutable');
  });

  it('tells every change of every release exactly once', async () => {
    const { events, members, pages } = await walk(site.server);
    expect(sorted(events)).toEqual(sorted(EXPECTED));
    expect(new Set(members).size).toBe(members.length);
    // The root, three pages of the first release, one of the second; the third changed nothing.
    expect(pages).toHaveLength(5);
  });

  it('has pages that never change, of at most 250 members, in every RDF syntax', async () => {
    const page = await get('/ldes/2026-11-20.1/2', { accept: 'text/turtle' });
    expect(page.headers['cache-control']).toContain('immutable');
    expect(page.text.match(/a as:Create/g)).toHaveLength(250);
    for (const accept of ['application/ld+json', 'application/trig', 'application/rdf+xml'])
      expect((await get('/ldes/2026-11-20.1/2', { accept })).headers['content-type']).toBe(accept);
    const again = { accept: 'text/turtle', 'if-none-match': String(page.headers.etag) };
    expect((await get('/ldes/2026-11-20.1/2', again)).status).toBe(304);
  });

  it.each([
    ['/ldes/2026-11-20.1/4', 404],
    ['/ldes/2026-11-20.1/0', 404],
    ['/ldes/2026-11-20.1/999999999', 404],
    ['/ldes/2026-11-22.1/1', 404],
    ['/ldes/2020-01-01.1/1', 404],
    ['/ldes/2026-11-20.1', 404],
    ['/feed/2020-01-01.1.atom', 404],
    ['/feed/constructor.atom', 404],
  ])('%s is %i', async (address, status) => {
    expect((await get(address)).status).toBe(status);
  });

  it('goes on where a release was pruned: what is kept stays as it was', async () => {
    const other = await servePublication();
    try {
      const before = (await other.server.ask('/ldes/2026-11-21.1/1')).text;
      rmSync(join(other.releases, '2026-11-20.1'), { recursive: true });
      const { events } = await walk(other.server);
      expect(sorted(events)).toEqual(sorted(EXPECTED.filter(([id]) => id !== '2026-11-20.1')));
      expect((await other.server.ask('/ldes/2026-11-21.1/1')).text).toBe(before);
      expect((await other.server.ask('/ldes/2026-11-20.1/1')).status).toBe(410);
      // It says from when on it is whole.
      expect((await other.server.ask('/ldes')).text).toContain('ldes:startingFrom "2026-11-21T10:00:00Z"');
    } finally {
      await other.close();
    }
  });
});

interface Feed {
  readonly id: string;
  readonly updated: string;
  readonly isArchive: boolean;
  readonly links: Readonly<Record<string, string>>;
  readonly entries: readonly Readonly<Record<string, string>>[];
}

const ATOM = 'http://www.w3.org/2005/Atom';
/** What RFC 4287 has a feed and an entry have exactly once. */
const ONCE = { feed: ['id', 'title', 'updated'], entry: ['id', 'title', 'updated'] } as const;

/** Reads a feed by the rules of RFC 4287. */
function readFeed(xml: string): Feed {
  const open: string[] = [];
  const feed: Record<string, string[]> = {};
  const entries: Record<string, string[]>[] = [];
  const links: Record<string, string> = {};
  let isArchive = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    open.push(local);
    if (local === 'archive') isArchive = true;
    else expect(uri).toBe(ATOM);
    if (local === 'entry') entries.push({});
    if (local === 'link') {
      expect(() => new URL(attributes['href']?.value ?? '')).not.toThrow();
      if (!open.includes('entry')) links[attributes['rel']?.value ?? ''] = attributes['href']?.value ?? '';
    }
  });
  parser.on('text', (text) => {
    const name = open.at(-1) ?? '';
    const holder = open.at(-2) === 'entry' ? entries.at(-1) : open.length === 2 ? feed : undefined;
    if (holder) holder[name] = [...(holder[name] ?? []), text];
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  for (const name of ONCE.feed) expect(feed[name]).toHaveLength(1);
  for (const entry of entries) {
    for (const name of ONCE.entry) expect(entry[name]).toHaveLength(1);
    expect(() => new URL(entry['id']?.[0] ?? '')).not.toThrow();
    expect(entry['updated']?.[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  }
  return {
    id: feed['id']?.[0] ?? '',
    updated: feed['updated']?.[0] ?? '',
    isArchive,
    links,
    entries: entries.map((entry) =>
      Object.fromEntries(Object.entries(entry).map(([name, [text = '']]) => [name, text])),
    ),
  };
}

describe('The Atom feed', () => {
  it('has an entry for each dataset that a release changed, the latest first', async () => {
    const answer = await get('/feed.atom');
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const { id, updated, entries, links, isArchive } = readFeed(answer.text);
    expect([id, links['self'], isArchive]).toEqual([`${BASE}feed.atom`, `${BASE}feed.atom`, false]);
    expect(updated).toBe('2026-11-22T10:00:00Z');
    expect(entries.map((entry) => entry['id'])).toEqual([
      `${BASE}releases/2026-11-22.1`,
      `${BASE}releases/2026-11-21.1/dataset/musees`,
      `${BASE}releases/2026-11-20.1/dataset/musees`,
    ]);
    expect(entries[1]?.['title']).toBe(
      'Musées de France : une nouvelle, une modifiée, une retirée (2026-11-21.1)'.replace(' :', '\u00a0:'),
    );
    expect(entries[1]?.['summary']).toContain(`Autre nom <${thing('M0001')}>`);
    expect(entries[2]?.['summary']?.split('\n')).toHaveLength(20);
  });

  it('is in the reader’s language', async () => {
    const { entries } = readFeed((await get('/feed.atom?lang=en')).text);
    expect(entries[2]?.['title']).toBe('Museums of France: 600 new (2026-11-20.1)');
    expect((await get('/feed.atom', { 'accept-language': 'en' })).headers['vary']).toContain(
      'Accept-Language',
    );
  });

  it('goes back, release by release, in documents that are archives (RFC 5005)', async () => {
    const ids: string[] = [];
    for (let next: string | undefined = `${BASE}feed/2026-11-22.1.atom`; next; ) {
      const feed: Feed = readFeed((await get(path(next))).text);
      expect([feed.isArchive, feed.links['self'], feed.links['current']]).toEqual([
        true,
        next,
        `${BASE}feed.atom`,
      ]);
      ids.push(...feed.entries.map((entry) => entry['id'] ?? ''));
      next = feed.links['prev-archive'];
    }
    expect(ids).toEqual(readFeed((await get('/feed.atom')).text).entries.map((entry) => entry['id']));
  });

  it('leads to pages that answer', async () => {
    const { text } = await get('/feed.atom');
    const targets = [...text.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => path(href));
    for (const target of new Set(targets)) expect((await get(target)).status).toBe(200);
  });
});
