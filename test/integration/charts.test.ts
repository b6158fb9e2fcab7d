import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChartArchive, type ChartQuery, type ReleasedChart, same } from '../../src/model/index.ts';
import { elementsOf, textOf } from '../unit/pages/elements.ts';
import { type PublicationSite, servePublication } from './publication-site.ts';

const declared: ChartQuery = {
  name: 'musees/par-region',
  file: 'queries/charts/musees/par-region.rq',
  dataset: 'musees',
  title: { fr: 'Les musées par région', en: 'Museums by region' },
  question: { fr: 'Combien ?', en: 'How many?' },
  kind: 'select',
  chart: 'bar',
  unit: { fr: 'musées', en: 'museums' },
  text: 'SELECT ?name ?value { ?s ?p ?name, ?value }',
};
const fresh: ChartQuery = { ...declared, name: 'musees/nouveau', title: same('Nouveau') };

const kept = (value: number): ReleasedChart => ({
  ...declared,
  answer: {
    kind: 'answered',
    points: [
      { name: { fr: 'Corse', en: 'Corsica' }, iri: 'http://localhost:3000/id/musees/M0001', value },
      { name: same('Île, "de" <France>'), value: 2 },
    ],
  },
});

/** The first release was made before there were charts; in the second and third the same question has other answers. */
const BY_RELEASE: Readonly<Record<string, ReleasedChart>> = {
  '2026-11-21.1': kept(7),
  '2026-11-22.1': { ...kept(9), text: 'SELECT ?name ?value { ?s ?q ?name, ?value }' },
};
const charts: ChartArchive = {
  async charts({ manifest: { id } }) {
    const chart = BY_RELEASE[id];
    return chart && new Map([[chart.name, chart]]);
  },
};

const PATH = '/chart/musees/par-region';
let site: PublicationSite;
const get = (target: string, headers: Record<string, string> = {}) => site.server.ask(target, { headers });

beforeAll(async () => {
  site = await servePublication({ chartQueries: [declared, fresh], charts });
}, 60_000);

afterAll(() => site.close());

