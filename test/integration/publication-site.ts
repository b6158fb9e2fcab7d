import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { type AppContext, createApp } from '../../src/http/index.ts';
import { buildIndex, openIndex } from '../../src/index/index.ts';
import type { CountedFile, ReleasedDataset, ReleaseFile, ReleaseManifest } from '../../src/model/index.ts';
import { createArchive } from '../../src/release/index.ts';
import { createOxigraphStore } from '../../src/store/index.ts';
import { BASE, DATASET, NO_TERMS, QUERIES, writeFixture } from './fixture-release.ts';
import { type Loopback, listen } from './loopback.ts';

export { BASE };
export const GRAPH = `${BASE}dataset/musees`;
export const thing = (name: string): string => `${BASE}id/musees/${name}`;
export const SKOLEM = `${BASE}.well-known/genid/musees/b0`;

/** Things of the first release: more than two pages of events. */
const MANY = 600;
const names = Array.from({ length: MANY }, (_, at) => `M${String(at).padStart(4, '0')}`);

/** What each release changed: the second something, the third nothing. */
export const CHANGES = [
  ...names.map((name) => ['2026-11-20.1', 'created', thing(name)] as const),
  ['2026-11-21.1', 'updated', thing('M0001')],
  ['2026-11-21.1', 'removed', thing('M0002')],
  ['2026-11-21.1', 'created', thing('N1')],
] as const;

const TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
const NAME = '<http://schema.org/name>';

function linesOf(release: 1 | 2): string[] {
  const present = release === 1 ? names : [...names.filter((name) => name !== 'M0002'), 'N1'];
  const lines = present.flatMap((name) => [
    `<${thing(name)}> ${TYPE} <http://schema.org/Museum> <${GRAPH}> .`,
    `<${thing(name)}> ${NAME} "${release === 2 && name === 'M0001' ? 'Autre nom' : `Musée « ${name} »`}"@fr <${GRAPH}> .`,
  ]);
  const special = thing('M0000');
  return [
    ...lines,
    `<${special}> <http://schema.org/size> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <${GRAPH}> .`,
    `<${special}> <http://schema.org/size> "1" <${GRAPH}> .`,
    `<${special}#part> <http://schema.org/note> "deux\\nlignes & \\"guillemets\\"" <${GRAPH}> .`,
    `<${special}> <http://schema.org/geo> <${SKOLEM}> <${GRAPH}> .`,
    `<${SKOLEM}> <http://schema.org/latitude> "48.1" <${GRAPH}> .`,
  ].sort();
}

export interface PublicationSite {
  readonly server: Loopback;
  /** Absolute path of the folder of releases. */
  readonly releases: string;
  /** Ids, oldest first; the last one is served. */
  readonly ids: readonly string[];
  close(): Promise<void>;
}

const IDS = ['2026-11-20.1', '2026-11-21.1', '2026-11-22.1'] as const;
const CREATED = IDS.map((id) => `${id.slice(0, 10)}T10:00:00Z`);

/** A site with three releases on disk, its index and its store. @param more what the application is told beside */
export async function servePublication(more: Partial<AppContext> = {}): Promise<PublicationSite> {
  const releases = await mkdtemp(join(tmpdir(), 'cimaise-publication-'));
  const manifests = [
    await writeRelease(releases, 0),
    await writeRelease(releases, 1),
    await writeRelease(releases, 2),
  ];
  const manifest = manifests[2] as ReleaseManifest;
  const folder = join(releases, manifest.id);
  const dumps = ['datasets/musees.nq.gz', 'ontology.nq.gz', 'catalogue.nq.gz'].map((path) => ({
    dataset: path.startsWith('datasets/') ? 'musees' : '',
    path: join(folder, path),
  }));
  const file = join(releases, 'index.sqlite');
  await buildIndex({ dumps, base: BASE, file });
  const opened = openIndex(file);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const limits = { milliseconds: 10_000, resultBytes: 10_000_000, resultRows: 100_000, queue: 8 };
  const store = createOxigraphStore({ dumps: dumps.map(({ path }) => path), base: BASE, limits });
  await store.ready();
  const app = createApp({
    release: { folder, manifest },
    store,
    index: opened.index,
    terms: NO_TERMS,
    datasets: [DATASET],
    queries: QUERIES,
    archive: createArchive(releases),
    ...more,
  });
  const server = await listen(app);
  return {
    server,
    releases,
    ids: IDS,
    async close() {
      await server.close();
      await store.close();
      opened.index.close();
      await rm(releases, { recursive: true, force: true });
    },
  };
}

