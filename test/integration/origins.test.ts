import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BASE } from '../declared/shipped.ts';
import { type ShippedSite, serveShipped } from './api-site.ts';

let site: ShippedSite;
const get = (target: string, accept = 'text/html') => site.server.ask(target, { headers: { accept } });
const origins = (parameters: Readonly<Record<string, string>>) =>
  get(`/api/origins.json?${new URLSearchParams(parameters)}`, '*/*');

beforeAll(async () => {
  site = await serveShipped();
}, 180_000);

afterAll(() => site?.close());

/** Paths of the first things that a dataset's page lists. */
async function thingsOf(slug: string): Promise<readonly string[]> {
  const { text } = await get(`/dataset/${slug}`);
  return [
    ...new Set([...text.matchAll(new RegExp(`href="(/id/${slug}/[^"?#{]+)"`, 'g'))].map(([, at]) => `${at}`)),
  ];
}

const documentOf = (thing: string): string => thing.replace('/id/', '/doc/');

describe('The origins of a thing', () => {
  it('tell the cell and the rule of each statement, to programs', async () => {
    const [thing = ''] = await thingsOf('oeuvres');
    const { status, headers, text } = await origins({ thing: BASE + thing.slice(1) });
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('application/json');
    expect(headers.etag).toBeDefined();
    const told = JSON.parse(text);
    expect(told).toMatchObject({ dataset: 'oeuvres', changed: expect.any(String) });
    expect(told.statements).toHaveLength(told.total);
    for (const { records, rules } of told.statements) {
      expect(records[0]).toMatchObject({ file: 'data/oeuvres/source/oeuvres.csv', row: expect.any(Number) });
      expect(rules[0]).toMatchObject({ file: 'data/oeuvres/mapping.yml', line: expect.any(Number) });
      for (const column of Object.keys(records[0].cells))
        expect(rules.flatMap((one: { columns: string[] }) => one.columns)).toContain(column);
    }
  });

  it('are told of one property, and of one part of the thing', async () => {
    const [thing = ''] = await thingsOf('oeuvres');
    const iri = BASE + thing.slice(1);
    const property = 'http://purl.org/dc/terms/identifier';
    const own = JSON.parse((await origins({ thing: iri, property })).text);
    expect(own).toMatchObject({ total: 1, statements: [{ property, rules: [{ how: 'cell' }] }] });
    const part = JSON.parse((await origins({ thing: iri, subject: `${iri}#creation` })).text);
    expect(part.total).toBeGreaterThan(0);
    expect(part.statements.every(({ subject }: { subject: string }) => subject === `${iri}#creation`)).toBe(
      true,
    );
  });

  it('are none for a term of an ontology', async () => {
    const { text } = await origins({ thing: `${BASE}def/denomination` });
    const told = JSON.parse(text);
    expect(told.total).toBeGreaterThan(0);
    expect(told.statements.every(({ rules }: { rules: unknown[] }) => rules.length === 0)).toBe(true);
    expect((await get('/doc/def/denomination', 'text/html')).text).toContain('ne viennent d’aucun tableau');
  });

  it.each([
    ['/api/origins.json', 400],
    ['/api/origins.json?thing=', 400],
    [`/api/origins.json?thing=${BASE}id/oeuvres/none`, 404],
    ['/api/origins.json?thing=%00%FF<>', 404],
  ])('at %s are refused with %d', async (target, status) => {
    expect((await get(target, 'application/json')).status).toBe(status);
  });
});

describe('The page of a shipped thing', () => {
  it.each([
    'artistes',
    'departements',
    'domaines',
    'maisons',
    'monuments',
    'musees',
    'objets',
    'oeuvres',
    'periodes',
    'regions',
  ])('of %s answers for its values, in place, and stays below 100 KB', async (slug) => {
    const things = (await thingsOf(slug)).slice(0, 8);
    expect(things.length).toBeGreaterThan(0);
    for (const thing of things) {
      const { text, body } = await get(documentOf(thing));
      expect(body.length).toBeLessThan(100_000);
      expect(text).toContain('<details class="origin whole">');
      expect(text).toMatch(/<details class="origin"><summary>d’où.\?<span class="unseen">/);
      expect(text).toMatch(/Règle <code>mapping\.yml:\d+<\/code>/);
    }
  });
});