describe('A chart', () => {
  it('is a page, an image, a table or JSON, as is asked for', async () => {
    for (const [accept, type] of [
      ['text/html', 'text/html; charset=utf-8'],
      ['image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8', 'image/svg+xml'],
      ['text/csv', 'text/csv; charset=utf-8; header=present'],
      ['*/*', 'application/json'],
    ] as const) {
      const { status, headers } = await get(PATH, { Accept: accept });
      expect([status, headers['content-type']]).toEqual([200, type]);
      expect(headers['vary']).toContain('Accept, Accept-Language');
      expect(headers['link']).toContain('</dataset/musees>; rel="collection"');
    }
    expect((await get(PATH, { Accept: 'text/turtle' })).status).toBe(406);
  });

  it('shows the latest release, and says where it can be pinned', async () => {
    const { text } = await get(`${PATH}.html`);
    expect(textOf(text)).toContain('version 2026-11-22.1');
    expect(text).toContain(`href="${PATH}?release=2026-11-22.1"`);
    expect(text).toMatch(/<td class="number">9</);
    expect(textOf(text)).toContain('La question enregistrée a été modifiée depuis');
    const options = elementsOf(text).filter(({ name }) => name === 'option');
    expect(options).toHaveLength(2);
  });

  it('as of a kept release is what it was, and never changes', async () => {
    for (const [extension, found] of [
      ['svg', '>7</text>'],
      [
        'csv',
        'name,value,iri\r\nCorse,7,http://localhost:3000/id/musees/M0001\r\n"Île, ""de"" <France>",2,\r\n',
      ],
      ['json', '"release": "2026-11-21.1"'],
    ] as const) {
      const { status, text, headers } = await get(`${PATH}.${extension}?release=2026-11-21.1`);
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(text).toContain(found);
    }
    const latest = await get(`${PATH}.json`);
    expect(latest.headers['cache-control']).toBe('public, max-age=60');
    const page = await get(`${PATH}.html?release=2026-11-21.1`);
    expect(textOf(page.text)).toContain('pour toujours');
    expect(page.text).toContain('par-region.svg?release=2026-11-21.1');
  });

  it('of a release that does not keep it, or is not kept, is told apart', async () => {
    const before = await get(`${PATH}.svg?release=2026-11-20.1`);
    expect(before.status).toBe(404);
    expect(before.text).toContain('2026-11-20.1');
    expect((await get(`${PATH}?release=2020-01-01.1`)).status).toBe(404);
    expect((await get(`${PATH}?release=2026-11-21.1&release=2026-11-22.1`)).status).toBe(400);
  });

  it('answers again without a body, and HEAD as GET', async () => {
    for (const end of ['.svg', '.csv', '.json', '.html', '/frame']) {
      const first = await get(`${PATH}${end}`);
      expect(first.headers['etag']).toMatch(/^"/);
      const again = await get(`${PATH}${end}`, { 'If-None-Match': first.headers['etag'] as string });
      expect([again.status, again.headers['vary']]).toEqual([304, first.headers['vary']]);
      const head = await site.server.ask(`${PATH}${end}`, { method: 'HEAD' });
      expect([head.status, head.headers['etag'], head.text]).toEqual([200, first.headers['etag'], '']);
    }
  });

  it('speaks the language that the address names', async () => {
    const { text, headers } = await get(`${PATH}.svg?lang=en`);
    expect(text).toContain('<title id="title">Museums by region</title>');
    expect(text).toContain('>Corsica</text>');
    expect(headers['vary']).toContain('Accept-Language');
    expect((await get(`${PATH}.csv`, { 'Accept-Language': 'en' })).text).toContain('Corsica,9');
  });

  it('opens in the editor as the question that was asked', async () => {
    const { text } = await get(`${PATH}.html?release=2026-11-21.1`);
    const href = elementsOf(text).find(({ attributes }) => attributes['href']?.startsWith('/sparql?query='));
    const asked = new URL(href?.attributes['href']?.replaceAll('&amp;', '&') ?? '', 'http://x').searchParams;
    expect(asked.get('query')).toBe(`# ${declared.question.fr}\n${declared.text}`);
  });
});

describe('A chart on another site', () => {
  it('may be framed as a small page, and only that page may', async () => {
    const frame = await get(`${PATH}/frame?lang=fr`);
    expect(frame.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(frame.headers['content-security-policy']).toContain("default-src 'none'");
    expect(frame.headers['x-frame-options']).toBeUndefined();
    const page = await get(`${PATH}.html`);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.text).toContain(
      '&lt;iframe src=&quot;http://localhost:3000/chart/musees/par-region/frame?lang=fr',
    );
  });

  it('as an image draws with its own style alone', async () => {
    const { headers, text } = await get(`${PATH}.svg`);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'$/);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(text).not.toContain('<script');
    expect(text).toContain('Île, &quot;de&quot; &lt;France&gt;');
  });
});

describe('A chart without rows', () => {
  it('declared since the release says so, offers its question, and has no image', async () => {
    const page = await get('/chart/musees/nouveau.html');
    expect(page.status).toBe(200);
    expect(textOf(page.text)).toContain('viendra avec la prochaine version');
    expect(page.text).toContain('/sparql?query=');
    expect((await get('/chart/musees/nouveau.svg')).status).toBe(404);
    expect((await get('/chart/musees/nouveau/frame')).status).toBe(200);
  });

  it('that is not there is told with the nearest', async () => {
    const { status, text } = await get('/chart/musees/par-regions');
    expect(status).toBe(404);
    expect(text).toContain('/chart/musees/par-region');
    for (const path of ['/chart/musees', '/chart/a/b/c', '/chart/musees/par-region.png'])
      expect((await get(path)).status).toBe(404);
  });
});

describe('The page of a dataset', () => {
  it('shows its charts, each leading to its page', async () => {
    const { text } = await get('/dataset/musees.html');
    expect(text).toContain(`href="${PATH}"`);
    expect(text).toContain('href="/chart/musees/nouveau"');
    expect(elementsOf(text).filter(({ name }) => name === 'svg').length).toBeGreaterThan(0);
    expect(text).toMatch(/assets\/own-[0-9a-f]+\/site\/charts\.css/);
  });
});
