import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type {
  Dataset,
  Release,
  ReleasedDataset,
  ResourceIndex,
  StoredQuery,
  Terms,
} from '../../src/model/index.ts';

export const BASE = 'http://localhost:3000/';
export const CREATED = '2026-11-22T10:00:00Z';

const THING = `${BASE}id/musees/M1`;
const ACCENTED = `${BASE}id/musees/musée-d’été`;
const NAME = 'http://schema.org/name';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Triples of one dataset: two museums, the second with accents in its IRI, and a term of the ontology. */
export const MUSEUMS: readonly string[] = [
  `<${THING}> <${TYPE}> <http://schema.org/Museum> .`,
  `<${THING}> <${NAME}> "Musée <b>du</b> Louvre"@fr .`,
  `<${THING}> <http://schema.org/creation> <${THING}#creation> .`,
  `<${THING}#creation> <http://schema.org/dateCreated> "1793" .`,
  `<${ACCENTED}> <${TYPE}> <http://schema.org/Museum> .`,
  `<${ACCENTED}> <${NAME}> "Musée d’été"@fr .`,
];

const TERM = `${BASE}def/terme`;
const TERMS: readonly string[] = [`<${TERM}> <http://www.w3.org/2000/01/rdf-schema#label> "terme"@fr .`];

const CATALOGUE: readonly string[] = [
  `<${BASE}catalogue> <${TYPE}> <http://www.w3.org/ns/dcat#Catalog> .`,
  `<${BASE}catalogue> <http://www.w3.org/ns/dcat#dataset> <${BASE}dataset/musees> .`,
  `<${BASE}catalogue> <http://www.w3.org/ns/dcat#dataset> <${BASE}dataset/autres> .`,
  `<${BASE}dataset/autres> <${TYPE}> <http://www.w3.org/ns/dcat#Dataset> .`,
  `<${BASE}dataset/musees> <${TYPE}> <http://www.w3.org/ns/dcat#Dataset> .`,
  `<${BASE}dataset/musees> <http://purl.org/dc/terms/isPartOf> <${BASE}catalogue> .`,
  `<${BASE}dataset/musees> <http://www.w3.org/ns/dcat#distribution> <${BASE}dataset/musees#dump> .`,
  `<${BASE}dataset/musees#dump> <http://www.w3.org/ns/dcat#downloadURL> <${BASE}dataset/musees.nq.gz> .`,
];

export interface Fixture {
  readonly release: Release;
  /** Absolute paths of every dump. */
  readonly dumps: readonly string[];
  /** The dump's bytes. */
  readonly dump: Buffer;
  remove(): Promise<void>;
}

