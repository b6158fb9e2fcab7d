import type { Bilingual } from '../../model/index.ts';
import { datasetParameter, type Operation, STRING } from './parts.ts';
import type { Examples } from './thing-operations.ts';

/** Addresses that are pages only: vocabularies, the model, what is said of the site. */
export function siteOperations({ vocabulary }: Examples): readonly Operation[] {
  const all: readonly Operation[] = [
    page('/vocabularies', 'vocabularies', { fr: 'Les vocabulaires', en: 'The vocabularies' }),
    {
      ...page('/model', 'model', {
        fr: 'Les classes et les propriétés des données, ou une d’elles',
        en: 'The classes and properties of the data, or one of them',
      }),
      parameters: [
        {
          name: 'term',
          in: 'query',
          description: { fr: 'L’IRI du terme.', en: 'The IRI of the term.' },
          schema: STRING,
        },
      ],
      problems: [404, 406],
    },
    page('/about', 'about', { fr: 'La démarche', en: 'About the site' }),
    page('/legal', 'legal', { fr: 'Les mentions légales', en: 'The legal notice' }),
    page('/accessibility', 'accessibility', {
      fr: 'La déclaration d’accessibilité',
      en: 'The accessibility statement',
    }),
  ];
  return vocabulary === undefined ? all : [...all, treeOf(vocabulary)];
}

const page = (path: string, id: string, summary: Bilingual): Operation => ({
  path,
  id,
  tag: 'datasets',
  summary,
  content: ['text/html'],
  problems: [406],
});

const treeOf = (vocabulary: string): Operation => ({
  ...page('/vocabulary/{dataset}', 'vocabulary', {
    fr: 'L’arbre d’un vocabulaire, ou une de ses branches',
    en: 'The tree of a vocabulary, or one of its branches',
  }),
  parameters: [
    datasetParameter(vocabulary),
    {
      name: 'concept',
      in: 'query',
      description: {
        fr: 'L’IRI du concept dont la branche est voulue.',
        en: 'The IRI of the concept whose branch is wanted.',
      },
      schema: STRING,
    },
    {
      name: 'page',
      in: 'query',
      description: {
        fr: 'La page des concepts d’un même rang, comptée à partir de 1.',
        en: 'The page of concepts of one level, counted from 1.',
      },
      schema: { type: 'integer', minimum: 1 },
      example: 1,
    },
  ],
  problems: [404, 406],
});
