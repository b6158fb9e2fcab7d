import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeCatalogue } from '../../src/catalogue/index.ts';
import { parseTurtle, quadLine, type RDF, sh } from '../../src/rdf/index.ts';
import { validateGraph } from '../../src/validation/index.ts';
import { describeShared, SHARED } from '../shared.ts';
import { SLUGS } from '../shipped-release.ts';
import { BASE, dataset, published, RELEASE } from '../unit/catalogue/samples.ts';
import { type ShippedSite, serveShipped } from './api-site.ts';
import { type Fixture, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';
import { appOf, scriptedStore } from './sparql-site.ts';
import { type Fetch, harvest } from './udata-reader.ts';

const FIXTURES = 'fixtures/udata-harvest/udata/harvest/tests/dcat';

/** Pages of the fixtures stand beside each other: `…-1.jsonld`, then `…-2.jsonld`. */
const fixture =
  (name: string): Fetch =>
  async (url) => {
    const file = /[?&]page=?(\d)/.test(url) ? name.replace('-1.', `-${/page=?(\d)/.exec(url)?.[1]}.`) : name;
    return { text: readFileSync(join(SHARED, FIXTURES, file), 'utf8'), mediaType: 'application/ld+json' };
  };

describeShared(FIXTURES)('The rules by which udata harvests', () => {
  it.each([
    ['flat.jsonld', 3, 1],
    ['nested.jsonld', 1, 1],
    ['partial-collection-1.jsonld', 4, 2],
    ['paged-collection-1.jsonld', 4, 2],
    ['bnodes.xml', 3, 1],
    ['udata.xml', 2, 1],
  ])('find in %s %i datasets on %i pages', async (name, datasets, pages) => {
    const found = await harvest(`http://data.test.org/${name}`, fixture(name));
    expect(found.datasets.map(({ title }) => title)).toHaveLength(datasets);
    expect(found.pages).toHaveLength(pages);
  });

  it('read titles, identifiers, licences, tags, dates, contacts and resources', async () => {
    const { datasets } = await harvest('http://data.test.org/bnodes.xml', fixture('bnodes.xml'));
    const byId = new Map(datasets.map((one) => [one.remoteId, one]));
    expect(byId.get('3')).toMatchObject({
      title: 'Dataset 3',
      licences: expect.arrayContaining(['Licence Ouverte Version 2.0']),
      frequency: 'daily',
      temporal: true,
      remoteUrl: 'http://data.test.org/datasets/3',
    });
    expect(byId.get('1')).toMatchObject({
      description: 'Dataset 1 description',
      contact: 'hello@its.me',
      tags: expect.arrayContaining(['Tag 1', 'Tag 4', 'Theme 1', 'Répartition des espèces']),
    });
    expect(byId.get('1')?.resources.length).toBeGreaterThan(1);
  });
});

/** Asks the server for addresses of its base IRI. */
const over =
  (server: Loopback): Fetch =>
  async (url) => {
    const { status, text, headers } = await server.ask(url.replace(BASE, '/'));
    if (status !== 200) throw new Error(`${url}: ${status}`);
    return { text, mediaType: (headers['content-type'] ?? '').split(';')[0] ?? '' };
  };

const SHAPES = [
  [
    'this platform’s',
    join(import.meta.dirname, '../../shapes/catalogue.ttl'),
    (name: string, body: () => void) => describe(name, body),
  ],
  [
    'the official',
    join(SHARED, 'shapes/dcat-ap-3.0.1/dcat-ap-SHACL.ttl'),
    describeShared('shapes/dcat-ap-3.0.1'),
  ],
] as const;

function turtle(text: string, file: string): readonly RDF.Quad[] {
  const parsed = parseTurtle(text, file, BASE);
  if (parsed.kind === 'malformed') throw new Error(parsed.complaint.found.en);
  return parsed.quads;
}

const quadsAt = async (server: Loopback, address: string): Promise<readonly RDF.Quad[]> =>
  turtle((await server.ask(address)).text, address);

function violations(file: string, data: readonly RDF.Quad[]): readonly string[] {
  const shapes = [{ file, quads: turtle(readFileSync(file, 'utf8'), file) }];
  const judged = validateGraph({ shapes, data, reading: 'letter' });
  if (judged.kind === 'refused') throw new Error(JSON.stringify(judged.complaints));
  return judged.results
    .filter(({ severity }) => severity.value === sh.Violation)
    .map(({ focusNode, message }) => `${focusNode.value} ${message.en}`);
}

const FORMATS = [
  'catalogue',
  'catalogue.ttl',
  'catalogue.jsonld',
  'catalogue.rdf',
  'catalogue.nt',
  'datasets.rdf',
];

describe('The shipped catalogue', () => {
  let site: ShippedSite;
  beforeAll(async () => {
    site = await serveShipped();
  }, 120_000);
  afterAll(() => site.close());

  for (const [whose, file, block] of SHAPES)
    block(`and ${whose} shapes`, () => {
      it('find no violation', async () => {
        expect(violations(file, await quadsAt(site.server, '/catalogue.ttl'))).toEqual([]);
      });
    });

  it.each(FORMATS)('is harvested from /%s: every dataset, with all that a portal shows', async (path) => {
    const { datasets, services, pages } = await harvest(BASE + path, over(site.server));
    expect(pages).toHaveLength(1);
    expect(datasets).toHaveLength(SLUGS.length);
    expect(services).toHaveLength(2);
    expect(new Set(datasets.map(({ remoteId }) => remoteId)).size).toBe(SLUGS.length);
    for (const one of datasets) {
      expect(one.remoteId).toMatch(/^http/);
      expect(one.description.length).toBeGreaterThan(50);
      expect(one.licences).toEqual(
        expect.arrayContaining([expect.stringMatching(/^(Licence Ouverte|Open Licence) /)]),
      );
      expect(one.tags.length).toBeGreaterThan(3);
      expect(one.remoteUrl).toMatch(/\.html$/);
      expect(Date.parse(one.modified ?? '')).not.toBeNaN();
      expect(Date.parse(one.issued ?? '')).not.toBeNaN();
      expect(one.resources.filter(({ type }) => type === 'api')).toHaveLength(1);
      const files = one.resources.filter(({ type, size }) => type === 'main' && size !== undefined);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files)
        expect(file).toMatchObject({
          url: expect.stringMatching(/\.(gz|zst)$/),
          title: expect.any(String),
          format: expect.stringMatching(/^[a-z_]+$/),
          mime: expect.stringMatching(/^[a-z]+\/[a-z+-]+$/),
          checksum: { type: 'sha256', value: expect.stringMatching(/^[0-9a-f]{64}$/) },
        });
    }
  });
});

