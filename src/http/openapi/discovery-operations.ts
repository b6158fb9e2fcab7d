import { same } from '../../model/index.ts';
import {
  datasetParameter,
  EXTENSION,
  type Operation,
  PAGE_AND_RDF,
  type Parameter,
  RDF,
  STRING,
} from './parts.ts';
import type { Examples } from './thing-operations.ts';

/** Addresses by which the others are found. */
export function discoveryOperations({ dataset }: Examples): readonly Operation[] {
  const slug = datasetParameter(dataset);
  return [
    {
      path: '/.well-known/void',
      id: 'void',
      tag: 'datasets',
      summary: { fr: 'Les jeux de données, en VoID', en: 'The datasets, in VoID' },
      content: PAGE_AND_RDF,
      problems: [406],
    },
    {
      path: '/.well-known/void.{extension}',
      id: 'voidAs',
      tag: 'datasets',
      summary: {
        fr: 'Les jeux de données en VoID, dans un format',
        en: 'The datasets in VoID, in one format',
      },
      parameters: [EXTENSION],
      content: PAGE_AND_RDF,
      problems: [404],
    },
    {
      path: '/fragments',
      id: 'fragments',
      tag: 'things',
      summary: {
        fr: 'Les énoncés d’un motif (Triple Pattern Fragments)',
        en: 'The statements of a pattern (Triple Pattern Fragments)',
      },
      description: {
        fr: 'Un IRI tel quel ; un littéral entre guillemets, avec @langue ou ^^ et son type ; rien pour une variable. Cent énoncés par page.',
        en: 'An IRI as it is; a literal between quotes, with @language or ^^ and its datatype; nothing for a variable. A hundred statements a page.',
      },
      parameters: (['subject', 'predicate', 'object', 'page'] as const).map(queryParameter),
      // TriG first: the controls stand in a graph of their own.
      content: ['application/trig', ...RDF.filter((type) => type !== 'application/trig'), 'text/html'],
      problems: [400, 406, 413, 429, 503],
    },
    {
      path: '/sitemap.xml',
      id: 'sitemap',
      tag: 'server',
      summary: { fr: 'Le plan du site', en: 'The map of the site' },
      content: ['application/xml'],
    },
    {
      path: '/sitemap/pages.xml',
      id: 'sitemapPages',
      tag: 'server',
      summary: { fr: 'Les pages', en: 'The pages' },
      content: ['application/xml'],
    },
    {
      path: '/sitemap/{dataset}/{number}.xml',
      id: 'sitemapThings',
      tag: 'server',
      summary: { fr: 'Les ressources d’un jeu', en: 'The things of a dataset' },
      parameters: [
        slug,
        {
          name: 'number',
          in: 'path',
          description: {
            fr: 'Le numéro du fichier, à partir de 1.',
            en: 'The number of the file, from 1 on.',
          },
          schema: { type: 'integer', minimum: 1 },
          example: 1,
        },
      ],
      content: ['application/xml'],
      problems: [404],
    },
  ];
}

const POSITIONS = {
  subject: { fr: 'Le sujet.', en: 'The subject.' },
  predicate: { fr: 'La propriété.', en: 'The predicate.' },
  object: { fr: 'L’objet.', en: 'The object.' },
  page: same('Page.'),
};

const queryParameter = (name: keyof typeof POSITIONS): Parameter => ({
  name,
  in: 'query',
  description: POSITIONS[name],
  schema: name === 'page' ? { type: 'integer', minimum: 1 } : STRING,
});
