import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { createWebClient } from '../../../src/harvest/index.ts';
import { table, world } from './harvesting.ts';
import { FETCHER, openPortal, QUICK, send } from './portal.ts';

const json = (value: unknown, status = 200): RequestListener =>
  send(JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8' }, status);

/** Answers by path and query; anything else is 404. */
const routes =
  (answer: (url: URL) => RequestListener | undefined): RequestListener =>
  (request, response) =>
    (answer(new URL(request.url ?? '', 'http://x')) ?? send('', {}, 404))(request, response);

describe('A resource of a udata portal', () => {
  const described = (portal: string, more: object = {}) => ({
    id: 'd1',
    slug: 'musees',
    resources: [
      { id: 'r1', title: 'Export CSV', filetype: 'file', latest: `${portal}api/1/datasets/r/r1`, ...more },
      { id: 'r2', title: 'Notice', filetype: 'remote', url: 'https://example.org/notice.pdf' },
    ],
  });
  const portalOf = async (more: object = {}) => {
    let url = '';
    const portal = await openPortal(
      routes(({ pathname }) => {
        if (pathname === '/api/1/datasets/musees/') return json(described(url, more));
        if (pathname === '/api/1/datasets/r/r1') return send('', { location: '/static/2026.csv' }, 302);
        return pathname === '/static/2026.csv' ? send(table(20)) : undefined;
      }),
    );
    url = portal.url;
    return portal;
  };
  const of = (portal: string, resource: string) =>
    world({ kind: 'udata', portal, dataset: 'musees', resource });
  const sha = (algorithm: string) => createHash(algorithm).update(table(20)).digest('hex');

  it.each(['r1', 'Export CSV', 'export csv'])(
    'is found by %s and fetched by its stable address',
    async (resource) => {
      const portal = await portalOf({ checksum: { type: 'sha1', value: sha('sha1') } });
      const one = of(portal.url, resource);
      expect(await one.run()).toMatchObject({ kind: 'renewed', records: 20 });
      expect(one.state()['from']).toBe(`${portal.url}static/2026.csv`);
    },
  );

  it('is found in a dataset by the identifier of both, where it has no address of its own', async () => {
    const portal = await openPortal(
      routes(({ pathname }) => {
        if (pathname === '/api/1/datasets/d1/')
          return json({ id: 'd1', resources: [{ id: 'r1', url: 'https://example.org/x.csv' }] });
        return pathname === '/api/1/datasets/r/r1' ? send(table(20)) : undefined;
      }),
    );
    const one = world({ kind: 'udata', portal: portal.url, dataset: 'd1', resource: 'r1' });
    expect(await one.run()).toMatchObject({ kind: 'renewed', records: 20 });
    expect(one.state()['from']).toBe(`${portal.url}api/1/datasets/r/r1`);
  });

  it('is found where the dataset has another slug now', async () => {
    const portal = await openPortal(
      routes(({ pathname }) => {
        if (pathname === '/api/1/datasets/musees/')
          return send('', { location: '/api/1/datasets/musees-de-france/' }, 308);
        if (pathname === '/api/1/datasets/musees-de-france/')
          return json({ id: 'd1', resources: [{ id: 'r1', latest: '/api/1/datasets/r/r1' }] });
        return pathname === '/api/1/datasets/r/r1' ? send(table(20)) : undefined;
      }),
    );
    expect(await of(portal.url, 'r1').run()).toMatchObject({ kind: 'renewed', records: 20 });
  });

  it.each(['http://[', 'file:///etc/passwd'])('whose address is %s is refused', async (latest) => {
    const portal = await openPortal(json({ id: 'd1', resources: [{ id: 'r1', latest }] }));
    expect(await of(portal.url, 'r1').run()).toMatchObject({
      kind: 'refused',
      code: expect.stringMatching(/interface|protocol/),
    });
  });

  it('is not fetched while its checksum stays', async () => {
    const portal = await portalOf({ checksum: { type: 'sha256', value: sha('sha256') } });
    const one = of(portal.url, 'r1');
    await one.run();
    const asked = portal.asked.length;
    expect(await one.run()).toMatchObject({ kind: 'unchanged' });
    expect(portal.asked).toHaveLength(asked + 1);
  });

  it('is refused where the file has another checksum', async () => {
    const portal = await portalOf({ checksum: { type: 'sha1', value: '0'.repeat(40) } });
    expect(await of(portal.url, 'r1').run()).toMatchObject({ kind: 'refused', code: 'digest' });
  });

  it('that is not there is told with the nearest', async () => {
    const portal = await portalOf();
    expect(await of(portal.url, 'Export CVS').run()).toMatchObject({
      kind: 'refused',
      code: 'interface',
      remedy: { en: 'Did you mean “Export CSV”?' },
    });
  });

  it('of a portal that answers with a page is refused', async () => {
    const portal = await openPortal(send('<!doctype html><html>', { 'content-type': 'text/html' }));
    const outcome = await of(portal.url, 'r1').run();
    expect(outcome).toMatchObject({ kind: 'refused', code: 'interface' });
    expect(outcome.kind === 'refused' && outcome.reason.en).toContain('an HTML page');
  });
});

describe('A resource of the tabular API', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, row) => ({
      __id: row + 1,
      ref: `M${row}`,
      nom: 'Musée "x", y',
      note: null,
      n: 1.5,
      liste: [0, 1],
    }));
  const portalOf = async (all: readonly object[], total = all.length) => {
    let url = '';
    const portal = await openPortal(
      routes(({ pathname, searchParams }) => {
        if (pathname !== '/api/resources/r1/data/') return undefined;
        const page = Number(searchParams.get('page'));
        const size = Number(searchParams.get('page_size'));
        const next =
          page * size < all.length ? `${url}api/resources/r1/data/?page=${page + 1}&page_size=${size}` : null;
        return json({
          data: all.slice((page - 1) * size, page * size),
          links: { next },
          meta: { page, page_size: size, total },
        });
      }),
    );
    url = portal.url;
    return portal;
  };
  const of = (api: string) => world({ kind: 'tabular', api, resource: 'r1' });

  it('is fetched page by page into one table', async () => {
    const portal = await portalOf(rows(450));
    const one = of(portal.url);
    expect(await one.run()).toMatchObject({ kind: 'renewed', records: 450 });
    expect(portal.asked).toHaveLength(3);
    expect(one.kept().split('\n').slice(0, 2)).toEqual([
      'ref,nom,note,n,liste',
      'M0,"Musée ""x"", y",,1.5,"[0,1]"',
    ]);
  });

  it('is refused where pages give less than was told', async () => {
    const portal = await portalOf(rows(450), 500);
    expect(await of(portal.url).run()).toMatchObject({ kind: 'refused', code: 'cut-short' });
  });

  it('is refused where pages go round in circles, or lead elsewhere', async () => {
    for (const next of ['?page=1&page_size=200', 'http://127.0.0.2:1/']) {
      const portal = await openPortal(json({ data: rows(1), links: { next }, meta: { total: 1 } }));
      expect(await of(portal.url).run()).toMatchObject({ kind: 'refused', code: 'interface' });
    }
  });

  it('is refused where its columns change between pages', async () => {
    const portal = await portalOf([...rows(200), { __id: 1, autre: 1 }]);
    expect(await of(portal.url).run()).toMatchObject({ kind: 'refused', code: 'interface' });
  });
});

