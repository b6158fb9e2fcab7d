import type {
  Bilingual,
  Dataset,
  IncomingLinks,
  Language,
  ProofReport,
  ReleaseManifest,
  StoredQuery,
  Terms,
} from '../../../src/model/index.ts';
import { PROOF_VERDICTS, same } from '../../../src/model/index.ts';
import {
  apiPage,
  type DatasetOverview,
  datasetPage,
  datasetsPage,
  homePage,
  type PageFrame,
  problemPage,
  proofPage,
  releasePage,
  releasesPage,
  sparqlPage,
  type ThingContent,
  thingPage,
} from '../../../src/pages/index.ts';

export const BASE = 'https://data.example.org/';
export const THING = `${BASE}id/cabanes/c1`;

export const frame = (language: Language, path = '/'): PageFrame => ({
  language,
  path,
  base: BASE,
  release: { id: '2026-11-22.1', createdAt: '2026-11-22T10:12:13Z', statements: 612408 },
});

const both = (fr: string, en: string): Bilingual => ({ fr, en });

export const dataset: Dataset = {
  slug: 'cabanes',
  place: { file: 'data/cabanes/dataset.yml' },
  places: new Map(),
  title: both('Cabanes', 'Huts'),
  description: both('Toutes les cabanes.', 'All the huts.'),
  publisher: { iri: 'https://publisher.example/', name: same('Éditeur & fils') },
  licence: { iri: 'https://licence.example/', label: both('Licence libre', 'Free licence') },
  keywords: { fr: ['bois'], en: ['wood'] },
  themes: ['http://publications.europa.eu/resource/authority/data-theme/EDUC'],
  spatial: [],
  frequency: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
  origins: ['https://origin.example/cabanes'],
  source: {
    path: '/cabanes.csv',
    shown: 'cabanes.csv',
    format: 'csv',
    dialect: { delimiter: ';', quote: '"', encoding: 'utf-8' },
    namespaces: {},
  },
  uriPattern: 'id/cabanes/{ref}',
  mapping: '/mapping.yml',
  shapes: [],
  vocabularies: [],
  policy: 'skip-term',
  quarantineLimit: 0.05,
  statements: [],
};

export const overview: DatasetOverview = {
  dataset,
  released: {
    slug: 'cabanes',
    fingerprint: 'f',
    inputs: [],
    records: 1230,
    things: 1223,
    statements: 24310,
    quarantined: 7,
    dump: {
      path: 'datasets/cabanes.nq.gz',
      bytes: 1234567,
      sha256: 'ab'.repeat(32),
      mediaType: 'application/n-quads',
    },
    mapping: {
      records: 1230,
      statements: 24310,
      faults: [],
      skippedRecords: 0,
      absences: [],
      missingColumns: [],
      unusedColumns: [],
    },
    validation: {
      things: 1230,
      quarantined: 7,
      groups: [
        {
          shape: 's',
          component: 'c',
          severity: 'violation',
          message: both('Sans nom.', 'No name.'),
          count: 7,
          samples: [],
        },
      ],
    },
  },
};

export const example: StoredQuery = {
  name: 'cabanes/combien',
  file: 'queries/examples/cabanes/combien.rq',
  dataset: 'cabanes',
  kind: 'select',
  title: both('Combien de cabanes', 'How many huts'),
  question: both('Combien y a-t-il de cabanes ?', 'How many huts are there?'),
  text: 'SELECT (COUNT(*) AS ?n)\nWHERE { ?s ?p "a & b" }',
};

const LABELS: Readonly<Record<string, Bilingual>> = {
  'http://schema.org/name': both('nom', 'name'),
  'http://schema.org/material': both('matériau', 'material'),
  [`${BASE}def/Hut`]: both('cabane', 'hut'),
  [`${BASE}def/creation`]: both('création', 'creation'),
};

export const terms: Terms = {
  find: (iri) => {
    const label = LABELS[iri];
    return label && { iri, label };
  },
  order: (iri) => (LABELS[iri] ? 1 : Number.MAX_SAFE_INTEGER),
};

/** A thing's page from N-Triples lines without the final dot; `<>` is the thing, `<#x>` a part of it. */
export function pageOfThing(
  language: Language,
  statements: readonly string[],
  incoming: readonly IncomingLinks[] = [],
  labels: Readonly<Record<string, string>> = {},
): string {
  return thingPage(frame(language, '/doc/cabanes/c1'), thingContent(statements, incoming, labels));
}

export const thingContent = (
  statements: readonly string[],
  incoming: readonly IncomingLinks[] = [],
  labels: Readonly<Record<string, string>> = {},
): ThingContent => ({
  description: { iri: THING, dataset: 'cabanes', lines: statements.map(line), incoming },
  dataset,
  terms,
  label: (iri) => labels[iri],
});

const PREFIXES: Readonly<Record<string, string>> = {
  schema: 'http://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  crm: 'http://www.cidoc-crm.org/cidoc-crm/',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
  wgs: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  geo: 'http://www.opengis.net/ont/geosparql#',
  def: `${BASE}def/`,
};

