import { join } from 'node:path';
import { datasetIri, pathOfIri, type Release } from '../../model/index.ts';
import { lineSubjectIri, readQuadLines } from '../../rdf/index.ts';
import { encodeIri } from '../address.ts';
import { type AppContext, publishedDatasets } from '../context.ts';
import { documentPath } from '../document.ts';
import { allKept } from '../releases/kept-releases.ts';

/** An address of the site, and when what is there last changed, where that is known. */
export interface SiteAddress {
  /** Absolute, as a URI. */
  readonly location: string;
  /** ISO 8601. */
  readonly changed?: string;
}

const PAGES = ['', 'datasets', 'releases', 'sparql', 'api'];

/** Addresses that are no things: pages, datasets, releases, terms. */
export async function pageAddresses(context: AppContext): Promise<readonly SiteAddress[]> {
  const { base, createdAt } = context.release.manifest;
  const kept = await allKept(context);
  return [
    ...PAGES.map((path) => ({ location: `${base}${path}`, changed: createdAt })),
    ...publishedDatasets(context).flatMap(({ released: { slug, changed, quality } }) => [
      { location: encodeIri(datasetIri(base, slug)), ...(changed && { changed: changed.createdAt }) },
      ...(quality ? [{ location: encodeIri(`${datasetIri(base, slug)}/quality`) }] : []),
    ]),
    ...kept.map(({ manifest: { id, createdAt: changed } }) => ({
      location: `${base}releases/${id}`,
      changed,
    })),
    ...(await termAddresses(context.release)),
  ];
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
