import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BASE } from '../declared/shipped.ts';
import { type ShippedSite, serveShipped } from './api-site.ts';
import type { Answer } from './loopback.ts';

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly score: number;
  readonly match: boolean;
  readonly type: readonly { readonly id: string; readonly name: string }[];
  readonly features: readonly { readonly id: string; readonly value: unknown }[];
}
type Results = Readonly<Record<string, { readonly result: readonly Candidate[] }>>;

let site: ShippedSite;
const get = (target: string, headers: Record<string, string> = {}) => site.server.ask(target, { headers });

/** As OpenRefine sends them. */
const post = (path: string, form: Readonly<Record<string, unknown>>): Promise<Answer> =>
  site.server.ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    body: new URLSearchParams(
      Object.entries(form).map(([name, value]) => [name, JSON.stringify(value)]),
    ).toString(),
  });
const postJson = (path: string, body: unknown): Promise<Answer> =>
  site.server.ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

async function results(path: string, queries: unknown): Promise<Results> {
  const answer = await post(path, { queries });
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json']);
  return JSON.parse(answer.text) as Results;
}
const best = async (query: unknown, path = '/reconcile'): Promise<Candidate | undefined> =>
  (await results(path, { q0: query }))['q0']?.result[0];

beforeAll(async () => {
  site = await serveShipped();
}, 120_000);

afterAll(() => site.close());

describe('The manifest', () => {
  it('has what version 0.2 requires, and addresses of this service', async () => {
    const { text, headers } = await get('/reconcile/musees');
    const manifest = JSON.parse(text);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(manifest).toMatchObject({
      versions: ['0.2'],
      name: expect.stringMatching(/^Musées de France/),
      identifierSpace: `${BASE}id/`,
      schemaSpace: expect.stringMatching(/^https?:/),
      preview: { width: 430, height: 300 },
      batchSize: expect.any(Number),
    });
    for (const url of [manifest.view.url, manifest.feature_view.url, manifest.preview.url])
      expect(url).toMatch(/\{\{id\}\}/);
    for (const { service_url, service_path } of [
      ...Object.values(manifest.suggest),
      manifest.extend.propose_properties,
    ] as {
      service_url: string;
      service_path: string;
    }[]) {
      const target = `${service_url}${service_path}`.slice(BASE.length - 1);
      expect([target, (await get(`${target}?prefix=m`)).status]).toEqual([target, 200]);
    }
    for (const { type, name, label, choices } of manifest.extend.property_settings) {
      expect(['number', 'text', 'checkbox', 'select']).toContain(type);
      expect([typeof name, typeof label]).toEqual(['string', 'string']);
      if (type === 'select') expect(choices.length).toBeGreaterThan(1);
    }
    for (const { id, name } of manifest.defaultTypes)
      expect([typeof id, typeof name]).toEqual(['string', 'string']);
  });

  it('speaks the language of the client', async () => {
    const { text, headers } = await get('/reconcile/musees', { 'Accept-Language': 'en' });
    expect(JSON.parse(text).extend.property_settings[0].label).toBe('Number of values');
    expect(headers['vary']).toContain('Accept-Language');
  });

  it('has the form of the draft of 1.0 below its own address', async () => {
    const manifest = JSON.parse((await get('/reconcile/1.0-draft/musees')).text);
    expect(manifest).toMatchObject({
      versions: ['1.0-draft'],
      view: { url: `${BASE}id/{+id}` },
      suggest: { entity: true, property: true, type: true },
      extend: { proposeProperties: true },
      standardizedScore: true,
    });
    expect(manifest.identifierSpace).toBeUndefined();
  });

  it('is there for each dataset; others are told which was meant', async () => {
    const problem = await get('/reconcile/musee');
    expect([problem.status, problem.text]).toEqual([404, expect.stringContaining('/reconcile/musees')]);
    expect((await get('/reconcile/musees/nothing')).status).toBe(404);
  });
});

