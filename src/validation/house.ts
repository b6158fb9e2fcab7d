import type { MadeTerms, Place } from '../model/index.ts';
import type { RDF } from '../rdf/index.ts';
import type { ShapesFile } from './shape-graph.ts';

/** A project's `shapes/`, and what there is for its shapes to judge. */
export interface House {
  /** Every file of the folder, whether a dataset lists it or not. */
  readonly shapes: readonly ShapesFile[];
  readonly ontologies: readonly RDF.Quad[];
  /** Files that other projects use too, or that stand in the place of such: what of them nobody asks here is no fault. */
  readonly common?: ReadonlySet<string>;
  readonly datasets: readonly HousedDataset[];
  /** What the platform itself says and judges: descriptions, the catalogue. */
  readonly platform: {
    /** Names of the files that it applies. */
    readonly files: readonly string[];
    readonly makes: MadeTerms;
  };
}

/** A dataset as shapes see it. */
export interface HousedDataset {
  /** Where it lists its shapes. */
  readonly place: Place;
  /** Names of the files that it lists. */
  readonly shapes: readonly string[];
  /** Undefined where the mapping cannot be read. */
  readonly makes: MadeTerms | undefined;
}
