import type { ReleaseMoment } from '../model/index.ts';
import { type Dataset, datasetIri } from '../model/index.ts';
import { dcterms, foaf, prov, type RDF, typed, voidVocabulary, xsd } from '../rdf/index.ts';
import { about } from './statements.ts';

/** A document about a thing. */
export interface DocumentInput {
  /** IRI of the thing. */
  readonly thing: string;
  /** IRI of the document that describes it. */
  readonly document: string;
  /** The dataset that publishes the thing; undefined where its declaration is not at hand. */
  readonly dataset: Pick<Dataset, 'slug' | 'licence' | 'origins'> | undefined;
  readonly release: ReleaseMoment;
  readonly base: string;
  /** When the thing's description last changed (ISO 8601), where it is known; else the release's date stands for it. */
  readonly changed?: string | undefined;
}

/**
 * What a document says of itself, apart from the thing: its topic, licence, dataset, date, and where the facts come from
 * (VoID 6, FOAF, PROV-O). Quads of the default graph.
 */
export function describeDocument(input: DocumentInput): RDF.Quad[] {
  const { thing, document, dataset, release, base, changed = release.createdAt } = input;
  return about(
    document,
    [foaf.Document],
    [
      [foaf.primaryTopic, thing],
      [dcterms.license, dataset?.licence.iri],
      [prov.wasDerivedFrom, ...(dataset?.origins ?? [])],
      [voidVocabulary.inDataset, dataset && datasetIri(base, dataset.slug)],
      [dcterms.modified, typed(changed, xsd.dateTime)],
    ],
  );
}