describe('A reconciliation query', () => {
  it('made as the examples of the specification finds a person, whatever the order of the name', async () => {
    const found = await results('/reconcile', {
      q1: {
        query: 'Allemand, Hector',
        type: 'schema:Person',
        limit: 3,
        properties: [{ pid: 'http://schema.org/birthDate', v: 1809 }],
        type_strict: 'should',
      },
      q2: { query: 'ALLEMAND Hector' },
    });
    for (const name of ['q1', 'q2'])
      expect(found[name]?.result[0]).toMatchObject({
        id: 'artistes/allemand-hector',
        score: 100,
        match: true,
      });
    const [candidate] = found['q1']?.result ?? [];
    expect(candidate?.type).toContainEqual({ id: 'http://schema.org/Person', name: 'Personne' });
    expect(candidate?.features).toContainEqual({ id: 'type', value: true });
    expect(candidate?.description).toContain('1809–1886');
  });

  it('finds by identifier, short or whole, with certainty', async () => {
    for (const text of ['M5060', 'musees/M5060', `${BASE}id/musees/M5060`, `${BASE}doc/musees/M5060`])
      expect([text, await best({ query: text })]).toMatchObject([
        text,
        { id: 'musees/M5060', score: 100, match: true },
      ]);
    expect(await best({ query: '000DE021526' })).toMatchObject({
      id: 'oeuvres/000DE021526',
      score: 100,
      match: true,
    });
  });

  it('finds names with and without their town', async () => {
    for (const text of ['Musée d’Orsay', 'musee d orsay (paris)', 'Musée d’Orsay, Paris', 'MUSEE D’ORSAY'])
      expect([text, await best({ query: text }, '/reconcile/musees')]).toMatchObject([
        text,
        { id: 'musees/M5060', match: true },
      ]);
    expect(await best({ query: 'Musée d’Orsay (Lyon)' }, '/reconcile/musees')).toMatchObject({
      match: false,
    });
  });

  it('proposes what is misspelt, and calls it unsure', async () => {
    const found = await best({ query: 'Allemant Hector' });
    expect(found).toMatchObject({ id: 'artistes/allemand-hector', match: false });
    expect(found?.score).toBeGreaterThan(80);
  });

  it('is unsure among namesakes, until a property tells which', async () => {
    expect(await best({ query: 'Château' }, '/reconcile/monuments')).toMatchObject({ match: false });
    const properties = [{ pid: 'schema:addressLocality', v: 'foix' }];
    const found = await best({ query: 'Château', properties }, '/reconcile/monuments');
    expect(found).toMatchObject({ id: 'monuments/PA00093793', match: true });
    const others = [{ pid: 'schema:addressLocality', v: 'Nulle-Part' }];
    expect(await best({ query: 'Château', properties: others }, '/reconcile/monuments')).toMatchObject({
      match: false,
    });
  });

  it('takes entities for values', async () => {
    const properties = [{ pid: 'schema:containedInPlace', v: { id: 'departements/75', name: 'Paris' } }];
    expect(await best({ query: 'Musée d’Orsay', properties }, '/reconcile/musees')).toMatchObject({
      id: 'musees/M5060',
      match: true,
    });
  });

  it('stays within its dataset and its classes', async () => {
    const { q0, q1 } = await results('/reconcile/musees', {
      q0: { query: 'Paris' },
      q1: { query: 'Musée', type: 'schema:Person' },
    });
    expect(q0?.result.every(({ id }) => id.startsWith('musees/'))).toBe(true);
    expect(q1?.result).toEqual([]);
  });

  it('is answered alike by GET, and in the order and number that were asked', async () => {
    const queries = { z: { query: 'musée', limit: 2 }, a: { query: 'Paris' }, __proto__x: { query: '' } };
    const { text } = await get(`/reconcile?queries=${encodeURIComponent(JSON.stringify(queries))}`);
    expect(JSON.parse(text)).toEqual(await results('/reconcile', queries));
    expect(Object.keys(JSON.parse(text))).toEqual(['z', 'a', '__proto__x']);
    expect(JSON.parse(text).z.result).toHaveLength(2);
    expect(JSON.parse(text).__proto__x.result).toEqual([]);
  });

  it('has candidates from the best to the worst, of scores from 0 to 100, one match at most', async () => {
    const { q0 } = await results('/reconcile', { q0: { query: 'musée de Paris', limit: 50 } });
    const scores = q0?.result.map(({ score }) => score) ?? [];
    expect(scores.length).toBeGreaterThan(3);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(scores.every((score) => score >= 0 && score <= 100)).toBe(true);
    expect(q0?.result.filter(({ match }) => match).length).toBeLessThanOrEqual(1);
  });

  it('of the draft of 1.0 is JSON, with conditions', async () => {
    const conditions = [
      { matchType: 'name', v: 'Château' },
      { matchType: 'property', pid: 'schema:addressLocality', v: ['Foix'], required: true },
    ];
    const answer = await postJson('/reconcile/1.0-draft/monuments/reconcile', {
      queries: [{ conditions, limit: 3 }, { conditions: [{ matchType: 'name', v: 'qqzzqq' }] }],
    });
    const { results: all } = JSON.parse(answer.text);
    expect(all[0].candidates).toHaveLength(1);
    expect(all[0].candidates[0]).toMatchObject({ id: 'monuments/PA00093793', match: true });
    expect(all[1].candidates).toEqual([]);
  });
});