const line = (text: string): string =>
  `${text
    .replaceAll('<>', `<${THING}>`)
    .replace(/<#(\w+)>/g, `<${THING}#$1>`)
    .replace(/(?<=^| |\^\^)([a-z]+):(\w+)(?=$| )/g, (whole, prefix: string, name: string) => {
      const namespace = PREFIXES[prefix];
      return namespace === undefined ? whole : `<${namespace}${name}>`;
    })} .`;

/** A proof in which one check came out each way; what a server said is hostile. */
const report: ProofReport = {
  address: 'http://127.0.0.1:3000/',
  base: BASE,
  release: '2026-11-22.1',
  startedAt: '2026-11-22T10:12:13Z',
  milliseconds: 12_345,
  seed: '7f3a',
  sample: 20,
  counts: { passed: 1, failed: 1, 'not-applicable': 1, 'not-reached': 1 },
  checks: PROOF_VERDICTS.map((verdict) => ({
    name: 'dump-digest',
    group: 'dumps',
    title: both('Empreinte', 'Digest'),
    subject: `${BASE}dataset/cabanes`,
    asked: `GET ${BASE}dataset/cabanes.nq.gz`,
    expected: both('la même', 'the same'),
    found: both('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>'),
    verdict,
    milliseconds: 1,
  })),
};

/** Every kind of page, in a language. */
const manifest: ReleaseManifest = {
  id: '2026-11-22.1',
  createdAt: '2026-11-22T10:12:13Z',
  base: BASE,
  toolVersion: '1',
  datasets: [overview.released],
  graphs: [],
  statements: 24310,
  files: [overview.released.dump],
};

export const everyPage = (language: Language): Readonly<Record<string, string>> => ({
  home: homePage(frame(language), {
    datasets: [overview],
    places: [
      { iri: THING, latitude: 48.85, longitude: 2.35 },
      { iri: THING, latitude: 14.6, longitude: -61.07 },
      { iri: THING, latitude: 41.9, longitude: 12.5 },
    ],
    examples: [example],
  }),
  datasets: datasetsPage(frame(language, '/datasets'), { datasets: [overview] }),
  nothing: datasetsPage(frame(language, '/datasets'), { datasets: [] }),
  dataset: datasetPage(frame(language, '/dataset/cabanes'), {
    ...overview,
    things: { things: [{ iri: THING, label: 'Cabane & fils' }], next: THING },
    places: [{ iri: THING, latitude: 48.85, longitude: 2.35 }],
    examples: [example],
    after: THING,
  }),
  thing: pageOfThing(
    language,
    [
      '<> rdf:type def:Hut',
      '<> schema:name "Cabane du lac"@fr',
      '<> schema:name "Lake hut"@en',
      '<> schema:description "Au bord du lac."@fr',
      '<> def:creation <#creation>',
      '<#creation> crm:P82a_begin_of_the_begin "1850"^^xsd:gYear',
      '<#creation> crm:P82b_end_of_the_end "1875"^^xsd:gYear',
      '<> wgs:lat "48.85"^^xsd:decimal',
      '<> wgs:long "2.35"^^xsd:decimal',
      '<> schema:sameAs <http://www.wikidata.org/entity/Q42>',
    ],
    [{ property: 'http://schema.org/about', count: 1312, sources: [`${BASE}id/cabanes/c2`] }],
    { [`${BASE}id/cabanes/c2`]: 'Autre cabane' },
  ),
  api: apiPage(frame(language, '/api'), {
    queries: [
      {
        query: {
          name: 'cabanes',
          file: 'queries/api/cabanes.rq',
          title: { fr: 'Les cabanes <b>', en: 'Huts <b>' },
          question: { fr: 'Quelles cabanes ?', en: 'Which huts?' },
          text: 'SELECT ?x { ?x ?p ?lac }',
          columns: ['x'],
          parameters: [
            {
              name: 'lac',
              place: { file: 'queries/api/cabanes.rq', line: 5 },
              type: 'string',
              description: { fr: 'Le lac.', en: 'The lake.' },
              isRequired: true,
              example: '"><script>',
            },
            {
              name: 'langue',
              place: { file: 'queries/api/cabanes.rq', line: 8 },
              type: 'language',
              description: { fr: 'La langue.', en: 'The language.' },
              isRequired: false,
              choices: ['fr', 'en'],
              default: 'fr',
            },
          ],
        },
        formats: [{ extension: 'json', name: 'JSON' }],
      },
    ],
  }),
  proof: proofPage(frame(language, '/about/proof'), { report }),
  proofUnderWay: proofPage(frame(language, '/about/proof'), { underWay: 1200, report }),
  noProof: proofPage(frame(language, '/about/proof'), {}),
  noApi: apiPage(frame(language, '/api'), { queries: [] }),
  question: sparqlPage(frame(language, '/sparql'), { examples: [example], query: '' }),
  answer: sparqlPage(frame(language, '/sparql'), {
    examples: [example],
    query: example.text,
    datasets: [dataset],
    result: { kind: 'table', variables: ['s', 'n'], rows: [{ s: { type: 'uri', value: THING } }] },
  }),
  releases: releasesPage(frame(language, '/releases'), { releases: [manifest] }),
  release: releasePage(frame(language, `/releases/${manifest.id}`), {
    manifest,
    changes: [{ slug: 'cabanes', counts: { created: 1, updated: 2, removed: 0 } }],
    datasets: [dataset],
    previous: '2026-11-21.1',
    next: '2026-11-23.1',
  }),
  firstRelease: releasePage(frame(language, `/releases/${manifest.id}`), {
    manifest: { ...manifest, files: [] },
    changes: [],
    datasets: [],
  }),
  problem: problemPage(frame(language, '/doc/cabanes/c9'), {
    status: 406,
    title: both('Aucun de ces formats', 'None of these formats'),
    explanation: both('Rien de tel.', 'No such thing.'),
    alternates: [{ path: '/doc/cabanes/c9.ttl', mediaType: 'text/turtle', name: 'Turtle' }],
  }),
});
