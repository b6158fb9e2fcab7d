import { type Operation, type Parameter, STRING } from './parts.ts';
import type { Examples } from './thing-operations.ts';

const LANG: Parameter = {
  name: 'lang',
  in: 'query',
  description: { fr: 'La langue des textes.', en: 'The language of the texts.' },
  schema: { type: 'string', enum: ['fr', 'en'] },
  example: 'fr',
};

const RELEASE: Parameter = {
  name: 'release',
  in: 'query',
  description: {
    fr: 'Une version conservée : le graphique tel qu’il y était, pour toujours. Sans elle, la dernière.',
    en: 'A release that is kept: the chart as it was there, for ever. Without it, the latest.',
  },
  schema: STRING,
};

const JSON_TYPE = 'application/json';

/** Addresses of charts; none where no chart is declared. */
export function chartOperations({ chart }: Examples): readonly Operation[] {
  if (chart === undefined) return [];
  const [dataset = '', name = ''] = chart.split('/');
  const path: readonly Parameter[] = [
    {
      name: 'dataset',
      in: 'path',
      description: { fr: 'Le jeu de données du graphique.', en: 'The dataset of the chart.' },
      schema: STRING,
      example: dataset,
    },
    {
      name: 'chart',
      in: 'path',
      description: { fr: 'Le nom du graphique.', en: 'The name of the chart.' },
      schema: STRING,
      example: name,
    },
    RELEASE,
    LANG,
  ];
  return [
    {
      path: '/chart/{dataset}/{chart}',
      id: 'chart',
      tag: 'datasets',
      summary: {
        fr: 'Un graphique : page, image, tableau',
        en: 'A chart: page, image, table',
      },
      parameters: path,
      content: [JSON_TYPE, 'text/csv', 'image/svg+xml', 'text/html'],
      problems: [400, 404, 406, 410],
    },
    ...(
      [
        ['svg', 'image/svg+xml', { fr: 'Un graphique en image', en: 'A chart as an image' }],
        ['csv', 'text/csv', { fr: 'Les nombres d’un graphique', en: 'The numbers of a chart' }],
        [
          'json',
          JSON_TYPE,
          {
            fr: 'Un graphique : ses nombres, sa question, ses adresses',
            en: 'A chart: its numbers, its query, its addresses',
          },
        ],
      ] as const
    ).map(
      ([extension, mediaType, summary]): Operation => ({
        path: `/chart/{dataset}/{chart}.${extension}`,
        id: `chart-${extension}`,
        tag: 'datasets',
        summary,
        parameters: path,
        content: [mediaType],
        problems: [400, 404, 410],
      }),
    ),
    {
      path: '/chart/{dataset}/{chart}/frame',
      id: 'chart-frame',
      tag: 'datasets',
      summary: {
        fr: 'Un graphique en petite page, qu’un autre site peut encadrer',
        en: 'A chart as a small page, which another site may frame',
      },
      parameters: path,
      content: ['text/html'],
      problems: [400, 404, 410],
    },
  ];
}