describe('What is no batch', () => {
  it.each([
    ['{"q0": nope}', 400, 'colonne 8'],
    ['{"q0": {"query": "a", "limit": -1}}', 400, 'queries.q0.limit'],
    ['[]', 400, 'queries'],
  ])('(%s) is refused, and told where', async (queries, status, place) => {
    const answer = await get(`/reconcile?queries=${encodeURIComponent(queries)}`);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(place)]);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  it('is refused by its size and type', async () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`q${at}`, { query: 'a' }]));
    expect((await post('/reconcile', { queries: many })).status).toBe(413);
    const long = { q0: { query: 'a'.repeat(600_000) } };
    expect((await post('/reconcile', { queries: long })).status).toBe(413);
    const xml = await site.server.ask('/reconcile', {
      method: 'POST',
      headers: { 'Content-Type': 'application/xml' },
      body: '<a/>',
    });
    expect(xml.status).toBe(415);
    expect((await post('/reconcile', {})).status).toBe(400);
    expect((await post('/reconcile/preview', { queries: {} })).status).toBe(405);
  });

  it('breaks nothing, whatever it is', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        '\u202eabc',
        '"><script>',
        '*'.repeat(900),
        '-- OR 1=1',
        'a AND b NEAR c',
        '(((((',
        '%00',
        '😀',
      ),
    );
    const query = fc.record({
      query: hostile,
      type: fc.option(hostile, { nil: undefined }),
      properties: fc.array(fc.record({ pid: hostile, v: fc.oneof(hostile, fc.double(), fc.boolean()) }), {
        maxLength: 3,
      }),
    });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ maxLength: 8 }), query, { maxKeys: 4 }), async (queries) => {
        const answer = await post('/reconcile', { queries });
        expect([200, 400]).toContain(answer.status);
        if (answer.status === 200)
          expect(Object.keys(JSON.parse(answer.text)).sort()).toEqual(Object.keys(queries).sort());
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('Suggestions', () => {
  it('complete names of entities, and go on where a cursor says', async () => {
    const of = async (cursor: number) =>
      JSON.parse((await get(`/reconcile/suggest/entity?prefix=mus%C3%A9e&cursor=${cursor}`)).text).result as {
        id: string;
        name: string;
        notable: { id: string }[];
      }[];
    const [first, second] = [await of(0), await of(12)];
    expect(first).toHaveLength(12);
    expect(first[0]).toMatchObject({ name: expect.stringMatching(/mus[ée]e/i) });
    expect(second.map(({ id }) => id).filter((id) => first.some((one) => one.id === id))).toEqual([]);
    const [byIdentifier] = JSON.parse((await get('/reconcile/suggest/entity?prefix=M5060')).text).result;
    expect(byIdentifier.id).toBe('musees/M5060');
  });

  it('complete names of classes and properties, by label or by name', async () => {
    const ids = async (target: string): Promise<string[]> =>
      JSON.parse((await get(target)).text).result.map(({ id }: { id: string }) => id);
    expect(await ids('/reconcile/suggest/type?prefix=mus')).toContain('http://schema.org/Museum');
    expect(await ids('/reconcile/musees/suggest/property?prefix=Vil')).toContain(
      'http://schema.org/addressLocality',
    );
    expect(await ids('/reconcile/musees/suggest/property?prefix=schema:addressL')).toEqual([
      'http://schema.org/addressLocality',
    ]);
    expect((await ids('/reconcile/suggest/type?prefix=')).length).toBeGreaterThan(3);
  });

  it('need a prefix', async () => {
    expect((await get('/reconcile/suggest/entity')).status).toBe(400);
    expect((await get('/reconcile/suggest/entity?prefix=a&cursor=x')).status).toBe(400);
  });
});

describe('Extension', () => {
  const asked = {
    ids: ['musees/M5060', 'musees/none'],
    properties: [
      { id: 'http://schema.org/containedInPlace' },
      { id: 'wgs:lat' },
      { id: 'dcterms:modified' },
      { id: 'schema:keywords', settings: { limit: '2', content: 'value' } },
      { id: 'schema:location', settings: { content: 'count' } },
    ],
  };

  it('gives entities, numbers, dates and texts, for each entity and property', async () => {
    const { meta, rows } = JSON.parse((await post('/reconcile', { extend: asked })).text);
    expect(meta.map(({ id }: { id: string }) => id)).toEqual(asked.properties.map(({ id }) => id));
    expect(rows['musees/M5060']).toMatchObject({
      'http://schema.org/containedInPlace': [{ id: 'departements/75', name: 'Paris' }],
      'wgs:lat': [{ float: expect.any(Number) }],
      'dcterms:modified': [{ date: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00Z$/) }],
      'schema:keywords': [{ str: expect.any(String) }, { str: expect.any(String) }],
      'schema:location': [{ int: 1 }],
    });
    expect(Object.values(rows['musees/none'])).toEqual([[], [], [], [], []]);
  });

  it('of the draft of 1.0 has lists', async () => {
    const { rows } = JSON.parse((await postJson('/reconcile/1.0-draft/extend', asked)).text);
    expect(rows[0].id).toBe('musees/M5060');
    expect(rows[0].properties[0]).toEqual({
      id: 'http://schema.org/containedInPlace',
      values: [{ id: 'departements/75', name: 'Paris' }],
    });
  });

  it('proposes the properties of a class', async () => {
    const { type, properties } = JSON.parse(
      (await get('/reconcile/extend/propose?type=schema%3AMuseum&limit=50')).text,
    );
    expect(type).toBe('schema:Museum');
    expect(properties.map(({ id }: { id: string }) => id)).toContain('http://schema.org/addressLocality');
  });

  it('is bounded', async () => {
    const ids = Array.from({ length: 201 }, (_, at) => `musees/${at}`);
    expect((await post('/reconcile', { extend: { ids, properties: [] } })).status).toBe(413);
  });
});