/** The release at a place of the series, as a build would leave it. */
async function writeRelease(releases: string, at: 0 | 1 | 2): Promise<ReleaseManifest> {
  const fixture = await writeFixture();
  const { manifest: template } = fixture.release;
  await fixture.remove();
  const folder = join(releases, IDS[at]);
  const files: ReleaseFile[] = [];
  const write = async (path: string, content: Buffer, mediaType: string): Promise<ReleaseFile> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = { path, bytes: content.length, sha256, mediaType };
    files.push(file);
    return file;
  };
  const lines = linesOf(at === 0 ? 1 : 2);
  const text = lines.map((line) => `${line}\n`).join('');
  const nq = 'application/n-quads';
  const dump = await write('datasets/musees.nq.gz', gzipSync(text), nq);
  const zst = await write('datasets/musees.nq.zst', zstdCompressSync(text), nq);
  const csv = await write('datasets/musees.csv.gz', gzipSync('a,b\r\n1,é\r\n'), 'text/csv');
  const geojson = await write('datasets/musees.geojson.gz', gzipSync(GEOJSON), 'application/geo+json');
  await write('ontology.nq.gz', gzipSync(ONTOLOGY), nq);
  await write('catalogue.nq.gz', gzipSync(CATALOGUE), nq);
  const all = await write('all.nq.gz', gzipSync(text + ONTOLOGY + CATALOGUE), nq);
  const ledger = await write('ledger.tsv.gz', gzipSync(`${thing('M0000')}\n`), 'text/tab-separated-values');
  await write('reports/musees.json', Buffer.from('{"faults":[]}\n'), 'application/json');
  const changes = at === 1 ? await writeChanges(write) : undefined;
  const moment = (place: number) => ({ id: IDS[place] as string, createdAt: CREATED[place] as string });
  const dataset: ReleasedDataset = {
    ...(template.datasets[0] as ReleasedDataset),
    things: MANY,
    statements: lines.length,
    dump,
    dumps: [
      { ...dump, format: 'nq', packing: 'gz' },
      { ...zst, format: 'nq', packing: 'zst' },
      { ...csv, format: 'csv', packing: 'gz' },
      { ...geojson, format: 'geojson', packing: 'gz' },
    ],
    ...(changes && { changes }),
    first: moment(0),
    changed: moment(at === 0 ? 0 : 1),
  };
  const graphs = [
    { iri: GRAPH, statements: lines.length },
    { iri: `${BASE}def/`, statements: 1 },
    { iri: `${BASE}catalogue`, statements: 3 },
  ];
  const manifest: ReleaseManifest = {
    ...template,
    ...moment(at),
    datasets: [dataset],
    graphs,
    statements: lines.length + 4,
    ...(at > 0 && { previous: moment(at - 1) }),
    dumps: [{ ...all, format: 'nq', packing: 'gz' }],
    ledger: { ...ledger, statements: 1 },
    files,
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'SHA256SUMS'),
    files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(''),
  );
  return manifest;
}

async function writeChanges(
  write: (path: string, content: Buffer, mediaType: string) => Promise<ReleaseFile>,
) {
  const told = CHANGES.filter(([id]) => id === '2026-11-21.1')
    .map(([, kind, iri]) => `${kind}\t${iri}\n`)
    .sort();
  const counted = async (path: string, text: string): Promise<CountedFile> => ({
    ...(await write(path, gzipSync(text), 'text/tab-separated-values')),
    statements: told.length,
  });
  return {
    things: await counted('changes/musees.things.tsv.gz', told.join('')),
    added: await counted('changes/musees.added.nq.gz', ''),
    removed: await counted('changes/musees.removed.nq.gz', ''),
  };
}

const GEOJSON = '{"type":"FeatureCollection","features":[]}';
const ONTOLOGY = `<${BASE}def/terme> <http://www.w3.org/2000/01/rdf-schema#label> "terme"@fr <${BASE}def/> .\n`;
const CATALOGUE = [
  `<${BASE}catalogue> <http://www.w3.org/ns/dcat#dataset> <${GRAPH}> <${BASE}catalogue> .\n`,
  `<${GRAPH}> ${TYPE} <http://rdfs.org/ns/void#Dataset> <${BASE}catalogue> .\n`,
  `<${GRAPH}> <http://rdfs.org/ns/void#triples> "1212"^^<http://www.w3.org/2001/XMLSchema#integer> <${BASE}catalogue> .\n`,
].join('');
