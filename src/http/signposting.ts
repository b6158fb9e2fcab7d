import { type Dataset, datasetIri } from '../model/index.ts';
import { RDF_FORMATS, schemaOrg } from '../rdf/index.ts';
import type { ResourceLink } from './negotiated-resource.ts';

/** What a dataset's page points to. */
export interface SignpostedDataset {
  readonly base: string;
  readonly dataset: Dataset;
  /** Addresses of its dumps. */
  readonly items: readonly { readonly path: string; readonly mediaType: string }[];
}

/** The address of a dataset's link set, beside it. */
export const linksetPath = (slug: string): string => `/dataset/${slug}/linkset.json`;

/** Links of a dataset's page: level 2 of the FAIR Signposting Profile (https://signposting.org/FAIR/). */
export function datasetLinks({ base, dataset, items }: SignpostedDataset): readonly ResourceLink[] {
  const { slug, licence, publisher } = dataset;
  const iri = datasetIri(base, slug);
  return [
    { iri, relation: 'cite-as' },
    { iri: schemaOrg.AboutPage, relation: 'type' },
    { iri: schemaOrg.Dataset, relation: 'type' },
    { iri: publisher.iri, relation: 'author' },
    { iri: licence.iri, relation: 'license' },
    ...describedBy(`/dataset/${slug}`),
    ...items.map(({ path, mediaType }) => ({ iri: path, relation: 'item', mediaType })),
    { iri: linksetPath(slug), relation: 'linkset', mediaType: 'application/linkset+json' },
    { iri: '/catalogue', relation: 'collection' },
    { iri: '/openapi.json', relation: 'service-desc', mediaType: 'application/openapi+json' },
  ];
}

/** A document's RDF, in each syntax. */
export const describedBy = (document: string): readonly ResourceLink[] =>
  RDF_FORMATS.map(({ extension, mediaType }) => ({
    iri: `${document}.${extension}`,
    relation: 'describedby',
    mediaType,
  }));

/** The links of a dataset's page, of its descriptions and of its dumps, in one document (RFC 9264). */
export function linkset(signposted: SignpostedDataset): object {
  const { base, dataset, items } = signposted;
  const absolute = (iri: string): string => new URL(iri, base).href;
  const page = absolute(`/dataset/${dataset.slug}`);
  const links = Map.groupBy(datasetLinks(signposted), ({ relation }) => relation);
  const target = ({ iri, mediaType }: { iri: string; mediaType?: string }) => ({
    href: absolute(iri),
    ...(mediaType !== undefined && { type: mediaType }),
  });
  return {
    linkset: [
      { anchor: page, ...Object.fromEntries([...links].map(([name, of]) => [name, of.map(target)])) },
      ...describedBy(`/dataset/${dataset.slug}`).map(({ iri }) => ({
        anchor: absolute(iri),
        describes: [{ href: page }],
      })),
      ...items.map(({ path }) => ({
        anchor: absolute(path),
        collection: [{ href: page, type: 'text/html' }],
        license: [{ href: dataset.licence.iri }],
      })),
    ],
  };
}
