import { join } from 'node:path';
import { datasetIri, pathOfIri, type Release } from '../../model/index.ts';
import { ABOUT_PAGES } from '../../pages/index.ts';
import { lineSubjectIri, readQuadLines } from '../../rdf/index.ts';
import { encodeIri } from '../address.ts';
import { chartsOfDataset } from '../charts/find-chart.ts';
import { type AppContext, publishedDataset, publishedDatasets } from '../context.ts';
import { documentPath } from '../document.ts';
import { allKept } from '../releases/kept-releases.ts';
import { vocabulariesOf } from '../vocabulary/vocabularies.ts';

/** An address of the site, and when what is there last changed, where that is known. */
export interface SiteAddress {
  /** Absolute, as a URI. */
  readonly location: string;
  /** ISO 8601. */
  readonly changed?: string;
}

const PAGES = [
  ...['', 'datasets', 'vocabularies', 'model', 'releases', 'sparql', 'api', 'about/proof'],
  ...ABOUT_PAGES,
];
/** Those that need a search of things. */
const SEARCH_PAGES = ['search', 'map', 'reconcile'];

/** Addresses that are no things: pages, datasets, their vocabularies and charts, releases, terms. */
export async function pageAddresses(context: AppContext): Promise<readonly SiteAddress[]> {
  const { base, createdAt } = context.release.manifest;
  const kept = await allKept(context);
  return [
    ...[...PAGES, ...(context.finder ? SEARCH_PAGES : [])].map((path) => ({
      location: `${base}${path}`,
      changed: createdAt,
    })),
    ...publishedDatasets(context).flatMap(({ released: { slug, quality } }) => [
      { location: encodeIri(datasetIri(base, slug)), ...changeOf(context, slug) },
      ...(quality ? [{ location: encodeIri(`${datasetIri(base, slug)}/quality`) }] : []),
    ]),
    ...vocabulariesOf(context).map(({ dataset: { slug } }) => ({
      location: encodeIri(`${base}vocabulary/${slug}`),
      ...changeOf(context, slug),
    })),
    ...(await chartAddresses(context)),
    ...kept.map(({ manifest: { id, createdAt: changed } }) => ({
      location: `${base}releases/${id}`,
      changed,
    })),
    ...(await termAddresses(context.release)),
  ];
}

/** When a dataset last changed, where that is known. */
function changeOf(context: AppContext, slug: string): Pick<SiteAddress, 'changed'> {
  const { changed } = publishedDataset(context, slug)?.released ?? {};
  return changed ? { changed: changed.createdAt } : {};
}

/** Charts of the release that is served: those of kept ones lead on from them. */
async function chartAddresses(context: AppContext): Promise<readonly SiteAddress[]> {
  const { base } = context.release.manifest;
  const slugs = publishedDatasets(context).map(({ dataset }) => dataset.slug);
  const charts = await Promise.all(slugs.map((slug) => chartsOfDataset(context, slug)));
  return charts.flat().map(({ name, dataset }) => ({
    location: encodeIri(`${base}chart/${name}`),
    ...changeOf(context, dataset),
  }));
}

/** Documents about the terms of the ontology. */
async function termAddresses({ folder, manifest: { base } }: Release): Promise<readonly SiteAddress[]> {
  const terms = new Set<string>();
  for await (const lines of readQuadLines(join(folder, 'ontology.nq.gz')))
    for (const line of lines) terms.add(lineSubjectIri(line));
  const own = [...terms].filter((term) => term.startsWith(`${base}def/`) && !term.includes('#'));
  return own.map((term) => ({ location: documentAddress(term, base) }));
}

/** The document about a thing. */
export function documentAddress(iri: string, base: string): string {
  const path = pathOfIri(iri, base) ?? '/';
  // No canonical address ends in a slash: the ontology's own IRI does.
  return encodeIri(`${base}${documentPath(path).slice(1)}`).replace(/\/$/, '');
}
