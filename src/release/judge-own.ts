import type { ResourceStar } from '../model/index.ts';
import { lineSubjectIri } from '../rdf/index.ts';
import type { ReleaseShapes } from '../validation/index.ts';
import { inChunks } from './stars.ts';
import { Verdicts } from './verdicts.ts';

/** Things judged at once. */
export const CHUNK = 500;

export interface OwnPass {
  readonly stars: AsyncIterable<ResourceStar>;
  readonly shapes: Pick<ReleaseShapes, 'own' | 'named'>;
  /** Whether an IRI is in the dataset's URI space. */
  readonly isThing: (iri: string) => boolean;
  readonly progress: (things: number) => void;
}

/** The first pass: what each thing says of itself, as the stars come. */
export async function judgeOwn({ stars, shapes, isThing, progress }: OwnPass): Promise<Verdicts> {
  const verdicts = new Verdicts();
  const absent = new Set(shapes.named.filter(isThing));
  for await (const chunk of inChunks(stars, CHUNK)) {
    // Other things may sort between a thing and its hash IRIs: what counts is its own star.
    verdicts.things += chunk.filter((star) => isThing(star.iri) && isOwnStar(star)).length;
    if (absent.size > 0) for (const { iri } of chunk) absent.delete(iri);
    verdicts.addOwn(await shapes.own.validate(chunk));
    progress(verdicts.things);
  }
  verdicts.absent = [...absent];
  verdicts.addOwn(await shapes.own.validate(verdicts.absent.map(undescribed)));
  return verdicts;
}

/** A thing of which nothing is said. */
export const undescribed = (iri: string): ResourceStar => ({ iri, lines: [] });

/** Whether a star's subject is the thing itself, not one of its hash IRIs. */
const isOwnStar = ({ iri, lines }: ResourceStar): boolean => lineSubjectIri(lines[0] ?? '') === iri;
