import { datasetIri, thingSpace } from '../../model/index.ts';

/** A part of the ledger: the things of one dataset, or the terms of the ontologies. */
export interface LedgerPart {
  /** Of the dataset; absent for the terms. */
  readonly slug?: string;
  /** What its IRIs begin with; that of the dataset itself stands before them. */
  readonly space: string;
  /** The dataset's IRI. */
  readonly dataset?: string;
  /** Where a person says what became of them. */
  readonly table: string;
  /** Where it lies in a release. */
  readonly path: string;
}

export const partOfDataset = (base: string, slug: string): LedgerPart => ({
  slug,
  dataset: datasetIri(base, slug),
  space: thingSpace(base, slug),
  table: `data/${slug}/withdrawn.csv`,
  path: `datasets/${slug}.ledger.tsv.gz`,
});

export const partOfTerms = (base: string): LedgerPart => ({
  space: `${base}def/`,
  table: 'ontologies/withdrawn.csv',
  path: 'ontology.ledger.tsv.gz',
});

/** The part that lies at a path of a release; undefined for other files. */
export function partAt(path: string, base: string): LedgerPart | undefined {
  const terms = partOfTerms(base);
  if (path === terms.path) return terms;
  const slug = /^datasets\/([^/]+)\.ledger\.tsv\.gz$/.exec(path)?.[1];
  return slug === undefined ? undefined : partOfDataset(base, slug);
}

/** In the order of their IRIs, so that parts one after another are in order too. */
export const bySpace = (one: LedgerPart, other: LedgerPart): number => (one.space < other.space ? -1 : 1);

/** An IRI as a person names it among those of its part. */
export const nameIn = (iri: string, { space }: LedgerPart): string =>
  iri.startsWith(space) ? iri.slice(space.length) : iri;
