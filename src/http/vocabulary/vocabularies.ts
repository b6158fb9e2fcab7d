import { type ConceptScheme, type Dataset, datasetIri } from '../../model/index.ts';
import { type AppContext, publishedDatasets } from '../context.ts';

/** A dataset that is a vocabulary. */
export interface Vocabulary {
  readonly dataset: Dataset;
  readonly scheme: ConceptScheme;
}

/** Datasets whose IRI is a concept scheme, in the order of their declaration. */
export function vocabulariesOf(context: AppContext): readonly Vocabulary[] {
  const { base } = context.release.manifest;
  const schemes = new Map(context.index.concepts.schemes().map((scheme) => [scheme.iri, scheme]));
  return publishedDatasets(context).flatMap(({ dataset }) => {
    const scheme = schemes.get(datasetIri(base, dataset.slug));
    return scheme ? [{ dataset, scheme }] : [];
  });
}
