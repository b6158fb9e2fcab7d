import { SEARCH_FORMATS } from '../search/search-formats.ts';
import { type Operation, type Parameter, type Part, STRING } from './parts.ts';

const several = (name: string, fr: string, en: string): Parameter => ({
  name,
  in: 'query',
  description: { fr, en },
  schema: { type: 'array', items: STRING },
});

const TEXT: Parameter = {
  name: 'q',
  in: 'query',
  description: {
    fr: 'Des mots, tous dits de la chose ; le dernier peut n’être qu’un début. Ni les accents ni les majuscules ne comptent.',
    en: 'Words, all of which are said of the thing; the last may be a beginning. Accents and capitals do not count.',
  },
  schema: { type: 'string', maxLength: 300 },
  example: 'chateau',
};

/** What a question is made of; a facet may be given several times, and a thing then has all of the values. */
export const QUESTION: readonly Parameter[] = [
  TEXT,
  several('dataset', 'Le nom d’un jeu de données.', 'The name of a dataset.'),
  several(
    'type',
    'Une classe : son IRI, ou son nom avec un préfixe connu (schema:Museum).',
    'A class: its IRI, or its name with a known prefix (schema:Museum).',
  ),
  several(
    'place',
    'Un territoire publié ici, par son IRI ou son chemin (/id/…) ; ce qui est plus petit y est compris.',
    'An area that is published here, by its IRI or its path (/id/…); what is smaller is included.',
  ),
  several(
    'period',
    'Un siècle : 19 ; -1 pour le premier avant notre ère.',
    'A century: 19; -1 for the first before our era.',
  ),
  several(
    'concept',
    'Un concept publié ici, par son IRI ou son chemin ; ce qui est plus précis y est compris.',
    'A concept that is published here, by its IRI or its path; what is narrower is included.',
  ),
];

const whole = (name: string, most: number, fr: string, en: string): Parameter => ({
  name,
  in: 'query',
  description: { fr, en },
  schema: { type: 'integer', minimum: 1, maximum: most },
});

const PAGING: readonly Parameter[] = [
  whole('page', 1_000_000, 'La page, à partir de 1.', 'The page, from 1 on.'),
  whole('limit', 100, 'Les choses d’une page ; 20 sans lui.', 'Things of a page; 20 without it.'),
];

const NAMED: Part = { type: 'object', required: ['iri'], properties: { iri: STRING, label: STRING } };
const DATASET: Part = {
  type: 'object',
  required: ['slug', 'title'],
  properties: { slug: STRING, title: STRING },
};

export const THING: Part = {
  type: 'object',
  required: ['iri', 'label', 'dataset', 'areas', 'score', 'href'],
  properties: {
    iri: STRING,
    label: STRING,
    labelLanguage: STRING,
    type: NAMED,
    dataset: DATASET,
    areas: { type: 'array', items: NAMED },
    years: { type: 'object', properties: { begin: { type: 'integer' }, end: { type: 'integer' } } },
    latitude: { type: 'number' },
    longitude: { type: 'number' },
    snippet: {
      type: 'array',
      items: { type: 'object', properties: { text: STRING, hit: { type: 'boolean' } } },
    },
    score: { type: 'number' },
    href: STRING,
  },
};

const FACET: Part = {
  type: 'object',
  required: ['facet', 'title', 'total', 'values'],
  properties: {
    facet: { type: 'string', enum: ['dataset', 'type', 'place', 'period', 'concept'] },
    vocabulary: STRING,
    title: STRING,
    total: { type: 'integer' },
    values: {
      type: 'array',
      items: {
        type: 'object',
        required: ['value', 'label', 'count', 'chosen', 'href'],
        properties: {
          value: STRING,
          label: STRING,
          count: { type: 'integer' },
          chosen: { type: 'boolean' },
          href: STRING,
        },
      },
    },
  },
};

const RESULTS: Part = {
  type: 'object',
  required: ['question', 'language', 'total', 'page', 'pages', 'limit', 'links', 'things', 'facets'],
  properties: {
    question: { type: 'object' },
    language: STRING,
    total: { type: 'integer' },
    page: { type: 'integer' },
    pages: { type: 'integer' },
    limit: { type: 'integer' },
    links: { type: 'object', additionalProperties: STRING },
    correction: { type: 'object', properties: { q: STRING, href: STRING } },
    things: { type: 'array', items: THING },
    facets: { type: 'array', items: FACET },
  },
};

const SUGGESTIONS: Part = {
  type: 'object',
  required: ['q', 'suggestions'],
  properties: {
    q: STRING,
    suggestions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['iri', 'label', 'dataset', 'href'],
        properties: { iri: STRING, label: STRING, type: NAMED, dataset: DATASET, href: STRING },
      },
    },
  },
};

const SCHEMAS: Readonly<Record<string, Part>> = {
  'application/json': RESULTS,
  'application/geo+json': { type: 'object' },
  'text/csv': STRING,
};

const results = (path: string, id: string, mediaTypes: readonly string[]): Operation => ({
  path,
  id,
  tag: 'search',
  summary: { fr: 'Ce que l’on trouve, par mots et par facettes', en: 'What is found, by words and facets' },
  description: {
    fr: 'JSON : page par page, avec les facettes et leurs comptes exacts. GeoJSON et CSV : tout ce qui est trouvé, 10 000 choses au plus ; au-delà, un refus (413), jamais une réponse coupée.',
    en: 'JSON: page by page, with the facets and their exact counts. GeoJSON and CSV: all that is found, 10,000 things at most; beyond, a refusal (413), never a cut answer.',
  },
  parameters: [...QUESTION, ...PAGING],
  content: Object.fromEntries(mediaTypes.map((one) => [one, SCHEMAS[one] ?? STRING])),
  problems: [400, 404, 406, 413, 429],
});

/** The search: its page, its data, its suggestions. */
export const SEARCH_OPERATIONS: readonly Operation[] = [
  {
    path: '/search',
    id: 'searchPage',
    tag: 'search',
    summary: { fr: 'La recherche, en page', en: 'The search, as a page' },
    parameters: QUESTION,
    content: ['text/html'],
    problems: [400, 404, 406],
  },
  results(
    '/api/search',
    'search',
    SEARCH_FORMATS.map(({ mediaType }) => mediaType),
  ),
  ...SEARCH_FORMATS.map(({ extension, mediaType }) =>
    results(`/api/search.${extension}`, `search.${extension}`, [mediaType]),
  ),
  {
    path: '/api/suggest.json',
    id: 'suggest',
    tag: 'search',
    summary: { fr: 'Ce que l’on est en train d’écrire, achevé', en: 'What is being typed, completed' },
    parameters: [{ ...TEXT, required: true }, ...QUESTION.slice(1), ...PAGING.slice(1)],
    content: { 'application/json': SUGGESTIONS },
    problems: [400],
  },
];
