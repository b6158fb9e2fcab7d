import { cimaise, csvw, dcat, dcterms, foaf, rdfs, rml, sh } from '../rdf/index.ts';

const AUTHORITY = 'http://publications.europa.eu/resource/authority/';
const texts = (id: string) => ({ '@id': id, '@container': '@language' });
const links = (id: string) => ({ '@id': id, '@type': '@id' });
const codes = (id: string, table: string) => ({
  '@id': id,
  '@type': '@vocab',
  '@context': { '@vocab': `${AUTHORITY}${table}/` },
});

/** Keys of `dataset.yml` that are statements about the dataset: the fixed JSON-LD context of every description. */
export const DATASET_CONTEXT = {
  id: '@id',
  title: texts(dcterms.title),
  description: texts(dcterms.description),
  publisher: links(dcterms.publisher),
  name: texts(foaf.name),
  licence: links(dcterms.license),
  contact: links(dcat.contactPoint),
  label: texts(rdfs.label),
  keywords: texts(dcat.keyword),
  themes: codes(dcat.theme, 'data-theme'),
  spatial: links(dcterms.spatial),
  frequency: codes(dcterms.accrualPeriodicity, 'frequency'),
  origins: links(dcterms.source),
  source: { '@id': rml.logicalSource },
  path: rml.path,
  format: cimaise.format,
  iterator: rml.iterator,
  delimiter: csvw.delimiter,
  quote: csvw.quoteChar,
  encoding: csvw.encoding,
  header: csvw.header,
  dataset: cimaise.sharedFrom,
  namespaces: { '@id': cimaise.namespaces, '@type': '@json' },
  harvest: {
    '@id': cimaise.harvest,
    '@context': {
      url: links(dcat.downloadURL),
      udata: links(dcat.accessURL),
      tabular: links(dcat.accessURL),
      opendatasoft: links(dcat.accessURL),
      oai: links(dcat.accessURL),
      dataset: dcterms.identifier,
      resource: cimaise.resource,
      metadataPrefix: cimaise.metadataPrefix,
      type: dcat.mediaType,
      fall: cimaise.fall,
    },
  },
  uriPattern: cimaise.uriPattern,
  register: links(cimaise.register),
  privateColumns: cimaise.privateColumns,
  mapping: cimaise.mapping,
  shapes: sh.shapesGraph,
  vocabularies: cimaise.vocabulary,
  policy: cimaise.policy,
  faultLimit: cimaise.faultLimit,
  quarantineLimit: cimaise.quarantineLimit,
} as const;

/** Keys at the top of `dataset.yml`. */
export const DATASET_KEYS: readonly string[] = [
  'title',
  'description',
  'publisher',
  'licence',
  'contact',
  'keywords',
  'themes',
  'spatial',
  'frequency',
  'origins',
  'source',
  'uriPattern',
  'register',
  'privateColumns',
  'mapping',
  'shapes',
  'vocabularies',
  'policy',
  'faultLimit',
  'quarantineLimit',
];

/** Keys below `source`. */
export const SOURCE_KEYS: readonly string[] = [
  'path',
  'format',
  'iterator',
  'delimiter',
  'quote',
  'encoding',
  'header',
  'dataset',
  'namespaces',
  'harvest',
];

/** The property that a key at the top states. */
export function propertyOfKey(key: string): string | undefined {
  const term = (DATASET_CONTEXT as Readonly<Record<string, string | { readonly '@id': string }>>)[key];
  return typeof term === 'string' ? term : term?.['@id'];
}
