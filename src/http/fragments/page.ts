import type { RDF } from '../../rdf/index.ts';

/** Statements of a page. */
export const PAGE_SIZE = 100;

/** A page of the statements that match a pattern. */
export interface FragmentPage {
  readonly statements: readonly RDF.Quad[];
  /** How many statements match the pattern; of everything, how many there are in all graphs together. */
  readonly total: number;
  readonly hasNext: boolean;
}
