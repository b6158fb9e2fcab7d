import type { ResourceStar, ShapeResult, ShapeValidator } from '../model/index.ts';
import { lineSubjectIri } from '../rdf/index.ts';
import { inChunks } from './stars.ts';

/** What validating a dataset's things gave. */
export interface Validated {
  readonly things: number;
  readonly results: readonly ShapeResult[];
  /** Every result of things that violate a shape. */
  readonly quarantine: ReadonlyMap<string, readonly ShapeResult[]>;
}

const CHUNK = 500;
/** Warnings and infos kept one by one; beyond, a million poor things would fill the memory. */
const MAX_RESULTS = 200_000;

/** Validates stars as they come; things with a violation are set apart. */
export async function validateStars(
  stars: AsyncIterable<ResourceStar>,
  validator: ShapeValidator,
  isThing: (iri: string) => boolean,
  progress: (things: number) => void,
): Promise<Validated> {
  const results: ShapeResult[] = [];
  const quarantine = new Map<string, ShapeResult[]>();
  let things = 0;
  for await (const chunk of inChunks(stars, CHUNK)) {
    // Other things may sort between a thing and its hash IRIs: what counts is its own star.
    things += chunk.filter((star) => isThing(star.iri) && isOwnStar(star)).length;
    for (const result of await validator.validate(chunk)) {
      if (result.severity === 'violation') addTo(quarantine, result);
      if (results.length < MAX_RESULTS || result.severity === 'violation') results.push(result);
    }
    progress(things);
  }
  return { things, results, quarantine };
}

/** Whether a star's subject is the thing itself, not one of its hash IRIs. */
const isOwnStar = ({ iri, lines }: ResourceStar): boolean => lineSubjectIri(lines[0] ?? '') === iri;

function addTo(quarantine: Map<string, ShapeResult[]>, result: ShapeResult): void {
  const known = quarantine.get(result.thing);
  if (known) known.push(result);
  else quarantine.set(result.thing, [result]);
}
