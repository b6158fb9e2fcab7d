import type { Bilingual } from '../../model/index.ts';
import type { RDF } from '../../rdf/index.ts';
import type { GraphResult } from '../validate-graph.ts';

/** A reason for a result, found by a shape inside `sh:or`, `sh:not`, `sh:node` and their kin. */
export interface Cause {
  readonly message: Bilingual;
  readonly focusNode: RDF.Term;
  readonly value?: RDF.Term;
  readonly causes: readonly Cause[];
}

/** Reasons, as far as they are told. */
export interface Causes {
  readonly causes: readonly Cause[];
  readonly truncated: boolean;
}

const MOST = 20;
const DEEPEST = 6;

/**
 * What lies behind a result, at most twenty reasons six levels deep: shapes that reach each other by many ways share
 * their findings, and written out these would have no end.
 */
export function causesOf({ details }: GraphResult): Causes {
  let left = MOST;
  let truncated = false;
  const within = (results: readonly GraphResult[], depth: number): readonly Cause[] => {
    if (depth > DEEPEST) {
      truncated ||= results.length > 0;
      return [];
    }
    return results.flatMap((one) => {
      left -= 1;
      if (left < 0) truncated = true;
      return left < 0 ? [] : [causeOf(one, depth)];
    });
  };
  const causeOf = ({ message, focusNode, value, details: inner }: GraphResult, depth: number): Cause => ({
    message,
    focusNode,
    ...(value === undefined ? {} : { value }),
    causes: within(inner, depth + 1),
  });
  const causes = within(details, 1);
  return { causes, truncated };
}
