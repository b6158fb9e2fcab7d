import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ShippedSite, serveShipped } from './api-site.ts';

interface Value {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly href: string;
}
interface Results {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly links: Readonly<Record<string, string>>;
  readonly things: readonly {
    readonly iri: string;
    readonly label: string;
    readonly href: string;
    readonly latitude?: number;
  }[];
  readonly facets: readonly {
    readonly facet: string;
    readonly title: string;
    readonly total: number;
    readonly values: readonly Value[];
  }[];
}

const HTML = { Accept: 'text/html' };
let site: ShippedSite;
const get = (target: string, headers: Record<string, string> = {}) => site.server.ask(target, { headers });
const results = async (target: string): Promise<Results> => JSON.parse((await get(target)).text);

beforeAll(async () => {
  site = await serveShipped();
}, 120_000);

afterAll(() => site.close());

describe('The data of the search', () => {
  it('tells how much is found, the things, and the facets with their labels', async () => {
    const found = await results('/api/search.json?q=chateau&limit=5');
    expect(found.total).toBeGreaterThan(50);
    expect(found.things).toHaveLength(5);
    expect(found.things[0]?.label).toMatch(/château/i);
    expect(found.facets.map(({ facet }) => facet)).toEqual(
      expect.arrayContaining(['dataset', 'type', 'place', 'period', 'concept']),
    );
    const centuries = found.facets.find(({ facet }) => facet === 'period')?.values;
    expect(centuries?.[0]?.label).toMatch(/^\d+ᵉ\u00a0siècle$/);
  });

  it('counts each value exactly: following it finds as many', async () => {
    const found = await results('/api/search.json?q=chateau');
    for (const { values } of found.facets)
      for (const { href, count } of values.slice(0, 3)) expect((await results(href)).total).toBe(count);
  });

  it('leads from page to page to everything, each thing once', async () => {
    const first = await results('/api/search.json?q=chateau&limit=40');
    const iris: string[] = [];
    for (let next: string | undefined = first.links['first']; next; ) {
      const page: Results = await results(next);
      iris.push(...page.things.map(({ iri }) => iri));
      next = page.links['next'];
    }
    expect(iris).toHaveLength(first.total);
    expect(new Set(iris).size).toBe(first.total);
  });

  it('is negotiated, JSON first, and varies by what was asked', async () => {
    const plain = await get('/api/search?q=louvre');
    const csv = await get('/api/search?q=louvre', { Accept: 'text/csv' });
    const none = await get('/api/search?q=louvre', { Accept: 'image/png' });
    expect(plain.headers['content-type']).toBe('application/json');
    expect(plain.headers['content-location']).toBe('/api/search.json?q=louvre');
    expect(plain.headers['vary']).toContain('Accept, Accept-Language');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(none.status).toBe(406);
  });

  it('has an entity tag of release and question, so that who has it already gets 304', async () => {
    const { headers } = await get('/api/search.json?q=louvre');
    const etag = String(headers['etag']).replace(/^W\//, '');
    const again = await get('/api/search.json?q=louvre', { 'If-None-Match': etag });
    const other = await get('/api/search.json?q=orsay', { 'If-None-Match': etag });
    const english = await get('/api/search.json?q=louvre&lang=en', { 'If-None-Match': etag });
    expect([again.status, other.status, english.status]).toEqual([304, 200, 200]);
  });

  it('names things, classes and centuries in the language of the reader', async () => {
    const english = await results('/api/search.json?q=chateau&lang=en');
    const period = english.facets.find(({ facet }) => facet === 'period');
    expect(period?.title).toBe('Century');
    expect(period?.values[0]?.label).toMatch(/^\d+(?:st|nd|rd|th)\u00a0century$/);
  });

  it('comes whole as CSV, a row a thing', async () => {
    const { total } = await results('/api/search.json?q=chateau');
    const { text, status } = await get('/api/search.csv?q=chateau');
    expect(status).toBe(200);
    const rows = text.split('\r\n');
    expect(rows[0]).toBe(
      'iri,label,type,type_label,dataset,dataset_title,areas,begin,end,latitude,longitude',
    );
    expect(rows).toHaveLength(total + 2);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\r|\n/);
  });

  it('comes whole as GeoJSON: what has a place, named', async () => {
    const { text, headers } = await get('/api/search.geojson?q=chateau');
    const { features } = JSON.parse(text) as {
      features: { id: string; geometry: { coordinates: number[] }; properties: { name: string } }[];
    };
    expect(headers['content-type']).toBe('application/geo+json');
    expect(features.length).toBeGreaterThan(50);
    for (const { id, geometry, properties } of features) {
      expect(properties.name).not.toBe(id);
      const [longitude = 999, latitude = 999] = geometry.coordinates;
      expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
      expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
    }
  });

  it('gives one answer to one question: page, JSON, GeoJSON and CSV hold the same things', async () => {
    const question = '?type=schema:Museum&place=/id/regions/11';
    const { total } = await results(`/api/search.json${question}`);
    const csv = (await get(`/api/search.csv${question}`)).text.split('\r\n').length - 2;
    const page = (await get(`/search${question}`, HTML)).text;
    expect(total).toBeGreaterThan(5);
    expect(csv).toBe(total);
    expect(page).toContain(`${total}\u00a0choses`);
  });
});

