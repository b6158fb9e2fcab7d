import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildIndex, openIndex } from '../../src/index/index.ts';
import { crm, dcterms, rdf, schema, skos } from '../../src/rdf/index.ts';
import { writeDumps } from '../unit/index/dumps.ts';
import { BASE, GRAPH, type PublicationSite, servePublication, thing } from './publication-site.ts';

const COUNT = 10_000;
const TOPS = 20;
const FANOUT = 24;
/** Narrower concepts of the first top, beside those of the tree: more than a page holds. */
const WIDE = 3000;
const THINGS = 2000;
const HTML = { accept: 'text/html' };
const VOCABULARY = '/vocabulary/musees';

const name = (at: number): string => thing(`c${String(at).padStart(5, '0')}`);

/** What is above a concept: a tree, a wide level, some with a second parent, a way back up, and a circle apart. */
function above(at: number): readonly number[] {
  if (at >= COUNT - 3) return [at === COUNT - 1 ? COUNT - 3 : at + 1];
  if (at < TOPS) return [];
  if (at < TOPS + WIDE) return [0];
  const place = at - TOPS - WIDE;
  const parent = place < FANOUT * TOPS ? place % TOPS : TOPS + WIDE + Math.floor(place / FANOUT) - TOPS;
  const second = at % 20 === 7 ? [1 + (at % 19)] : [];
  return [...new Set([parent, ...second])];
}

const line = (subject: string, property: string, object: string): string =>
  `<${subject}> <${property}> ${object} .`;

function concepts(): readonly string[] {
  return Array.from({ length: COUNT }, (_, at) => [
    line(name(at), rdf.type, `<${skos.Concept}>`),
    line(name(at), skos.prefLabel, `"terme numéro ${at}"@fr`),
    line(name(at), skos.inScheme, `<${GRAPH}>`),
    ...above(at).map((one) => line(name(at), skos.broader, `<${name(one)}>`)),
    // A circle below the second top: its grandchild is said to be above its child.
    ...(at === TOPS + WIDE + 1
      ? [line(name(at), skos.broader, `<${name(TOPS + WIDE + FANOUT * TOPS + 1)}>`)]
      : []),
  ]).flat();
}

const things = (): readonly string[] =>
  Array.from({ length: THINGS }, (_, at) => {
    const iri = `${BASE}id/oeuvres/o${at}`;
    return [
      line(iri, rdf.type, `<${schema.namespace}VisualArtwork>`),
      line(iri, rdf.type, `<${crm.namespace}E22_Human-Made_Object>`),
      line(iri, schema.name, `"Œuvre ${at}"@fr`),
      line(iri, dcterms.subject, `<${name((at * 37) % COUNT)}>`),
      line(iri, dcterms.subject, `<${name((at * 53) % COUNT)}>`),
    ];
  }).flat();

let folder: string;
let site: PublicationSite;
const get = (address: string) => site.server.ask(address, { headers: HTML });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cimaise-vocabulary-'));
  const scheme = [line(GRAPH, rdf.type, `<${skos.ConceptScheme}>`)];
  const dumps = await writeDumps(folder, { musees: [...scheme, ...concepts()], oeuvres: things() });
  const file = join(folder, 'index.sqlite');
  await buildIndex({ dumps, base: BASE, file });
  const opened = openIndex(file);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  site = await servePublication({ index: opened.index, finder: opened.index });
}, 60_000);
afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const hrefs = (page: string): readonly string[] =>
  [...page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

describe('A vocabulary of 10,000 concepts', () => {
  it('opens by links alone, to every concept, on pages below 100 KB', async () => {
    const waiting = [VOCABULARY];
    const seen = new Set(waiting);
    const met = new Set<string>();
    let largest = 0;
    for (const address of waiting) {
      const { status, text, body } = await get(address);
      expect([address, status]).toEqual([address, 200]);
      largest = Math.max(largest, body.length);
      for (const href of hrefs(text)) {
        if (href.startsWith('/id/musees/c')) met.add(href);
        if (!href.startsWith(`${VOCABULARY}?`) || href.includes('lang=') || seen.has(href)) continue;
        seen.add(href);
        waiting.push(href);
      }
    }
    expect(largest).toBeLessThan(100_000);
    expect(met.size).toBe(COUNT);
    expect(seen.size).toBeLessThan(COUNT / 8);
  }, 60_000);

  it('says how many concepts there are, and how many things are below each, as the search finds them', async () => {
    const { text } = await get(VOCABULARY);
    expect(text).toMatch(/10[\s\u202f\u00a0]000/);
    const counts = [
      ...text.matchAll(/class="count" href="([^"]*)"[^>]*>([\d\s\u202f\u00a0]+)<span class="unseen">/g),
    ].slice(0, 5);
    expect(counts.length).toBe(5);
    for (const [, href = '', count = ''] of counts) {
      const found = await get(href.replaceAll('&amp;', '&').replace('/search', '/api/search.json'));
      expect(JSON.parse(found.text).total).toBe(Number(count.replace(/\D/g, '')));
    }
  });

  it('tells of a concept what is above and below it, and the things that have it', async () => {
    const child = TOPS + WIDE + 7;
    const { text } = await get(`/doc/musees/${name(child).split('/').at(-1)}`);
    for (const one of above(child)) expect(text).toContain(name(one).replace(BASE, '/'));
    const below = Array.from({ length: COUNT }, (_, at) => at).filter((at) => above(at).includes(child));
    expect(below.length).toBeGreaterThan(0);
    for (const one of below) expect(text).toContain(name(one).replace(BASE, '/'));
    const having = Array.from({ length: THINGS }, (_, at) => at).find((at) => (at * 37) % COUNT === 37);
    const page = await get(`/doc/musees/${name(37).split('/').at(-1)}`);
    expect(page.text).toContain(`/id/oeuvres/o${having}`);
    expect(page.body.length).toBeLessThan(100_000);
  });

  it('is safe where concepts stand above each other', async () => {
    for (const at of [COUNT - 1, COUNT - 2, TOPS + WIDE + 1, TOPS + WIDE + FANOUT * TOPS + 1]) {
      const address = `${VOCABULARY}?concept=${encodeURIComponent(name(at))}`;
      const { status, body } = await get(address);
      expect(status).toBe(200);
      expect(body.length).toBeLessThan(100_000);
    }
  });

  it('costs a page no more than a few times what another page costs', async () => {
    const cost = async (address: string): Promise<number> => {
      await get(address);
      const before = process.cpuUsage();
      for (let count = 0; count < 20; count++) await get(`${address}`);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 20_000;
    };
    const about = await cost('/model');
    const tree = await cost(VOCABULARY);
    const wide = await cost(`${VOCABULARY}?concept=${encodeURIComponent(name(0))}&page=9`);
    expect(Math.max(tree, wide)).toBeLessThan(6 * about);
  });
});
