import { MOST_ZOOM } from '../map/asked-view.ts';
import { type Operation, type Parameter, type Part, STRING } from './parts.ts';
import { QUESTION, THING } from './search-operations.ts';

const NUMBER: Part = { type: 'number' };
const WHOLE: Part = { type: 'integer' };

const BOUNDS: Parameter = {
  name: 'bounds',
  in: 'query',
  description: {
    fr: 'La partie du monde que l’on regarde : ouest,sud,est,nord en degrés ; l’ouest au-delà de l’est traverse l’antiméridien. Sans elle : partout.',
    en: 'The part of the world that is looked at: west,south,east,north in degrees; west beyond east crosses the antimeridian. Without it: everywhere.',
  },
  schema: STRING,
  example: '-5.2,41.3,9.7,51.2',
};
const ZOOM: Parameter = {
  name: 'zoom',
  in: 'query',
  description: {
    fr: 'Le niveau (Web Mercator) : un carré a 64 pixels de côté quand une tuile en a 256.',
    en: 'The level (Web Mercator): a square has sides of 64 pixels where a tile has 256.',
  },
  schema: { type: 'integer', minimum: 0, maximum: MOST_ZOOM },
};
const PAGE: Parameter = {
  name: 'page',
  in: 'query',
  description: { fr: 'La page, à partir de 1.', en: 'The page, from 1 on.' },
  schema: { type: 'integer', minimum: 1 },
};

const BOX: Part = { type: 'array', items: NUMBER, minItems: 4, maxItems: 4 };
const CELLS: Part = {
  type: 'object',
  required: ['zoom', 'located', 'gathered', 'cells'],
  properties: {
    zoom: WHOLE,
    located: WHOLE,
    gathered: WHOLE,
    cells: {
      type: 'array',
      items: {
        type: 'object',
        required: ['count', 'latitude', 'longitude'],
        properties: {
          count: WHOLE,
          latitude: NUMBER,
          longitude: NUMBER,
          box: BOX,
          iri: STRING,
          label: STRING,
          href: STRING,
        },
      },
    },
  },
};
/** With when it is from, in words, and the name by its parts where words of the question are in it. */
const LISTED: Part = {
  allOf: [
    THING,
    {
      type: 'object',
      properties: {
        when: STRING,
        parts: {
          type: 'array',
          items: { type: 'object', properties: { text: STRING, hit: { type: 'boolean' } } },
        },
      },
    },
  ],
};
const THINGS: Part = {
  type: 'object',
  required: ['located', 'total', 'page', 'pages', 'things'],
  properties: {
    located: WHOLE,
    total: WHOLE,
    page: WHOLE,
    pages: WHOLE,
    things: { type: 'array', items: LISTED },
  },
};
const OUTLINES: Part = {
  type: 'array',
  items: {
    type: 'object',
    required: ['name', 'box', 'rings'],
    properties: { name: STRING, box: BOX, rings: { type: 'array' } },
  },
};

/** The map: its page and what it asks for while it is moved. */
export const MAP_OPERATIONS: readonly Operation[] = [
  {
    path: '/map',
    id: 'mapPage',
    tag: 'search',
    summary: { fr: 'Ce que l’on trouve, sur une carte', en: 'What is found, on a map' },
    parameters: [...QUESTION, PAGE],
    content: ['text/html'],
    problems: [400, 404, 406],
  },
  {
    path: '/map/cells.json',
    id: 'mapCells',
    tag: 'search',
    summary: { fr: 'Ce que l’on trouve, rassemblé par carrés', en: 'What is found, gathered by squares' },
    description: {
      fr: 'Rien n’est coupé : les comptes des carrés font ensemble « gathered ». Trop de carrés pour une réponse sont un refus (400).',
      en: 'Nothing is cut: the counts of the squares add up to “gathered”. Too many squares for one answer are refused (400).',
    },
    parameters: [...QUESTION, BOUNDS, ZOOM],
    content: { 'application/json': CELLS },
    problems: [400],
  },
  {
    path: '/map/things.json',
    id: 'mapThings',
    tag: 'search',
    summary: {
      fr: 'Ce que l’on trouve dans une partie du monde',
      en: 'What is found in a part of the world',
    },
    parameters: [...QUESTION, BOUNDS, PAGE],
    content: { 'application/json': THINGS },
    problems: [400, 404],
  },
  {
    path: '/map/outlines.json',
    id: 'mapOutlines',
    tag: 'search',
    summary: {
      fr: 'Les contours de la France et de ses territoires, en degrés',
      en: 'The outlines of France and its territories, in degrees',
    },
    content: { 'application/json': OUTLINES },
  },
];
