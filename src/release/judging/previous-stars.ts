import type { ResourceStar, ShapeResult } from '../../model/index.ts';
import { detached } from '../../rdf/index.ts';
import { isAlike } from '../changes/line-differences.ts';
import { Cursor, order } from '../dataset/cursor.ts';
import { starSubject } from '../dataset/stars.ts';

/** A dataset as it was published, in order. */
export interface PublishedBefore {
  readonly stars: AsyncIterable<ResourceStar>;
  /** What was found in the stars by themselves, in their order; absent where other shapes judged them. */
  readonly results?: AsyncIterable<ShapeResult>;
}

/** So many changed things, and it is not told any more which they are: all will be judged. */
const MOST_CHANGED = 20_000;

/** Compares stars that come in order with those of the release before. */
export class PreviousStars {
  readonly #changed = new Set<string>();
  readonly #stars: Cursor<ResourceStar>;
  readonly #results: Cursor<ShapeResult> | undefined;

  constructor({ stars, results }: PublishedBefore) {
    this.#stars = new Cursor(stars);
    this.#results = results && new Cursor(results);
  }

  /** Things that are new, or others than they were, or that have gone; undefined where they are too many. */
  get changed(): ReadonlySet<string> | undefined {
    return this.#changed.size > MOST_CHANGED ? undefined : this.#changed;
  }

  /** What is known of a star that has not changed; undefined where it has to be judged. */
  async knownOf(star: ResourceStar): Promise<readonly ShapeResult[] | undefined> {
    const subject = starSubject(star);
    const before = await this.#starOf(subject);
    const isSame = before !== undefined && isAlike(before.lines, star.lines);
    if (!isSame) this.#change(star);
    const results = await this.#results?.take(({ focusNode }) => order(focusNode, subject));
    return isSame ? results : undefined;
  }

  /** No more stars come: what was published beyond has gone. */
  async finish(): Promise<void> {
    for await (const star of this.#stars.rest()) this.#change(star);
  }

  #change({ iri }: ResourceStar): void {
    if (this.#changed.size <= MOST_CHANGED) this.#changed.add(detached(iri));
  }

  async #starOf(subject: string): Promise<ResourceStar | undefined> {
    const [before] = await this.#stars.take(
      (star) => order(starSubject(star), subject),
      (gone) => this.#change(gone),
    );
    return before;
  }
}