describe('The preview of an entity', () => {
  it('is a small page that any site may frame, without scripts', async () => {
    const { status, text, headers } = await get('/reconcile/preview?id=musees%2FM5060');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(text.length).toBeLessThan(4096);
    expect(text).toContain('Musée d&#39;Orsay (Paris)');
    expect(text).not.toMatch(/<script|<img/);
    expect((await get('/reconcile/preview?id=musees/none')).status).toBe(404);
    expect((await get('/reconcile/preview')).status).toBe(400);
  });

  it('and its page are found by whatever way identifiers are written', async () => {
    for (const id of ['musees/M5060', 'musees%2FM5060', encodeURIComponent(`${BASE}id/musees/M5060`)]) {
      const { status, headers } = await get(`/reconcile/view?id=${id}`);
      expect([status, headers['location']]).toEqual([303, '/id/musees/M5060']);
    }
    expect((await get(`/reconcile/view?id=${encodeURIComponent('https://elsewhere.example/')}`)).status).toBe(
      404,
    );
  });
});

describe('The page of reconciliation', () => {
  it('gives people the addresses to paste, and tries a name without scripts', async () => {
    const { text } = await get('/reconcile', { Accept: 'text/html' });
    expect(text).toContain(`${BASE}reconcile/artistes</code>`);
    expect(text.length).toBeLessThan(100_000);
    const tried = await get('/reconcile?q=Allemand+Hector&dataset=artistes', { Accept: 'text/html' });
    expect(tried.text).toContain('<strong>sûre</strong>');
    expect(
      (await get('/reconcile', { Accept: 'application/json, text/javascript, */*; q=0.01' })).text,
    ).toMatch(/^\{/);
  });
});