/** Writes a release by hand into a temporary folder. */
export async function writeFixture(): Promise<Fixture> {
  const folder = await mkdtemp(join(tmpdir(), 'cimaise-http-'));
  await mkdir(join(folder, 'datasets'));
  const dump = packed(MUSEUMS, `${BASE}dataset/musees`);
  const files: readonly (readonly [string, Buffer])[] = [
    ['datasets/musees.nq.gz', dump],
    ['catalogue.nq.gz', packed(CATALOGUE, `${BASE}catalogue`)],
    ['ontology.nq.gz', packed(TERMS, `${BASE}def/`)],
  ];
  for (const [path, content] of files) await writeFile(join(folder, path), content);
  return {
    release: { folder, manifest: { ...MANIFEST, datasets: [released(dump)] } },
    dumps: files.map(([path]) => join(folder, path)),
    dump,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function packed(triples: readonly string[], graph: string): Buffer {
  return gzipSync(triples.map((line) => `${line.slice(0, -1)}<${graph}> .\n`).join(''));
}

const MANIFEST = {
  id: '2026-11-22.1',
  createdAt: CREATED,
  base: BASE,
  toolVersion: '0.1.0',
  statements: MUSEUMS.length + CATALOGUE.length + TERMS.length,
  graphs: [
    { iri: `${BASE}dataset/musees`, statements: MUSEUMS.length },
    { iri: `${BASE}def/`, statements: TERMS.length },
    { iri: `${BASE}catalogue`, statements: CATALOGUE.length },
  ],
  files: [],
};

const released = (dump: Buffer): ReleasedDataset => ({
  slug: 'musees',
  fingerprint: 'f',
  inputs: [],
  records: 2,
  things: 2,
  statements: MUSEUMS.length,
  quarantined: 0,
  dump: {
    path: 'datasets/musees.nq.gz',
    bytes: dump.length,
    sha256: createHash('sha256').update(dump).digest('hex'),
    mediaType: 'application/n-quads',
  },
  mapping: {
    records: 2,
    statements: MUSEUMS.length,
    faults: [],
    skippedRecords: 0,
    absences: [],
    missingColumns: [],
    unusedColumns: [],
  },
  validation: { things: 2, quarantined: 0, groups: [] },
});

export const DATASET: Dataset = {
  slug: 'musees',
  place: { file: 'data/musees/dataset.yml' },
  title: { fr: 'Musées de France', en: 'Museums of France' },
  description: { fr: 'Deux musées.', en: 'Two museums.' },
  publisher: { iri: 'https://example.org/ministere', name: { fr: 'Ministère', en: 'Ministry' } },
  licence: {
    iri: 'https://www.etalab.gouv.fr/licence-ouverte',
    label: { fr: 'Licence Ouverte', en: 'Open Licence' },
  },
  keywords: { fr: [], en: [] },
  themes: [],
  spatial: [],
  origins: [],
  source: {
    path: '/none.csv',
    shown: 'none.csv',
    format: 'csv',
    dialect: { delimiter: ',', quote: '"', encoding: 'utf-8' },
    namespaces: {},
  },
  uriPattern: '{ref}',
  mapping: '/none.yml',
  shapes: [],
  vocabularies: [],
  policy: 'skip-term',
  quarantineLimit: 0.05,
  places: new Map(),
  statements: [],
};

export const QUERIES: readonly StoredQuery[] = [
  {
    name: 'musees/tous',
    file: 'queries/examples/musees/tous.rq',
    dataset: 'musees',
    title: { fr: 'Tous les musées', en: 'All museums' },
    kind: 'select',
    question: { fr: 'Quels musées ?', en: 'Which museums?' },
    text: 'SELECT * { ?s ?p ?o }',
  },
];

export const NO_TERMS: Terms = { find: () => undefined, order: () => 0 };

/** An index that knows the fixture's lines. */
export function stubIndex(): ResourceIndex {
  const about = (iri: string, dataset: string, lines: readonly string[]) => {
    const own = lines.filter((line) => line.startsWith(`<${iri}>`) || line.startsWith(`<${iri}#`));
    return own.length > 0 ? { iri, dataset, lines: own, incoming: [] } : undefined;
  };
  return {
    describe: (iri) => about(iri, 'musees', MUSEUMS) ?? about(iri, '', TERMS),
    has: (iri) => (about(iri, 'musees', MUSEUMS) ?? about(iri, '', TERMS)) !== undefined,
    label: (iri) => (iri === THING ? 'Musée du Louvre' : undefined),
    things: () => ({ things: [{ iri: THING, label: 'Musée du Louvre' }] }),
    incoming: () => undefined,
    datedThings: () => [],
    withdrawal: () => undefined,
    places: () => [{ iri: THING, latitude: 48.86, longitude: 2.33 }],
    search: () => ({ things: [{ iri: THING, score: 1, label: 'Musée du Louvre' }], isComplete: true }),
    vocabulary: () => ({ classes: [], properties: [], languages: [] }),
    model: () => ({ classes: [], properties: [] }),
    concepts: {
      schemes: () => [],
      concept: () => undefined,
      topConcepts: () => ({ concepts: [], total: 0 }),
      narrower: () => ({ concepts: [], total: 0 }),
      broader: () => [],
      schemesOf: () => [],
    },
    close: () => {},
  };
}
