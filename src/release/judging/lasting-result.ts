import type { ShapeResult } from '../../model/index.ts';
import { detached } from '../../rdf/index.ts';

/** A result that outlives the lines it was found in: what it quotes of them is copied. */
export function lastingResult(result: ShapeResult): ShapeResult {
  const { thing, focusNode, value, term, details } = result;
  return {
    ...result,
    thing: detached(thing),
    focusNode: detached(focusNode),
    ...(value === undefined ? {} : { value: detached(value) }),
    ...(term === undefined ? {} : { term: detached(term) }),
    ...(details === undefined ? {} : { details: structuredClone(details) }),
  };
}
