import { type Operation, type Parameter, type Part, STRING } from './parts.ts';
import type { Examples } from './thing-operations.ts';

const WHOLE: Part = { type: 'integer', minimum: 0 };

const RECORD: Part = {
  type: 'object',
  required: ['file', 'row', 'line', 'cells'],
  properties: {
    file: STRING,
    row: WHOLE,
    line: WHOLE,
    cells: { type: 'object', additionalProperties: STRING },
  },
};

const RULE: Part = {
  type: 'object',
  required: ['file', 'line', 'columns', 'how'],
  properties: {
    file: STRING,
    line: WHOLE,
    columns: { type: 'array', items: STRING },
    private: {
      type: 'array',
      items: { type: 'string' },
      description: 'Columns whose cells are kept private',
    },
    how: { type: 'string', enum: ['cell', 'template', 'function', 'constant'] },
    transformation: STRING,
    vocabulary: STRING,
  },
};

const ORIGINS: Part = {
  type: 'object',
  required: ['thing', 'release', 'dataset', 'total', 'statements'],
  properties: {
    thing: STRING,
    release: STRING,
    dataset: STRING,
    changed: { type: 'string', format: 'date-time' },
    total: WHOLE,
    statements: {
      type: 'array',
      items: {
        type: 'object',
        required: ['subject', 'property', 'value', 'records', 'rules'],
        properties: {
          subject: STRING,
          property: STRING,
          value: STRING,
          records: { type: 'array', items: RECORD },
          rules: { type: 'array', items: RULE },
        },
      },
    },
  },
};

const parameter = (name: string, fr: string, en: string): Parameter => ({
  name,
  in: 'query',
  description: { fr, en },
  schema: STRING,
});

/** Where statements come from. */
export const originOperations = (base: string, { dataset, identifier }: Examples): readonly Operation[] => [
  {
    path: '/api/origins.json',
    id: 'origins',
    tag: 'things',
    summary: {
      fr: 'D’où viennent les énoncés d’une ressource',
      en: 'Where the statements of a thing come from',
    },
    description: {
      fr: 'Pour chaque énoncé : fichier, enregistrement, ligne et cellules de la source ; fichier et ligne de la règle, ses colonnes, sa transformation telle qu’elle est écrite, et le vocabulaire où elle cherche. Plusieurs règles : la condition de l’enregistrement a décidé. Aucune : la plateforme l’a ajouté.',
      en: 'For each statement: file, record, line and cells of the source; file and line of the rule, its columns, its transformation as it is written, and the vocabulary that it looks up. Several rules: a condition on the record decided. None: the platform added it.',
    },
    parameters: [
      {
        ...parameter('thing', 'IRI de la ressource.', 'IRI of the thing.'),
        required: true,
        example: `${base}id/${dataset}/${identifier}`,
      },
      parameter(
        'subject',
        'Seulement ce sujet : la ressource, ou un IRI à fragment d’elle.',
        'Only this subject: the thing, or a hash IRI of it.',
      ),
      parameter('property', 'Seulement cette propriété.', 'Only this property.'),
    ],
    content: { 'application/json': ORIGINS },
    problems: [400, 404],
  },
];
