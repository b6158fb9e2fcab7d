import { type Bilingual, same } from '../../model/index.ts';
import { EXTENSION, type Operation, PAGE_AND_RDF, type Parameter, type Part, RDF, STRING } from './parts.ts';

const TABLES = [
  'application/sparql-results+json',
  'application/sparql-results+xml',
  'text/csv',
  'text/tab-separated-values',
];

const query = (name: string, description: Bilingual, schema: Part = STRING): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
});

const IRIS: Part = { type: 'array', items: { type: 'string', format: 'iri' } };

const PROTOCOL: readonly Parameter[] = [
  query('query', { fr: 'La requête SPARQL.', en: 'The SPARQL query.' }),
  query(
    'default-graph-uri',
    { fr: 'Un graphe à interroger ; répétable.', en: 'A graph to query; repeatable.' },
    IRIS,
  ),
  query(
    'named-graph-uri',
    { fr: 'Un graphe nommé à interroger ; répétable.', en: 'A named graph to query; repeatable.' },
    IRIS,
  ),
  query('format', {
    fr: 'Le format de la réponse (json, xml, csv, tsv, ttl…), à la place de l’en-tête Accept.',
    en: 'The format of the answer (json, xml, csv, tsv, ttl…), instead of the Accept header.',
  }),
  query(
    'labels',
    { fr: 'La langue des libellés à joindre aux IRI.', en: 'The language of labels to add to IRIs.' },
    { type: 'string', enum: ['fr', 'en'] },
  ),
];

/** The catalogue. */
export const CATALOGUE: readonly Operation[] = [
  {
    path: '/',
    id: 'home',
    tag: 'datasets',
    summary: { fr: 'La page d’accueil', en: 'The home page' },
    content: ['text/html'],
    problems: [406],
  },
  {
    path: '/datasets',
    id: 'datasets',
    tag: 'datasets',
    summary: { fr: 'La liste des jeux de données', en: 'The list of datasets' },
    content: PAGE_AND_RDF,
    problems: [406],
  },
  {
    path: '/catalogue',
    id: 'catalogue',
    tag: 'datasets',
    summary: { fr: 'Le catalogue, en DCAT', en: 'The catalogue, in DCAT' },
    content: PAGE_AND_RDF,
    problems: [406],
  },
  {
    path: '/catalogue.{extension}',
    id: 'catalogueAs',
    tag: 'datasets',
    summary: { fr: 'Le catalogue, dans un format', en: 'The catalogue, in one format' },
    parameters: [EXTENSION],
    content: PAGE_AND_RDF,
    problems: [404],
  },
];

const QUERY_PROBLEMS = [400, 403, 404, 406, 413, 415, 429, 503];

/** SPARQL 1.1 Protocol. */
export const SPARQL: readonly Operation[] = [
  {
    path: '/sparql',
    id: 'sparql',
    tag: 'sparql',
    summary: { fr: 'Une requête SPARQL', en: 'A SPARQL query' },
    description: {
      fr: 'SPARQL 1.1 Protocol. Sans requête, la description du service ; pour un navigateur, la page des questions. La méthode QUERY est aussi acceptée. Une réponse est entière ou refusée.',
      en: 'SPARQL 1.1 Protocol. Without a query, the description of the service; for a browser, the query page. The method QUERY is accepted too. An answer is complete or refused.',
    },
    parameters: PROTOCOL,
    content: [...TABLES, ...PAGE_AND_RDF],
    problems: QUERY_PROBLEMS,
  },
  {
    path: '/sparql',
    method: 'post',
    id: 'sparqlPost',
    tag: 'sparql',
    summary: { fr: 'Une requête SPARQL, dans le corps', en: 'A SPARQL query, in the body' },
    body: {
      'application/sparql-query': STRING,
      'application/x-www-form-urlencoded': {
        type: 'object',
        required: ['query'],
        properties: { query: STRING },
      },
    },
    content: [...TABLES, ...RDF],
    problems: QUERY_PROBLEMS,
  },
];

/** What is about the server itself. */
export const SERVER: readonly Operation[] = [
  {
    path: '/openapi.json',
    id: 'openapi',
    tag: 'server',
    summary: { fr: 'Ce document', en: 'This document' },
    content: { 'application/openapi+json': { type: 'object' } },
  },
  {
    path: '/health/live',
    id: 'live',
    tag: 'server',
    summary: { fr: 'Le serveur répond', en: 'The server answers' },
    content: { 'application/json': { type: 'object' } },
  },
  {
    path: '/health/ready',
    id: 'ready',
    tag: 'server',
    summary: { fr: 'Les données sont chargées', en: 'The data are loaded' },
    content: { 'application/json': { type: 'object' } },
    problems: [503],
  },
  { path: '/robots.txt', id: 'robots', tag: 'server', summary: same('robots.txt'), content: ['text/plain'] },
  {
    path: '/metrics',
    id: 'metrics',
    tag: 'server',
    summary: { fr: 'Des mesures, au format Prometheus', en: 'Measurements, in the format of Prometheus' },
    content: ['text/plain'],
    problems: [404],
  },
  {
    path: '/assets/{name}',
    id: 'asset',
    tag: 'server',
    summary: { fr: 'Un fichier des pages', en: 'A file of the pages' },
    parameters: [
      {
        name: 'name',
        in: 'path',
        description: { fr: 'Le nom du fichier.', en: 'The name of the file.' },
        schema: STRING,
        example: 'mark.svg',
      },
    ],
    content: ['image/svg+xml', 'text/css', 'text/javascript', 'font/woff2'],
    problems: [404],
  },
];
