import type { Bilingual } from '../../model/index.ts';
import { FIELDS } from '../../pages/index.ts';
import { EXTENSION, type Operation, PAGE_AND_RDF, type Parameter, type Part, STRING } from './parts.ts';

/** What addresses of contributions are shown with. */
export interface ContributionExamples {
  /** IRI of a thing, and slug of a dataset. */
  readonly thing: string;
  readonly dataset: string;
  /** Number of one that is published. */
  readonly contribution: string | undefined;
}

const query = (name: string, description: Bilingual, more: Partial<Parameter> = {}): Parameter => ({
  name,
  in: 'query',
  description,
  schema: STRING,
  ...more,
});

const PAGE = query(
  'page',
  { fr: 'La page, à partir de 1.', en: 'The page, from 1 on.' },
  { schema: { type: 'integer', minimum: 1, maximum: 400 } },
);
const ABOUT = query('about', {
  fr: 'L’IRI d’une chose ou d’un jeu de données : ce qui en parle.',
  en: 'The IRI of a thing or a dataset: what is about it.',
});

/** Forms, and what was published of them. */
export function contributionOperations(examples: ContributionExamples): readonly Operation[] {
  const thing = query(
    'thing',
    { fr: 'L’IRI de la chose ou du jeu de données.', en: 'The IRI of the thing or the dataset.' },
    { required: true, example: examples.thing },
  );
  const dataset = query(
    'dataset',
    { fr: 'Le nom du jeu de données.', en: 'The name of the dataset.' },
    { required: true, example: examples.dataset },
  );
  const statement = [
    query('subject', {
      fr: 'Le sujet de l’énoncé ; sans lui, la chose.',
      en: 'The subject of the statement; without it, the thing.',
    }),
    query('property', { fr: 'La propriété de l’énoncé.', en: 'The property of the statement.' }),
    query('value', {
      fr: 'La valeur en N-Triples, ou sha256: suivi de l’empreinte de ce texte.',
      en: 'The value in N-Triples, or sha256: followed by the hash of that text.',
    }),
  ];
  return [
    ...formOf('report', '/contribute/report', [thing, ...statement]),
    ...formOf('reuse', '/contribute/reuse', [dataset]),
    ...formOf('message', '/contact', []),
    {
      ...LIST,
      path: '/contributions',
      id: 'contributions',
      parameters: [ABOUT, PAGE],
      content: [...PAGE_AND_RDF, 'application/atom+xml'],
      problems: [404, 406, 503],
    },
    {
      ...LIST,
      path: '/contributions.{extension}',
      id: 'contributionsAs',
      parameters: [EXTENSION, ABOUT, PAGE],
      content: PAGE_AND_RDF,
      problems: [404, 503],
    },
    ...(examples.contribution === undefined ? [] : [one(examples.contribution)]),
  ];
}

const TAG = { tag: 'contributions' };

const LIST = {
  ...TAG,
  summary: {
    fr: 'Ce que les lecteurs ont signalé ou construit, après modération',
    en: 'What readers reported or built, after moderation',
  },
};

const one = (example: string): Operation => ({
  ...TAG,
  path: '/contributions/{contribution}',
  id: 'contribution',
  summary: {
    fr: 'Une contribution publiée (Web Annotation, DUV)',
    en: 'A contribution that was published (Web Annotation, DUV)',
  },
  parameters: [
    {
      name: 'contribution',
      in: 'path',
      description: { fr: 'Son numéro.', en: 'Its number.' },
      schema: STRING,
      example,
    },
  ],
  content: PAGE_AND_RDF,
  problems: [404, 406, 503],
});

const SUMMARIES = {
  report: { fr: 'Signaler une erreur', en: 'Report an error' },
  reuse: { fr: 'Proposer une réutilisation', en: 'Submit a reuse' },
  message: { fr: 'Écrire à l’éditeur', en: 'Write to the publisher' },
};

function formOf(
  kind: keyof typeof FIELDS,
  path: string,
  parameters: readonly Parameter[],
): readonly Operation[] {
  const shown: Operation = {
    ...TAG,
    path,
    id: `${kind}Form`,
    summary: SUMMARIES[kind],
    parameters,
    content: ['text/html'],
    problems: [400, 404, 406, 503],
  };
  const sent: Operation = {
    ...TAG,
    path,
    method: 'post',
    id: `${kind}Sent`,
    summary: SUMMARIES[kind],
    description: {
      fr: 'Le champ seal est celui du formulaire, montré depuis 3 secondes à un jour. Location donne le numéro ; sinon le formulaire revient (422, 429, 503) avec ce qui a été saisi.',
      en: 'The field seal is that of the form, shown from 3 seconds to a day ago. Location gives the number; else the form comes back (422, 429, 503) with what was typed.',
    },
    body: { 'application/x-www-form-urlencoded': bodyOf(kind, parameters) },
    status: 303,
    content: [],
    problems: [400, 403, 404, 413, 415],
  };
  return [shown, sent];
}

const bodyOf = (kind: keyof typeof FIELDS, parameters: readonly Parameter[]): Part => ({
  type: 'object',
  required: [
    'seal',
    ...parameters.filter(({ required }) => required).map(({ name }) => name),
    ...FIELDS[kind].filter(({ isRequired }) => isRequired).map(({ name }) => name),
  ],
  properties: {
    seal: STRING,
    ...Object.fromEntries(parameters.map(({ name }) => [name, STRING])),
    ...Object.fromEntries(FIELDS[kind].map(({ name, most }) => [name, { ...STRING, maxLength: most }])),
  },
});
