import type { Bilingual } from '../../model/index.ts';
import { type Operation, PAGE_AND_RDF, type Parameter, type Part, RDF, STRING } from './parts.ts';

const TABLES = [
  'application/sparql-results+json',
  'application/sparql-results+xml',
  'text/csv',
  'application/geo+json',
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
    fr: 'Le format de la réponse (json, xml, csv, tsv, geojson, ttl…), à la place de l’en-tête Accept.',
    en: 'The format of the answer (json, xml, csv, tsv, geojson, ttl…), instead of the Accept header.',
  }),
  query(
    'labels',
    { fr: 'La langue des libellés à joindre aux IRI.', en: 'The language of labels to add to IRIs.' },
    { type: 'string', enum: ['fr', 'en'] },
  ),
];

/** Graph Store Protocol, reading. */
const GRAPH: readonly Parameter[] = [
  query(
    'graph',
    {
      fr: 'Un graphe à lire en entier, à la place d’une requête.',
      en: 'A graph to read whole, instead of a query.',
    },
    { type: 'string', format: 'iri' },
  ),
  query('default', {
    fr: 'Lit l’union de tous les graphes ; sans valeur, et sans requête.',
    en: 'Reads the union of all graphs; without a value, and without a query.',
  }),
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
    parameters: [...PROTOCOL, ...GRAPH],
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
