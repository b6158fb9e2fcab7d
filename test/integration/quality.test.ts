import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeQuality, qualityIri, qualityNotes } from '../../src/catalogue/index.ts';
import { createApp } from '../../src/http/index.ts';
import { buildIndex, openIndex } from '../../src/index/index.ts';
import type { MeasuredConstraint, QuadStore, ReleaseFile, ResourceIndex } from '../../src/model/index.ts';
import { quadLine, withoutGraph } from '../../src/rdf/index.ts';
import { BASE, CREATED, DATASET, type Fixture, MUSEUMS, NO_TERMS, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';

const GRAPH = qualityIri(BASE, 'musees');
const SHAPE = `${BASE}shapes/musee`;
const KIND = {
  shape: `${SHAPE}#site`,
  component: 'MinCountConstraintComponent',
  severity: 'warning',
} as const;
const SITE: MeasuredConstraint = {
  ...KIND,
  targets: [SHAPE],
  name: { fr: 'Site', en: 'Site' },
  asks: { fr: 'au moins 1 valeur', en: 'at least 1 value' },
};
const MESSAGE = { fr: 'Le musée n’a pas de site.', en: 'The museum has no site.' };
const THING = `${BASE}id/musees/M1`;

/** What a release with one warned museum says of quality. */
async function qualityLines(): Promise<readonly string[]> {
  const group = { ...KIND, message: MESSAGE, count: 1, concerned: 1, samples: [] };
  const described = describeQuality({
    slug: 'musees',
    base: BASE,
    release: { id: '2026-11-22.1', createdAt: CREATED },
    validation: { things: 2, quarantined: 0, judged: { [SHAPE]: 2 }, groups: [group] },
    constraints: [SITE],
    computedAt: CREATED,
  });
  const lines = described.map((one) => quadLine(one, GRAPH));
  const results = [{ ...KIND, thing: THING, focusNode: THING, message: MESSAGE }];
  for await (const batch of qualityNotes(results, { slug: 'musees', base: BASE })) lines.push(...batch);
  return [...new Set(lines)].sort();
}

let fixture: Fixture;
let index: ResourceIndex;
let server: Loopback;
let lines: readonly string[];
let packed: Buffer;

beforeAll(async () => {
  fixture = await writeFixture();
  lines = await qualityLines();
  packed = gzipSync(`${lines.join('\n')}\n`);
  const { folder, manifest } = fixture.release;
  const quality: ReleaseFile = {
    path: 'datasets/musees.quality.nq.gz',
    bytes: packed.length,
    sha256: createHash('sha256').update(packed).digest('hex'),
    mediaType: 'application/n-quads',
  };
  await writeFile(join(folder, quality.path), packed);
  const sorted = gzipSync(
    `${MUSEUMS.map((line) => `${line.slice(0, -1)}<${BASE}dataset/musees> .`)
      .sort()
      .join('\n')}\n`,
  );
  await writeFile(join(folder, 'sorted.nq.gz'), sorted);
  const file = join(folder, 'index.sqlite');
  const dumps = [
    { dataset: 'musees', path: join(folder, 'sorted.nq.gz') },
    { dataset: 'quality', path: join(folder, quality.path) },
  ];
  await buildIndex({ dumps, base: BASE, file });
  const opened = openIndex(file);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  index = opened.index;
  const datasets = manifest.datasets.map((one) => ({
    ...one,
    quality: { ...quality, statements: 1 },
  }));
  server = await listen(
    createApp({
      release: { folder, manifest: { ...manifest, datasets } },
      store: { isReady: () => false } as unknown as QuadStore,
      index,
      terms: NO_TERMS,
      datasets: [DATASET],
      queries: [],
    }),
  );
});

afterAll(async () => {
  await server.close();
  index.close();
  await fixture.remove();
});

const text = async (path: string, headers: Record<string, string> = {}) => {
  const { status, body } = await server.ask(path, { headers });
  return { status, text: body.toString() };
};
const linesOf = (body: string): readonly string[] => body.trim().split('\n').sort();
const triplesOf = (quads: readonly string[]): readonly string[] => quads.map(withoutGraph).sort();

describe('The quality of a dataset', () => {
  it('has a document that says what its dump says, notes on things left to the things', async () => {
    const { status, text: body } = await text('/dataset/musees/quality.nq');
    expect(status).toBe(200);
    expect(linesOf(body)).toEqual(triplesOf(lines.filter((line) => line.startsWith(`<${GRAPH}`))));
  });

  it('has a page in both languages', async () => {
    const french = await text('/dataset/musees/quality.html', { 'accept-language': 'fr' });
    expect(french).toMatchObject({ status: 200, text: expect.stringContaining('Le musée n’a pas de site') });
    const english = await text('/dataset/musees/quality', { accept: 'text/html', 'accept-language': 'en' });
    expect(english).toMatchObject({ status: 200, text: expect.stringContaining('The museum has no site') });
    expect(english.text).toMatch(
      /<th scope="row">[^<]+<\/th><td class="number">[0-9.]+%<\/td><td class="number">[0-9]+</,
    );
  });

  it('is handed out whole', async () => {
    const { status, body } = await server.ask('/dataset/musees/quality.nq.gz', {});
    expect(status).toBe(200);
    expect(Buffer.compare(body, packed)).toBe(0);
  });

  it('is not found where the release says nothing of it', async () => {
    expect((await text('/dataset/autres/quality')).status).toBe(404);
    expect((await text('/dataset/musees/quality.xyz')).status).toBe(404);
  });

  it('has metrics that can be looked up', async () => {
    expect((await text('/def/quality')).status).toBe(303);
    const { text: body } = await text('/doc/def/quality.ttl');
    expect(body).toContain('Share of things published');
  });
});

describe('A note on a thing', () => {
  it('stands in the thing’s document, which is one graph', async () => {
    const { text: body } = await text('/doc/musees/M1.nq');
    const notes = linesOf(body).filter((line) => line.includes('hasQualityAnnotation'));
    expect(notes).toEqual(triplesOf(lines.filter((line) => line.startsWith(`<${THING}>`))));
    expect(linesOf(body)).toEqual(triplesOf(linesOf(body)));
  });

  it('is told on the thing’s page by its words', async () => {
    const { text: body } = await text('/doc/musees/M1.html', { 'accept-language': 'en' });
    expect(body).toContain('The museum has no site');
    expect(body).toContain('/dataset/musees/quality#note-');
  });
});
