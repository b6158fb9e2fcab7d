import type {
  Bilingual,
  Dataset,
  IncomingLinks,
  Language,
  ProofReport,
  PublicContribution,
  ReleasedChart,
  ReleaseManifest,
  StoredQuery,
  Terms,
} from '../../../src/model/index.ts';
import { PROOF_VERDICTS, same } from '../../../src/model/index.ts';
import {
  apiPage,
  type ChartContent,
  type ContributionFormContent,
  chartPage,
  chartsSection,
  contributionFormPage,
  contributionPage,
  contributionSection,
  contributionsPage,
  contributionThanksPage,
  type DatasetOverview,
  datasetPage,
  datasetsPage,
  fragmentPage,
  homePage,
  type PageFrame,
  problemPage,
  proofPage,
  reconciliationPage,
  releasePage,
  releasesPage,
  sparqlPage,
  streamPage,
  type TableContent,
  type ThingContent,
  thingPage,
} from '../../../src/pages/index.ts';
import { parseLines } from '../../../src/rdf/index.ts';

export const BASE = 'https://data.example.org/';
export const THING = `${BASE}id/cabanes/c1`;

export const frame = (language: Language, path = '/'): PageFrame => ({
  language,
  path,
  base: BASE,
  release: { id: '2026-11-22.1', createdAt: '2026-11-22T10:12:13Z', statements: 612408 },
  hasSearch: true,
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
  'http://www.cidoc-crm.org/cidoc-crm/E22': both('chose faite', 'made thing'),
  [`${BASE}def/Hut`]: both('cabane', 'hut'),
  [`${BASE}def/creation`]: both('création', 'creation'),
};

export const terms: Terms = {
  find: (iri) => {
    const label = LABELS[iri];
    const isSpecial = iri.startsWith('http://www.cidoc-crm.org/');
    return label && { iri, label, ...(isSpecial && { audiences: [`${BASE}def/specialists`] }) };
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

/** Of the page of a dataset, what may be empty. */
export const nothingMore = {
  table: { sample: [], rows: [] },
  places: [],
  examples: [],
  versions: [],
  terms,
  label: () => undefined,
};

/** A table with a name that is markup. */
export const tableOfHuts: TableContent = {
  ...huts(
    '<> schema:name "Cabane & fils"@fr',
    '<> schema:material "<script>alert(1)</script>"',
    '<> def:creation <#creation>',
    '<#creation> crm:P82a_begin_of_the_begin "1850"^^xsd:gYear',
  ),
  next: THING,
  after: THING,
};

function huts(...lines: readonly string[]): Pick<TableContent, 'sample' | 'rows'> {
  const description = { iri: THING, lines: lines.map(line) };
  return { sample: [description], rows: [{ label: 'Cabane & fils', description }] };
}

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

const HOSTILE = '"><script>alert(1)</script> javascript:alert(1) \u202egnp.exe';

/** A report with everything in it, all of it hostile. */
export const contribution: PublicContribution = {
  id: 'k7m29qxb4dfh',
  kind: 'report',
  status: 'resolved',
  sentAt: '2026-11-20T10:00:00.000Z',
  moderatedAt: '2026-11-21T10:00:00.000Z',
  about: THING,
  statement: { subject: THING, property: 'http://schema.org/name', value: '"Cabane <b>"@fr' },
  release: '2026-11-20.1',
  text: `Ce n’est pas cela.\n\n${HOSTILE}`,
  proposal: HOSTILE,
  address: 'javascript:alert(1)',
  name: HOSTILE,
  answer: HOSTILE,
  resolvedBy: '2026-11-22.1',
};

const reuse: PublicContribution = {
  ...contribution,
  kind: 'reuse',
  status: 'accepted',
  about: `${BASE}dataset/cabanes`,
  address: 'https://reuse.example/carte',
};

const labels = (iri: string) => (iri === THING ? 'Cabane & fils' : undefined);

const formOf = (more: Partial<ContributionFormContent>): ContributionFormContent => ({
  kind: 'report',
  action: '/contribute/report',
  seal: 'a.b.c',
  subject: {
    iri: THING,
    isDataset: false,
    statement: { subject: THING, property: 'http://schema.org/name', value: '"Cabane <b>"@fr' },
  },
  hidden: [['thing', THING]],
  values: {},
  faults: [],
  terms,
  label: labels,
  ...more,
});

const contributionPages = (language: Language): Readonly<Record<string, string>> => ({
  report: contributionFormPage(frame(language, '/contribute/report?thing=x'), formOf({})),
  'report with faults': contributionFormPage(
    frame(language, '/contribute/report?thing=x'),
    formOf({
      values: { text: HOSTILE, email: HOSTILE, verification: 'x' },
      faults: [
        { text: both('Tout va mal', 'All is wrong') },
        { field: 'email', text: both('Pas une adresse', 'No address') },
        { field: 'verification', text: both('À vider', 'Empty it') },
      ],
      subject: { iri: THING, isDataset: false, isStatementGone: true },
    }),
  ),
  'submit a reuse': contributionFormPage(
    frame(language, '/contribute/reuse?dataset=cabanes'),
    formOf({
      kind: 'reuse',
      action: '/contribute/reuse',
      subject: { iri: `${BASE}dataset/cabanes`, isDataset: true },
    }),
  ),
  contact: contributionFormPage(frame(language, '/contact'), {
    ...{ kind: 'message', action: '/contact', seal: 's', hidden: [], values: {}, faults: [], terms },
    ...{ label: labels, introduction: both('Bonjour.\n\nÉcrivez.', 'Hello.\n\nWrite.') },
  }),
  'contact without form': contributionFormPage(frame(language, '/contact'), {
    ...{ kind: 'message', action: '/contact', hidden: [], values: {}, faults: [], terms, label: labels },
  }),
  thanks: contributionThanksPage(frame(language, '/contribute/thanks'), {
    number: contribution.id,
    isRepeated: true,
  }),
  contributions: contributionsPage(frame(language, '/contributions'), {
    contributions: [contribution, reuse],
    about: THING,
    newer: '/contributions',
    older: '/contributions?page=3',
    terms,
    label: labels,
  }),
  'no contributions': contributionsPage(frame(language, '/contributions'), {
    contributions: [],
    terms,
    label: labels,
  }),
  'a report': contributionPage(frame(language, '/contributions/k7m29qxb4dfh'), {
    contribution,
    terms,
    label: labels,
  }),
  'a reuse': contributionPage(frame(language, '/contributions/k7m29qxb4dfh'), {
    contribution: reuse,
    terms,
    label: labels,
  }),
  'thing with reports': thingPage(frame(language, '/doc/cabanes/c1'), {
    ...thingContent(['<> schema:name "Cabane"@fr']),
    contributions: contributionSection(frame(language), {
      about: THING,
      dataset: 'cabanes',
      contributions: Array(6).fill(contribution),
    }),
  }),
});
/** A chart with a hostile name, in a release. */
export const chart: ReleasedChart = {
  name: 'cabanes/par-lac',
  dataset: 'cabanes',
  title: both('Les cabanes par lac', 'Huts by lake'),
  question: both('Combien de cabanes par lac ?', 'How many huts by lake?'),
  unit: both('cabanes', 'huts'),
  chart: 'bar',
  text: '# @title.fr x\nSELECT ?name ?value { ?s ?p "</textarea>" }',
  answer: {
    kind: 'answered',
    points: [
      { name: both('Lac <b> & fils', 'Lake <b> & sons'), iri: THING, value: 12 },
      { name: both('"><script>alert(1)</script>', "' onload='x"), value: -3.5 },
    ],
  },
};

export const shownChart: ChartContent = {
  chart,
  release: { id: '2026-11-22.1', createdAt: '2026-11-22T10:12:13Z' },
  isPinned: false,
  isEdited: true,
  dataset,
  releases: ['2026-11-22.1', '2026-11-21.1'],
};

/** A page of the list of a thousand datasets. */
export const manyDatasets = (language: Language, number: number): string =>
  datasetsPage(frame(language, `/datasets?page=${number}`), {
    datasets: Array.from({ length: 50 }, () => overview),
    all: { datasets: 1000, things: 1_223_000 },
    ...{ number, last: 20 },
  });

export const everyPage = (language: Language): Readonly<Record<string, string>> => ({
  ...contributionPages(language),
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
  manyDatasets: manyDatasets(language, 12),
  fragment: fragmentPage(frame(language, '/fragments'), {
    asked: { subject: THING, object: '"</script><b>"' },
    statements: parseLines([`<${THING}> <http://schema.org/name> "<script>alert(1)</script>"@fr .`]),
    ...{ total: 1200, page: 2, previous: '/fragments?subject=x', next: '/fragments?subject=x&page=3' },
    ...{ terms, label: () => 'Cabane </title>' },
  }),
  stream: streamPage(frame(language, '/ldes'), {
    releases: [{ id: '2026-11-22.1', createdAt: '2026-11-22T10:12:13Z' }],
  }),
  nothing: datasetsPage(frame(language, '/datasets'), { datasets: [] }),
  dataset: datasetPage(frame(language, '/dataset/cabanes'), {
    ...overview,
    table: tableOfHuts,
    places: [{ iri: THING, latitude: 48.85, longitude: 2.35 }],
    examples: [example],
    terms,
    label: () => undefined,
    versions: [
      {
        id: '2026-11-22.1',
        createdAt: '2026-11-22T10:12:13Z',
        things: 1223,
        counts: { created: 1, updated: 2, removed: 0 },
      },
      { id: '2026-11-21.1', createdAt: '2026-11-21T10:12:13Z', things: 1222 },
    ],
    concepts: 3,
  }),
  chart: chartPage(frame(language, '/chart/cabanes/par-lac'), shownChart),
  pinnedChart: chartPage(frame(language, '/chart/cabanes/par-lac?release=2026-11-22.1'), {
    ...shownChart,
    isPinned: true,
  }),
  noChart: chartPage(frame(language, '/chart/cabanes/par-lac'), {
    ...shownChart,
    chart: { ...chart, answer: { kind: 'unasked', reason: 'too-large' } },
  }),
  chartedDataset: datasetPage(frame(language, '/dataset/cabanes'), {
    ...overview,
    ...nothingMore,
    charts: chartsSection(frame(language, '/dataset/cabanes'), [chart, { ...chart, name: 'cabanes/autre' }]),
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
  thingWithOrigins: thingPage(frame(language, '/doc/cabanes/c1'), {
    ...thingContent(['<> schema:name "Cabane"@fr', '<> schema:size "17 H ; 24.2 L"', '<> schema:age "3"']),
    origins: {
      origin: {
        records: [],
        statement: ({ property }) =>
          property.endsWith('age')
            ? undefined
            : {
                records: [
                  { file: 'cabanes.csv', row: 1, line: 2, cells: new Map([['Taille', '17 H ; 24.2 L']]) },
                ],
                rules: [{ file: 'mapping.yml', line: 58, columns: ['Taille'], how: 'cell' }],
              },
      },
      takesReports: true,
    },
  }),
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
  reconciliation: reconciliationPage(frame(language, '/reconcile'), {
    services: [
      { things: 1223, address: `${BASE}reconcile` },
      { slug: 'cabanes', title: 'Cabanes & <b>', things: 1223, address: `${BASE}reconcile/cabanes` },
    ],
    batch: 50,
    chosen: 'cabanes',
    tried: {
      text: '"><script>',
      candidates: [
        {
          id: 'cabanes/c1',
          path: '/id/cabanes/c1',
          name: 'Cabane </script> du lac',
          description: 'Cabane · Annecy · Cabanes',
          score: 98.4,
          match: true,
        },
        { id: 'cabanes/c2', path: '/id/cabanes/c2', name: 'Autre', description: '', score: 41, match: false },
      ],
    },
  }),
  noReconciliation: reconciliationPage(frame(language, '/reconcile'), {
    services: [{ things: 0, address: `${BASE}reconcile` }],
    batch: 50,
    tried: { text: 'rien', candidates: [] },
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
