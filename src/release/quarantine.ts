import type { ResourceStar, ShapeResult, ShapeValidator } from '../model/index.ts';
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
  const things = { count: 0, last: '' };
  for await (const chunk of inChunks(stars, CHUNK)) {
    for (const { iri } of chunk) {
      if (iri !== things.last && isThing(iri)) things.count++;
      things.last = iri;
    }
    for (const result of await validator.validate(chunk)) {
      if (result.severity === 'violation') addTo(quarantine, result);
      if (results.length < MAX_RESULTS || result.severity === 'violation') results.push(result);
    }
    progress(things.count);
  }
  return { things: things.count, results, quarantine };
}

function addTo(quarantine: Map<string, ShapeResult[]>, result: ShapeResult): void {
  const known = quarantine.get(result.thing);
  if (known) known.push(result);
  else quarantine.set(result.thing, [result]);
}
