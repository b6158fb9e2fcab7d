import {
  authorityLabel,
  CATALOGUE_TEXTS,
  DUMP_SYNTAXES,
  type FileDistribution,
  filesOf,
} from '../catalogue/index.ts';
import type { Agent, Language } from '../model/index.ts';
import { ianaMediaType, schema } from '../rdf/index.ts';
import type { PageFrame } from './frame.ts';
import type { DatasetOverview } from './overview.ts';

/** Characters of a description that dataset search engines take. */
const LONGEST_DESCRIPTION = 5000;

/**
 * A dataset as dataset search engines read it (https://schema.org/Dataset, with the properties that
 * https://developers.google.com/search/docs/appearance/structured-data/dataset asks for): the facts of its DCAT
 * description, and no others.
 */
export const datasetJsonLd = (frame: PageFrame, overview: DatasetOverview): object => ({
  '@context': schema.namespace,
  ...datasetNode(frame, overview),
  distribution: filesOf({ ...overview, base: frame.base, modified: modified(frame, overview).createdAt }).map(
    (file) => download(file, frame.language),
  ),
  includedInDataCatalog: {
    '@type': 'DataCatalog',
    '@id': `${frame.base}catalogue`,
    name: CATALOGUE_TEXTS.title[frame.language],
  },
});

/** The catalogue with its datasets (https://schema.org/DataCatalog). */
export const catalogueJsonLd = (frame: PageFrame, datasets: readonly DatasetOverview[]): object => ({
  '@context': schema.namespace,
  '@type': 'DataCatalog',
  '@id': `${frame.base}catalogue`,
  identifier: `${frame.base}catalogue`,
  url: `${frame.base}catalogue`,
  name: CATALOGUE_TEXTS.title[frame.language],
  description: CATALOGUE_TEXTS.description[frame.language],
  dateModified: frame.release.createdAt,
  dataset: datasets.map((one) => datasetNode(frame, one)),
});

/** The latest change of the dump. */
const modified = ({ release }: PageFrame, { released }: DatasetOverview) => released.changed ?? release;

function datasetNode(frame: PageFrame, overview: DatasetOverview): object {
  const { base, language, release } = frame;
  const { dataset, released } = overview;
  const iri = `${base}dataset/${dataset.slug}`;
  const changed = modified(frame, overview);
  return {
    '@type': 'Dataset',
    '@id': iri,
    identifier: iri,
    url: iri,
    name: dataset.title[language],
    description: dataset.description[language].slice(0, LONGEST_DESCRIPTION),
    license: dataset.licence.iri,
    keywords: dataset.keywords[language],
    publisher: organisation(dataset.publisher, language),
    version: changed.id,
    datePublished: (released.first ?? release).createdAt,
    dateModified: changed.createdAt,
    isAccessibleForFree: true,
    ...(dataset.spatial.length > 0 && {
      spatialCoverage: dataset.spatial.map((place) => ({
        '@type': 'Place',
        '@id': place,
        name: authorityLabel(place)[language],
      })),
    }),
    ...(dataset.origins.length > 0 && { isBasedOn: dataset.origins }),
  };
}

const download = (
  { iri, title, address, format, file, licence }: FileDistribution,
  language: Language,
): object => ({
  '@type': 'DataDownload',
  '@id': iri,
  name: title[language],
  contentUrl: address,
  encodingFormat: DUMP_SYNTAXES[format].mediaType.slice(ianaMediaType.namespace.length),
  license: licence,
  ...(file && { contentSize: String(file.bytes), sha256: file.sha256 }),
});

const organisation = ({ iri, name }: Agent, language: Language): object => ({
  '@type': 'Organization',
  '@id': iri,
  name: name[language],
});