describe('A question that cannot be answered', () => {
  it.each([
    ['/api/search.json?datset=musees', 'parameter-unknown', 'dataset'],
    ['/api/search.json?dataset=musee', 'parameter-invalid', 'musees'],
    ['/api/search.json?type=Museum', 'parameter-invalid', 'schema:Museum'],
    ['/api/search.json?period=0', 'parameter-invalid', undefined],
    ['/api/search.json?limit=1000', 'parameter-invalid', undefined],
    ['/api/search.csv?q=%ED%A0%80', 'bad-request', undefined],
    ['/api/search.csv?q=%FF', 'bad-request', undefined],
    ['/api/suggest.json', 'parameter-missing', undefined],
    ['/api/suggest.json?q=a&format=b', 'parameter-unknown', undefined],
  ])('%s is refused with what is accepted', async (target, code, didYouMean) => {
    const { status, text, headers } = await get(target);
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('application/problem+json');
    const problem = JSON.parse(text) as { code: string; didYouMean?: string; detail: string };
    expect({ code: problem.code, didYouMean: problem.didYouMean }).toEqual({ code, didYouMean });
  });

  it('is refused where it is far too long, and the server goes on', async () => {
    const long = await get(`/search?q=${'a'.repeat(1 << 20)}`, HTML).catch(() => ({ status: 400 }));
    expect([400, 414, 431]).toContain(long.status);
    const longer = await get(`/search?q=${'a'.repeat(5000)}`, HTML);
    expect(longer.status).toBe(400);
    expect((await get('/search?q=louvre', HTML)).status).toBe(200);
  });

  it('has no page beyond the last, and says which is the last', async () => {
    const { status, text } = await get('/api/search.json?q=louvre&page=4000');
    expect(status).toBe(404);
    expect(JSON.parse(text).alternates[0].href).toMatch(/^\/api\/search\.json\?q=louvre/);
  });

  it.each(['/api/search.ttl', '/api/suggest.csv', '/search.html', '/api/search.html'])(
    '%s is no address',
    async (target) => {
      expect((await get(target)).status).toBe(404);
    },
  );
});

describe('A question that means nothing', () => {
  const ODD = [
    '(((((',
    '"',
    '"" ""',
    '*',
    '* * *',
    'NEAR(',
    'NEAR/3 AND OR NOT',
    '-',
    '--',
    '{}[]^~:\\\\',
    "'",
    '%',
    '_',
    'le la de du des les et à',
    'the of and',
    'Московский музей 北京 المتحف Αθήνα château ไทย',
    'ﷺ ǅ İ ß ﬃ 𝔐𝔲𝔰é𝔢',
    'e\u0301\u0301\u0301\u0301'.repeat(20),
    '\ud800',
    'a '.repeat(149),
    `${'(*"'.repeat(99)}`,
    'x'.repeat(300),
  ];
  const TARGETS = [
    '/search',
    '/map',
    '/api/search.json',
    '/api/suggest.json',
    '/api/search.csv',
    '/reconcile',
  ];
  const asked = async (text: string): Promise<number> => {
    const before = process.threadCpuUsage();
    for (const target of TARGETS) {
      const { status } = await get(`${target}?q=${encodeURIComponent(text.toWellFormed())}`, {
        Accept: '*/*',
      });
      expect([target, status]).toEqual([target, 200]);
    }
    const { user, system } = process.threadCpuUsage(before);
    return user + system;
  };

  it.each(ODD)('is answered everywhere: %j', async (text) => {
    await asked(text);
  });

  it('is refused, not searched for, when it has 10,000 letters', async () => {
    for (const target of TARGETS.filter((one) => one !== '/reconcile'))
      expect((await get(`${target}?q=${'x'.repeat(10_000)}`, { Accept: '*/*' })).status).toBe(400);
    const queries = encodeURIComponent(JSON.stringify({ q0: { query: '('.repeat(10_000) } }));
    expect((await get(`/reconcile?queries=${queries}`)).status).toBeLessThan(500);
  });

  it('costs no more than one that means something', async () => {
    await asked('chateau');
    const ordinary = await asked('musee des beaux');
    const costs: number[] = [];
    for (const text of ODD) costs.push(await asked(`${text} `));
    expect(Math.max(...costs)).toBeLessThan(6 * ordinary);
  });
});

