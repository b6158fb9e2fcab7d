import { datasetParameter, type Operation } from './parts.ts';
import type { Examples } from './thing-operations.ts';

const PACKINGS = { gz: 'application/gzip', zst: 'application/zstd' } as const;
const NQUADS = [{ format: 'nq', packing: 'gz' }] as const;

/** Addresses of the data of a dataset as files: every dump there is, and what spreadsheets and maps read. */
export function dumpOperations({
  dataset,
  placed = dataset,
  dumps = NQUADS,
}: Examples): readonly Operation[] {
  const slug = datasetParameter(dataset);
  const withPlaces = { ...slug, example: placed };
  const files = dumps.map(
    ({ format, packing }): Operation => ({
      path: `/dataset/{dataset}.${format}.${packing}`,
      id: `dump-${format}-${packing}`,
      tag: 'datasets',
      summary: {
        fr: `Toutes les données d’un jeu : ${format}, ${packing}`,
        en: `All data of a dataset: ${format}, ${packing}`,
      },
      parameters: [format === 'geojson' ? withPlaces : slug],
      content: [PACKINGS[packing]],
      problems: [404, 416],
    }),
  );
  return [
    ...files,
    {
      path: '/dataset/{dataset}/table.csv',
      id: 'table',
      tag: 'datasets',
      summary: { fr: 'Un jeu de données, en tableau', en: 'A dataset, as a table' },
      parameters: [slug],
      content: ['text/csv'],
      problems: [404],
    },
    {
      path: '/dataset/{dataset}/places.geojson',
      id: 'places',
      tag: 'datasets',
      summary: { fr: 'Les lieux d’un jeu de données', en: 'The places of a dataset' },
      parameters: [withPlaces],
      content: ['application/geo+json'],
      problems: [404],
    },
  ];
}