describe('A catalogue of 101 datasets', () => {
  const slugs = Array.from({ length: 101 }, (_, index) => `jeu-${String(index).padStart(3, '0')}`);
  const versions = slugs.map((slug) => ({
    slug,
    release: { id: '2026-01-01.1', createdAt: '2026-01-01T10:00:00.000Z' },
    dump: { ...published(slug).dump, sha256: '01'.repeat(32) },
  }));
  const quads = describeCatalogue({
    datasets: slugs.map((slug) => dataset(slug)),
    released: slugs.map((slug) => published(slug)),
    versions,
    base: BASE,
    release: RELEASE,
  });
  let release: Fixture;
  let server: Loopback;

  beforeAll(async () => {
    release = await writeFixture();
    const lines = quads.map((one) => quadLine(one, `${BASE}catalogue`)).sort();
    writeFileSync(join(release.release.folder, 'catalogue.nq.gz'), gzipSync(`${lines.join('\n')}\n`));
    server = await listen(
      appOf(
        release,
        scriptedStore(() => ({ kind: 'whole', text: '' }) as never),
      ),
    );
  });
  afterAll(async () => {
    await server.close();
    await release.remove();
  });

  it.each(FORMATS)(
    'is harvested from /%s page by page, each dataset once, versions left out',
    async (path) => {
      const { datasets, pages } = await harvest(BASE + path, over(server));
      expect(pages.slice(1)).toEqual([`${BASE}${path}?page=2`, `${BASE}${path}?page=3`]);
      expect(datasets.map(({ remoteId }) => remoteId).sort()).toEqual(
        slugs.map((slug) => `${BASE}dataset/${slug}`),
      );
      expect(new Set(datasets.map(({ contact }) => contact))).toEqual(new Set(['donnees@example.org']));
      for (const { resources } of datasets)
        for (const file of resources.filter(({ url }) => /\.(gz|zst)$/.test(url)))
          expect(file).toMatchObject({ size: 4096, checksum: { type: 'sha256' } });
    },
  );

  const page = (number: number) => quadsAt(server, `/catalogue.ttl?page=${number}`);

  it.each([1, 2, 3])('says on page %i all that the page needs to be read alone', async (number) => {
    const said = await page(number);
    const subjects = new Set(said.map(({ subject }) => subject.value));
    const isOwn = (iri: string) =>
      iri.startsWith(BASE) && /#|\/dataset\//.test(iri) && !/\.(gz|zst|csv|geojson|html)$/.test(iri);
    const led = said
      .filter(({ predicate }) => !predicate.value.endsWith('#objectsTarget'))
      .map(({ object }) => object.value)
      .filter(isOwn);
    expect(led.filter((iri) => !subjects.has(iri))).toEqual([]);
  });

  it('says on all pages together what the catalogue says, and no more than the ways between them', async () => {
    const all = (await Promise.all([1, 2, 3].map(page))).flat();
    const lines = new Set(all.map((one) => quadLine(one)));
    expect(quads.map((one) => quadLine(one)).filter((line) => !lines.has(line))).toEqual([]);
    const known = new Set(quads.map((one) => quadLine(one)));
    expect([...lines].filter((line) => !known.has(line) && !line.includes('hydra'))).toEqual([]);
  });

  for (const [whose, file, block] of SHAPES)
    block(`and ${whose} shapes`, () => {
      it('find no violation on any page', async () => {
        for (const number of [1, 2, 3]) expect(violations(file, await page(number))).toEqual([]);
      });
    });

  it('leads from page to page in its headers, in the format of each', async () => {
    const { headers } = await server.ask('/catalogue.rdf?page=2');
    expect(headers['link']).toContain('</catalogue.rdf?page=1>; rel="prev"');
    expect(headers['link']).toContain('</catalogue.rdf?page=3>; rel="next"');
    expect(headers['link']).toContain('</catalogue.ttl?page=2>; rel="alternate"');
    const last = await server.ask('/catalogue?page=3', { headers: { accept: 'text/turtle' } });
    expect(last.headers['content-location']).toBe('/catalogue.ttl?page=3');
    expect(last.headers['link']).not.toContain('rel="next"');
  });

  it.each(['0', '4', '01', '-1', '1.5', 'x', '', '99999999999'])('has no page %j', async (asked) => {
    const { status } = await server.ask(`/catalogue?page=${asked}`);
    expect(status).toBe(404);
  });

  it('has the same first page, asked for by number or not', async () => {
    const [first, plain] = await Promise.all([
      server.ask('/catalogue.nt?page=1'),
      server.ask('/catalogue.nt'),
    ]);
    expect(first.text).toBe(plain.text);
  });
});
