import { readdirSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { recogniseAddress } from '../../../src/harvest/addresses/recognise-address.ts';
import { createWebClient, fetchSource, harvestSource } from '../../../src/harvest/index.ts';
import type { Source } from '../../../src/model/index.ts';
import { table } from './harvesting.ts';
import { FETCHER, openPortal, scratch, send } from './portal.ts';

const P = 'https://portail.example/';

describe('An address', () => {
  it.each([
    [`${P}fr/datasets/jardins/`, { portal: P, dataset: 'jardins', isSure: false }],
    [`${P}datasets/jardins`, { portal: P, dataset: 'jardins', isSure: false }],
    [`${P}datasets/jardins/#/resources/a-1`, { dataset: 'jardins', resource: 'a-1' }],
    [`${P}fr/datasets/jardins/#resource-a-1`, { dataset: 'jardins', resource: 'a-1' }],
    [`${P}datasets/jardins?resource_id=a-1`, { dataset: 'jardins', resource: 'a-1' }],
    [`${P}api/1/datasets/5f/`, { portal: P, dataset: '5f', isSure: true }],
    [`${P}sub/api/2/datasets/5f/`, { portal: `${P}sub/`, dataset: '5f', isSure: true }],
    [`${P}api/1/datasets/5f/resources/a-1/`, { dataset: '5f', resource: 'a-1', isSure: true }],
  ])('%s is a dataset of udata', (url, expected) => {
    expect(recogniseAddress(url)).toMatchObject({ kind: 'udata', ...expected });
  });

  it.each([
    [`${P}explore/dataset/musees/`, { portal: P, dataset: 'musees' }, []],
    [`${P}explore/dataset/musees/table/?sort=nom&disjunctive.region=true`, { dataset: 'musees' }, []],
    [`${P}explore/assets/musees@culture/`, { dataset: 'musees@culture' }, []],
    [`${P}explore/dataset/musees/?refine.region=Bretagne&q=x`, { dataset: 'musees' }, ['refine.region', 'q']],
    [`${P}api/explore/v2.1/catalog/datasets/musees`, { portal: P, dataset: 'musees' }, []],
    [
      `${P}api/explore/v2.1/catalog/datasets/musees/records?limit=20&where=a%3D1&select=a,b`,
      { dataset: 'musees', where: 'a=1', select: 'a,b' },
      [],
    ],
  ])('%s is a dataset of Opendatasoft', (url, expected, dropped) => {
    expect(recogniseAddress(url)).toMatchObject({
      from: { kind: 'opendatasoft', ...expected },
      dropped,
    });
  });

  it.each([
    [`${P}api/resources/a-1/data/?page=2&page_size=50`, []],
    [`${P}api/resources/a-1/`, []],
    [`${P}api/resources/a-1/profile/`, []],
    [`${P}api/resources/a-1/data/?nom__exact=x`, ['nom__exact']],
  ])('%s is one of the tabular API', (url, dropped) => {
    expect(recogniseAddress(url)).toEqual({
      kind: 'origin',
      from: { kind: 'tabular', api: P, resource: 'a-1' },
      dropped,
    });
  });

  it.each([
    [
      `${P}oai?key=1&verb=ListRecords&metadataPrefix=ead&set=a:b&from=2020-01-01`,
      { endpoint: `${P}oai?key=1`, metadataPrefix: 'ead', set: 'a:b' },
      ['from'],
    ],
    [`${P}oai?verb=Identify`, { endpoint: `${P}oai`, metadataPrefix: 'oai_dc' }, []],
  ])('%s is an OAI-PMH repository', (url, expected, dropped) => {
    expect(recogniseAddress(url)).toMatchObject({ from: { kind: 'oai', ...expected }, dropped });
  });

  it.each([
    `${P}jardins.csv`,
    `${P}datasets/jardins.csv`,
    `${P}datasets/2024/jardins.csv`,
    `${P}fr/datasets/r/5f`,
    `${P}api/1/datasets/r/5f`,
    `${P}explore/dataset/musees/download/?format=csv`,
    `${P}api/explore/v2.1/catalog/datasets/musees/exports/csv?use_labels=true`,
    `${P}api/resources/a-1/data/csv/`,
    `${P}search?verb=run`,
  ])('%s is a file', (url) => {
    expect(recogniseAddress(url)).toEqual({ kind: 'origin', from: { kind: 'file', url }, dropped: [] });
  });
});

const json = (value: unknown): RequestListener =>
  send(JSON.stringify(value), { 'content-type': 'application/json' });

/** A udata portal of one dataset, whose other pages are pages. */
async function udataOf(resources: readonly object[]) {
  return openPortal((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://x');
    const answer =
      pathname === '/api/1/datasets/musees/'
        ? json({ slug: 'musees', resources })
        : pathname.startsWith('/api/1/datasets/r/')
          ? send(table(20))
          : send('<!DOCTYPE html><html>', { 'content-type': 'text/html' });
    answer(request, response);
  });
}

const fetched = (url: string, folder = scratch()) => fetchSource({ ...FETCHER, url, folder });

describe('The page of a dataset', () => {
  const csv = { id: 'r1', title: 'Musées', format: 'csv', type: 'main' };
  const pdf = { id: 'r2', title: 'Notice', format: 'pdf', type: 'documentation' };

  it('leads to the only resource that can be read', async () => {
    const portal = await udataOf([pdf, csv]);
    expect(await fetched(`${portal.url}fr/datasets/musees/`)).toMatchObject({
      kind: 'fetched',
      harvest: { from: { kind: 'udata', portal: portal.url, dataset: 'musees', resource: 'r1' } },
      notes: [],
    });
  });

  it('leads to the table where the same is there in other formats, and says so', async () => {
    const portal = await udataOf([{ ...csv, id: 'r3', format: 'geojson' }, csv]);
    const outcome = await fetched(`${portal.url}datasets/musees/`);
    expect(outcome).toMatchObject({ kind: 'fetched', harvest: { from: { resource: 'r1' } } });
    expect(outcome.kind === 'fetched' && outcome.notes.map(({ en }) => en)).toEqual([
      'Resource chosen out of 2: “Musées”.',
    ]);
  });

  it('with several tables asks which one is meant, by addresses that answer that', async () => {
    const portal = await udataOf([csv, { ...csv, id: 'r4', title: 'Musées 2020' }]);
    const outcome = await fetched(`${portal.url}datasets/musees/`);
    expect(outcome).toMatchObject({ kind: 'failed', code: 'interface' });
    const address = `${portal.url}datasets/musees/#/resources/r4`;
    expect(outcome.kind === 'failed' && outcome.remedy.en).toContain(`Musées 2020 <${address}>`);
    expect(await fetched(address)).toMatchObject({ kind: 'fetched', harvest: { from: { resource: 'r4' } } });
  });

  it('without any is refused with what it has', async () => {
    const portal = await udataOf([pdf, { ...pdf, type: 'main' }]);
    expect(await fetched(`${portal.url}datasets/musees/`)).toMatchObject({
      kind: 'failed',
      remedy: { en: 'Its files: pdf. Ask the producer for a CSV.' },
    });
  });

  it('of another software is refused as a page', async () => {
    const portal = await udataOf([csv]);
    const folder = scratch();
    expect(await fetched(`${portal.url}datasets/autre/`, folder)).toMatchObject({
      kind: 'failed',
      code: 'media-type',
      remedy: { en: expect.stringContaining('download link') },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('What was fetched for a first look', () => {
  it('is asked for under the same conditions by the first harvest, whatever the way', async () => {
    const dataset = '/api/explore/v2.1/catalog/datasets/musees';
    const portal = await openPortal((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://x');
      const answers: Readonly<Record<string, RequestListener>> = {
        [dataset]: json({ metas: { default: { data_processed: '2026-11-01' } } }),
        [`${dataset}/records`]: json({ total_count: 20, results: [] }),
        [`${dataset}/exports/csv`]: send(table(20)),
      };
      (answers[pathname] ?? send('', {}, 404))(request, response);
    });
    const outcome = await fetched(`${portal.url}explore/dataset/musees/table/`);
    if (outcome.kind === 'failed') throw new Error(outcome.reason.en);
    expect(outcome).toMatchObject({ name: 'musees.csv', records: 20 });
    expect(readFileSync(outcome.state, 'utf8')).toContain('"revision": "2026-11-01"');
    const asked = portal.asked.length;
    const source: Source & { readonly harvest: typeof outcome.harvest } = {
      path: outcome.path,
      shown: 'musees.csv',
      format: 'csv',
      dialect: { delimiter: ',', quote: '"', encoding: 'utf-8' },
      namespaces: {},
      harvest: outcome.harvest,
    };
    const client = createWebClient(FETCHER);
    expect(await harvestSource({ source, client, secrets: new Map() })).toEqual({
      kind: 'unchanged',
      notes: [],
    });
    await client.close();
    expect(portal.asked).toHaveLength(asked + 1);
  });
});
