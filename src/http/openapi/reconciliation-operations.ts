import { type Operation, type Parameter, type Part, STRING } from './parts.ts';
import type { Examples } from './thing-operations.ts';

const BOOLEAN: Part = { type: 'boolean' };
const NAMED: Part = { type: 'object', required: ['id', 'name'], properties: { id: STRING, name: STRING } };

const MANIFEST: Part = {
  type: 'object',
  required: ['versions', 'name', 'identifierSpace', 'schemaSpace', 'view', 'defaultTypes'],
  properties: {
    versions: { type: 'array', items: STRING },
    name: STRING,
    identifierSpace: STRING,
    schemaSpace: STRING,
    view: { type: 'object', properties: { url: STRING } },
    defaultTypes: { type: 'array', items: NAMED },
    preview: { type: 'object' },
    suggest: { type: 'object' },
    extend: { type: 'object' },
    batchSize: { type: 'integer' },
  },
};

const CANDIDATE: Part = {
  type: 'object',
  required: ['id', 'name', 'score', 'match'],
  properties: {
    id: STRING,
    name: STRING,
    description: STRING,
    type: { type: 'array', items: NAMED },
    score: { type: 'number', minimum: 0, maximum: 100 },
    features: {
      type: 'array',
      items: { type: 'object', properties: { id: STRING, value: { type: ['number', 'boolean'] } } },
    },
    match: BOOLEAN,
  },
};

const RESULTS: Part = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    required: ['result'],
    properties: { result: { type: 'array', items: CANDIDATE } },
  },
};

const EXTENSION: Part = {
  type: 'object',
  required: ['meta', 'rows'],
  properties: { meta: { type: 'array', items: NAMED }, rows: { type: 'object' } },
};

const SUGGESTIONS: Part = {
  type: 'object',
  required: ['result'],
  properties: { result: { type: 'array', items: NAMED } },
};

const FORM: Readonly<Record<string, Part>> = {
  'application/x-www-form-urlencoded': {
    type: 'object',
    properties: { queries: STRING, extend: STRING },
  },
};

const PREFIX: Parameter = {
  name: 'prefix',
  in: 'query',
  required: true,
  description: {
    fr: 'Le début d’un nom, ou un identifiant.',
    en: 'The beginning of a name, or an identifier.',
  },
  schema: STRING,
  example: 'mus',
};
const CURSOR: Parameter = {
  name: 'cursor',
  in: 'query',
  description: { fr: 'Suggestions à passer.', en: 'Suggestions to skip.' },
  schema: { type: 'integer', minimum: 0 },
};
const TYPE: Parameter = {
  name: 'type',
  in: 'query',
  description: {
    fr: 'Une classe : son IRI, ou son nom avec un préfixe connu.',
    en: 'A class: its IRI, or its name with a known prefix.',
  },
  schema: STRING,
};

const SERVICE = { fr: 'Le service de rapprochement', en: 'The reconciliation service' };

const service = (path: string, id: string, parameters: readonly Parameter[]): readonly Operation[] => [
  {
    path,
    id,
    tag: 'reconciliation',
    summary: SERVICE,
    description: {
      fr: 'Sans paramètre : le manifeste, ou la page pour les personnes. Avec queries ou extend : comme POST.',
      en: 'Without a parameter: the manifest, or the page for people. With queries or extend: as POST.',
    },
    parameters,
    content: { 'application/json': MANIFEST, 'text/html': STRING },
    problems: [400, 404, 406, 413, 429],
  },
  {
    path,
    method: 'post',
    id: `${id}.queries`,
    tag: 'reconciliation',
    summary: { fr: 'Rapprocher des noms, ou prendre des valeurs', en: 'Reconcile names, or fetch values' },
    description: {
      fr: 'queries : un lot de requêtes, 50 au plus. extend : des identifiants et des propriétés. Reconciliation Service API 0.2 ; en application/json, le projet de version 1.0.',
      en: 'queries: a batch of at most 50 queries. extend: identifiers and properties. Reconciliation Service API 0.2; as application/json, the draft of version 1.0.',
    },
    parameters,
    body: FORM,
    content: { 'application/json': { anyOf: [RESULTS, EXTENSION] } },
    problems: [400, 404, 413, 415, 429],
  },
];

/** Reconciliation: of all things and of one dataset. */
export function reconciliationOperations(
  base: string,
  { dataset, identifier }: Examples,
): readonly Operation[] {
  const slug: Parameter = {
    name: 'dataset',
    in: 'path',
    description: { fr: 'Le nom du jeu de données.', en: 'The name of the dataset.' },
    schema: STRING,
    example: dataset,
  };
  return [
    ...service('/reconcile', 'reconcile', []),
    ...service('/reconcile/{dataset}', 'reconcileDataset', [slug]),
    ...(['entity', 'type', 'property'] as const).map(
      (what): Operation => ({
        path: `/reconcile/suggest/${what}`,
        id: `reconcile.suggest.${what}`,
        tag: 'reconciliation',
        summary: {
          fr: 'Ce que l’on écrit, achevé, pour OpenRefine et ses semblables',
          en: 'What is typed, completed, for OpenRefine and the like',
        },
        parameters: [PREFIX, CURSOR, ...(what === 'type' ? [] : [TYPE])],
        content: { 'application/json': SUGGESTIONS },
        problems: [400],
      }),
    ),
    {
      path: '/reconcile/extend/propose',
      id: 'reconcile.propose',
      tag: 'reconciliation',
      summary: { fr: 'Les propriétés d’une classe', en: 'The properties of a class' },
      parameters: [TYPE],
      content: {
        'application/json': {
          type: 'object',
          required: ['properties'],
          properties: { properties: { type: 'array', items: NAMED } },
        },
      },
      problems: [400],
    },
    {
      path: '/reconcile/preview',
      id: 'reconcile.preview',
      tag: 'reconciliation',
      summary: { fr: 'Un aperçu d’une chose, à encadrer', en: 'A preview of a thing, to be framed' },
      parameters: [
        {
          name: 'id',
          in: 'query',
          required: true,
          description: { fr: 'L’identifiant, ou l’IRI.', en: 'The identifier, or the IRI.' },
          schema: STRING,
          example: `${base}id/${dataset}/${identifier}`,
        },
      ],
      content: ['text/html'],
      problems: [400, 404],
    },
  ];
}
