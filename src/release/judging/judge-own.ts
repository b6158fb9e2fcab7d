import type { ResourceStar, ShapeResult } from '../../model/index.ts';
import type { ReleaseShapes } from '../../validation/index.ts';
import { inChunks, starSubject } from '../dataset/stars.ts';
import { PreviousStars, type PublishedBefore } from './previous-stars.ts';
import { Verdicts } from './verdicts.ts';

/** Things judged at once: so few die young, before they are moved to where memory is given back late. */
const CHUNK = 100;

export interface OwnPass {
  readonly stars: AsyncIterable<ResourceStar>;
  readonly shapes: Pick<ReleaseShapes, 'own' | 'named' | 'note'>;
  /** Whether an IRI is in the dataset's URI space. */
  readonly isThing: (iri: string) => boolean;
  /** The dataset in the release before. */
  readonly before?: PublishedBefore;
  /** Takes every result. */
  readonly keep: (results: readonly ShapeResult[]) => void;
  readonly progress: (things: number) => void;
}

/** The first pass: what each thing says of itself, as the stars come; what has not changed is known. */
export async function judgeOwn(pass: OwnPass): Promise<Verdicts> {
  const { stars, shapes, isThing, before, keep, progress } = pass;
  const previous = before && new PreviousStars(before);
  const verdicts = new Verdicts();
  const add = (results: readonly ShapeResult[]): void => {
    keep(results);
    verdicts.addOwn(results);
  };
  const absent = new Set(shapes.named.filter(isThing));
  for await (const chunk of inChunks(stars, CHUNK)) {
    // Other things may sort between a thing and its hash IRIs: what counts is its own star.
    verdicts.things += chunk.filter((star) => isThing(star.iri) && isOwnStar(star)).length;
    if (absent.size > 0) for (const { iri } of chunk) absent.delete(iri);
    add(previous ? await judgeNews(chunk, shapes, previous) : await shapes.own.validate(chunk));
    progress(verdicts.things);
  }
  await previous?.finish();
  verdicts.absent = [...absent];
  verdicts.changed = previous?.changed;
  add(await shapes.own.validate(verdicts.absent.map(undescribed)));
  return verdicts;
}

/** Judges the stars of a chunk that are not what they were; in the order of the chunk, as if all had been. */
async function judgeNews(
  chunk: readonly ResourceStar[],
  { own, note }: OwnPass['shapes'],
  previous: PreviousStars,
): Promise<readonly ShapeResult[]> {
  const known = new Map<ResourceStar, readonly ShapeResult[]>();
  for (const star of chunk) {
    const results = await previous.knownOf(star);
    if (results) known.set(star, results);
  }
  note([...known.keys()]);
  const found = await own.validate(chunk.filter((star) => !known.has(star)));
  const bySubject = Map.groupBy(found, ({ focusNode }) => focusNode);
  return chunk.flatMap((star) => known.get(star) ?? bySubject.get(starSubject(star)) ?? []);
}

/** A thing of which nothing is said. */
export const undescribed = (iri: string): ResourceStar => ({ iri, lines: [] });

/** Whether a star's subject is the thing itself, not one of its hash IRIs. */
const isOwnStar = (star: ResourceStar): boolean => starSubject(star) === star.iri;