describe('The page of the search', () => {
  it('is HTML that leads to the data, and nothing else', async () => {
    const { status, headers } = await get('/search?q=louvre', HTML);
    expect(status).toBe(200);
    expect(headers['link']).toContain(
      '</api/search.geojson?q=louvre>; rel="alternate"; type="application/geo+json"',
    );
    expect((await get('/search?q=louvre', { Accept: 'application/json' })).status).toBe(406);
  });

  it('takes what others add to addresses, and leaves it out of its own', async () => {
    const { status, text } = await get('/search?q=louvre&fbclid=1', HTML);
    expect(status).toBe(200);
    expect(text).toMatch(/rel="canonical" href="[^"]*\/search\?q=louvre"/);
    expect(text).not.toContain('fbclid');
  });

  it('carries the chosen language on', async () => {
    const { text } = await get('/search?q=louvre&lang=en', HTML);
    const links = [...text.matchAll(/href="(\/search\?[^"]*)"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((href) => !/lang=(?:en|fr)/.test(href))).toEqual([]);
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '\u202egnp.exe',
    '\u0000\u0007',
    '🏰🏰🏰',
    "'; DROP TABLE things; --",
    'NEAR(a b) OR * AND "',
    'col:a -b ^c',
  ])('is inert and answers for %j', async (text) => {
    const { status, text: page } = await get(`/search?q=${encodeURIComponent(text)}`, HTML);
    expect(status).toBe(200);
    for (const live of ['<script>alert', '<img src=x', '\u202e', '\u0000']) expect(page).not.toContain(live);
  });

  it('is small, whatever is found', async () => {
    for (const target of ['/search', '/search?q=a', '/search?all=place', '/search?all=concept&q=a'])
      expect(Buffer.byteLength((await get(target, HTML)).text)).toBeLessThan(100_000);
  });

  it('stands in the box of every page', async () => {
    for (const target of ['/', '/datasets', '/sparql', '/no-such-page'])
      expect((await get(target, HTML)).text).toContain('<form class="search" role="search"');
  });
});

describe('Suggestions', () => {
  it('complete what is typed, whatever accents and case', async () => {
    const told = async (text: string) =>
      JSON.parse((await get(`/api/suggest.json?q=${encodeURIComponent(text)}`)).text).suggestions as {
        label: string;
        href: string;
      }[];
    const [plain, accented] = [await told('chat'), await told('CHÂT')];
    expect(plain.length).toBeGreaterThan(3);
    expect(plain.length).toBeLessThanOrEqual(8);
    expect(accented).toEqual(plain);
    expect(plain[0]?.label).toMatch(/chât|chat/i);
    expect((await get(plain[0]?.href ?? '', HTML)).status).toBe(303);
  });

  it('are none for what nothing begins with', async () => {
    expect(JSON.parse((await get('/api/suggest.json?q=zzzzqq')).text).suggestions).toEqual([]);
  });
});

describe('The search as a query', () => {
  it.each([
    '?dataset=monuments',
    '?type=schema:Museum&place=/id/regions/11',
    '?concept=/id/domaines/peinture',
    '?concept=/id/periodes/19e-siecle',
    '?place=/id/regions/44',
    '?q=ch%C3%A2teau',
    '?q=louvre&type=schema:Museum',
    '?q=paris&period=19',
    '?period=19',
    '?period=15',
    '?type=skos:Concept',
    '?type=crm:E22_Human-Made_Object',
  ])('%s gives the same things', async (question) => {
    const { total } = await results(`/api/search.json${question}`);
    const page = (await get(`/search${question}`, HTML)).text;
    const href = /href="(\/sparql\?query=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const { text, status } = await get(href, { Accept: 'application/sparql-results+json' });
    expect(status).toBe(200);
    expect(JSON.parse(text).results.bindings).toHaveLength(total);
  });
});
