import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeShared, SHARED } from '../../shared.ts';
import { world } from './harvesting.ts';
import { openPortal, send } from './portal.ts';

const json = (value: unknown, status = 200): RequestListener =>
  send(JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8' }, status);
const asked = (url: string | undefined): URL => new URL(url ?? '', 'http://x');

const CONTRACT = 'fixtures/ods-explore/explore-v2.1-openapi.json';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: {
    readonly maximum?: number;
    readonly minimum?: number;
    readonly enum?: readonly string[];
  };
}

interface Contract {
  readonly paths: Record<string, { readonly get: { readonly parameters: readonly object[] } }>;
  readonly components: { readonly parameters: Record<string, Parameter> };
}

/** What a request does that the contract does not know; nothing where it keeps to it. */
function breaches({ paths, components }: Contract, url: URL): readonly string[] {
  const path = url.pathname.slice('/api/explore/v2.1'.length);
  const matching = Object.keys(paths).filter((one) =>
    new RegExp(`^${one.replace(/\{[^}]*\}/g, '[^/]+')}$`).test(path),
  );
  if (matching.length === 0) return [`${path} is no path`];
  const known = matching.flatMap((one) =>
    (paths[one]?.get.parameters ?? []).map((parameter) => {
      const name = (parameter as { readonly $ref?: string }).$ref?.split('/').at(-1);
      return name === undefined ? (parameter as Parameter) : components.parameters[name];
    }),
  );
  return [...url.searchParams].flatMap(([name, value]) => {
    const found = known.find((one) => one?.name === name && one.in === 'query');
    if (found === undefined) return [`${name} is no parameter of ${path}`];
    const {
      maximum = Number.POSITIVE_INFINITY,
      minimum = Number.NEGATIVE_INFINITY,
      enum: words,
    } = found.schema;
    if (words && !words.includes(value)) return [`${name}=${value} is none of ${words.join(' ')}`];
    return Number(value) > maximum || Number(value) < minimum ? [`${name}=${value} is out of bounds`] : [];
  });
}

describeShared(CONTRACT)('The contract of Explore 2.1', () => {
  const contract = JSON.parse(readFileSync(join(SHARED, CONTRACT), 'utf8')) as Contract;
  const BASE = '/api/explore/v2.1/catalog/datasets/musees';
  const records = Array.from({ length: 10_050 }, (_, row) => ({ ref: `M${String(row).padStart(5, '0')}` }));

  interface Gives {
    readonly exports: boolean;
    readonly count: number;
    /** Whether the quota is used up once. */
    readonly busy?: boolean;
  }

  /** A portal that keeps to the contract: what it does not allow is answered as it says. */
  const portalOf = (gives: Gives) => {
    let isBusy = gives.busy ?? false;
    return openPortal((request, response) => {
      const url = asked(request.url);
      const isQuota = isBusy && url.pathname !== BASE;
      if (isQuota) isBusy = false;
      (isQuota ? QUOTA : answerTo(url, gives))(request, response);
    });
  };
  const QUOTA = json({ errorcode: 10002, reset_time: '2026-11-24T00:00:00Z', error: 'x' }, 429);

  function answerTo(url: URL, { exports, count }: Gives): RequestListener {
    if (breaches(contract, url).length > 0) return json({ error_code: 'InvalidRESTParameterError' }, 400);
    if (url.pathname === BASE) return json({ dataset_id: 'musees', metas: { default: {} } });
    const all = records.slice(0, count);
    if (url.pathname === `${BASE}/records`) return pageOf(all, url.searchParams);
    const text = `ref\n${all.map(({ ref }) => `${ref}\n`).join('')}`;
    return exports ? send(text) : json({ error_code: 'Forbidden', message: 'x' }, 403);
  }

  function pageOf(all: readonly { readonly ref: string }[], query: URLSearchParams): RequestListener {
    const limit = Number(query.get('limit') ?? 10);
    const offset = Number(query.get('offset') ?? 0);
    if (offset + limit >= 10_000) return json({ error_code: 'InvalidRESTParameterError' }, 400);
    const after = /ref > "([^"]*)"/.exec(query.get('where') ?? '')?.[1] ?? '';
    const chosen = all.filter(({ ref }) => ref > after);
    return json({ total_count: chosen.length, results: chosen.slice(offset, offset + limit) });
  }

  it.each([
    ['exports', { exports: true, count: 300 }, undefined],
    ['pages', { exports: false, count: 300 }, undefined],
    ['pages as far as offsets go', { exports: false, count: 9_999 }, undefined],
    ['pages in the order of a key', { exports: false, count: 10_050 }, 'ref'],
    ['a quota that is used up for a moment', { exports: true, count: 300, busy: true }, undefined],
  ])('is kept by %s, and every record comes', async (_, gives, key) => {
    const portal = await portalOf(gives);
    const from = { kind: 'opendatasoft', portal: portal.url, dataset: 'musees' } as const;
    const outcome = await world({ ...from, ...(key !== undefined && { key }) }).run();
    expect(outcome).toMatchObject({ kind: 'renewed', records: gives.count });
    const broken = portal.asked.flatMap(({ url }) => breaches(contract, asked(url)));
    expect(broken).toEqual([]);
  });

  it('is watched: a request beyond it would be seen', () => {
    expect(breaches(contract, new URL(`http://x${BASE}/records?limit=101&page=2`))).toEqual([
      'limit=101 is out of bounds',
      'page is no parameter of /catalog/datasets/musees/records',
    ]);
  });
});
