import { type Operation, type Parameter, type Part, STRING } from './parts.ts';

const QUERY: Parameter = {
  name: 'query',
  in: 'query',
  required: true,
  description: { fr: 'La requête à examiner.', en: 'The query to look at.' },
  schema: STRING,
  example: 'SELECT * WHERE { ?thing a ?class } LIMIT 10',
};

const LANG: Parameter = {
  name: 'lang',
  in: 'query',
  description: { fr: 'La langue des libellés.', en: 'The language of the labels.' },
  schema: { type: 'string', enum: ['fr', 'en'] },
  example: 'fr',
};

const WHOLE: Part = { type: 'integer', minimum: 0 };
const object = (properties: Readonly<Record<string, Part>>, optional: readonly string[] = []): Part => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

const ADVICE: Part = {
  type: 'array',
  items: object(
    {
      code: STRING,
      severity: { type: 'string', enum: ['error', 'warning'] },
      line: WHOLE,
      column: WHOLE,
      length: WHOLE,
      message: object({ fr: STRING, en: STRING }),
      suggestion: STRING,
    },
    ['suggestion'],
  ),
};

const TERMS: Part = {
  type: 'array',
  items: object({ iri: STRING, label: STRING, count: WHOLE }, ['label']),
};

const CHECK = {
  path: '/sparql/check',
  tag: 'sparql',
  content: { 'application/json': ADVICE },
  problems: [400, 403, 413, 415, 503],
} as const;

/** What helps to write a query and to see its answer: advice on its text, the words of the data, outlines. */
export const DESK: readonly Operation[] = [
  {
    ...CHECK,
    id: 'sparqlCheck',
    summary: { fr: 'Ce qui cloche dans une requête', en: 'What is wrong with a query' },
    description: {
      fr: 'Sans la poser : les classes, propriétés, langues et graphes que les données n’ont pas, les produits cartésiens, les fautes de syntaxe, chacun avec sa place et ce qui était sans doute voulu.',
      en: 'Without asking it: classes, properties, languages and graphs that the data do not have, cartesian products, mistakes of syntax, each with its place and what was probably meant.',
    },
    parameters: [QUERY],
  },
  {
    ...CHECK,
    method: 'post',
    id: 'sparqlCheckPost',
    summary: {
      fr: 'Ce qui cloche dans une requête, donnée dans le corps',
      en: 'What is wrong with a query, given in the body',
    },
    body: { 'application/sparql-query': STRING },
  },
  {
    path: '/sparql/terms.json',
    id: 'sparqlTerms',
    tag: 'sparql',
    summary: {
      fr: 'Les classes et propriétés des données, et leur nombre d’emplois',
      en: 'Classes and properties of the data, and how often they are used',
    },
    parameters: [LANG],
    content: { 'application/json': object({ classes: TERMS, properties: TERMS }) },
  },
  {
    path: '/sparql/territories.json',
    id: 'sparqlTerritories',
    tag: 'sparql',
    summary: { fr: 'Des contours pour la carte des réponses', en: 'Outlines for the map of answers' },
    content: { 'application/json': { type: 'object' } },
  },
];