describe('A dataset of an Opendatasoft portal', () => {
  const BASE = '/api/explore/v2.1/catalog/datasets/musees';
  const records = (count: number) =>
    Array.from({ length: count }, (_, row) => ({
      ref: `M${String(row).padStart(6, '0')}`,
      lieu: { lon: 2.5, lat: 48.5 },
      themes: ['a', 'b'],
    }));
  interface Options {
    readonly exports?: RequestListener;
    readonly processed?: string;
    /** Records that pages lose. */
    readonly lost?: number;
  }
  const portalOf = (
    all: ReturnType<typeof records>,
    { exports, processed = '2026-11-01', lost = 0 }: Options = {},
  ) =>
    openPortal(
      routes(({ pathname, searchParams }) => {
        if (pathname === BASE)
          return json({ dataset_id: 'musees', metas: { default: { data_processed: processed } } });
        if (pathname.startsWith(`${BASE}/exports/`)) return exports ?? json({ error_code: 'Forbidden' }, 403);
        if (pathname !== `${BASE}/records`) return undefined;
        const limit = Number(searchParams.get('limit'));
        const offset = Number(searchParams.get('offset') ?? 0);
        if (limit > 100 || offset + limit >= 10_000)
          return json({ error_code: 'InvalidRESTParameterError' }, 400);
        const after = /ref > "([^"]*)"/.exec(searchParams.get('where') ?? '')?.[1] ?? '';
        const chosen = all.slice(lost).filter(({ ref }) => ref > after);
        return json({ total_count: all.length, results: chosen.slice(offset, offset + limit) });
      }),
    );
  const of = (portal: string, key?: string) =>
    world({ kind: 'opendatasoft', portal, dataset: 'musees', ...(key !== undefined && { key }) });

  it('is fetched as an export, in the dialect of its source', async () => {
    const portal = await portalOf(records(20), { exports: send(table(20)) });
    expect(await of(portal.url).run()).toMatchObject({ kind: 'renewed', records: 20 });
    const asked = new URL(portal.asked.at(-1)?.url ?? '', portal.url);
    expect(Object.fromEntries(asked.searchParams)).toEqual({ delimiter: ',', with_bom: 'false' });
  });

  it('is not fetched while its data were not processed again', async () => {
    const portal = await portalOf(records(20), { exports: send(table(20)) });
    const one = of(portal.url);
    await one.run();
    const asked = portal.asked.length;
    expect(await one.run()).toMatchObject({ kind: 'unchanged' });
    expect(portal.asked).toHaveLength(asked + 1);
  });

  it('is refused where the export ends before all that was counted', async () => {
    const portal = await portalOf(records(30), { exports: send(table(20)) });
    expect(await of(portal.url).run()).toMatchObject({ kind: 'refused', code: 'cut-short' });
  });

  it('is refused where the export fails after 200', async () => {
    const failing = `${table(20)}{"error_code": "UnexpectedError", "message": "x"}`;
    const portal = await portalOf(records(20), { exports: send(failing) });
    expect(await of(portal.url).run()).toMatchObject({ kind: 'refused', code: 'error-inside' });
  });

  it('is fetched by pages where exports are closed', async () => {
    const portal = await portalOf(records(250));
    const one = of(portal.url);
    expect(await one.run()).toMatchObject({ kind: 'renewed', records: 250 });
    expect(one.kept().split('\n').slice(0, 2)).toEqual(['ref,lieu,themes', 'M000000,"48.5, 2.5","a,b"']);
  });

  it('is refused past the limit of pages, and never cut', async () => {
    const portal = await portalOf(records(10_000));
    expect(await of(portal.url).run()).toMatchObject({ kind: 'refused', code: 'interface' });
  });

  it('is fetched past the limit of pages in the order of a key', async () => {
    const portal = await portalOf(records(10_150));
    expect(
      await of(portal.url, 'ref').run({
        client: createWebClient({ ...FETCHER, bounds: { ...QUICK, bytes: 1e8 } }),
      }),
    ).toMatchObject({ kind: 'renewed', records: 10_150 });
  });

  it('is refused where pages lose records', async () => {
    const portal = await portalOf(records(250), { lost: 1 });
    expect(await of(portal.url).run()).toMatchObject({ kind: 'refused', code: 'cut-short' });
  });
});
