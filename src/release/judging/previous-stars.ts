import type { ResourceStar, ShapeResult } from '../../model/index.ts';
import { starSubject } from '../dataset/stars.ts';

/** A dataset as it was published, in order. */
export interface PublishedBefore {
  readonly stars: AsyncIterable<ResourceStar>;
  /** What was found in the stars by themselves, in their order; absent where other shapes judged them. */
  readonly results?: AsyncIterable<ShapeResult>;
}

/** Compares stars that come in order with those of the release before. */
export class PreviousStars {
  /** Things that are new, or others than they were, or that have gone. */
  readonly changed = new Set<string>();
  readonly #stars: Cursor<ResourceStar>;
  readonly #results: Cursor<ShapeResult> | undefined;

  constructor({ stars, results }: PublishedBefore) {
    this.#stars = new Cursor(stars);
    this.#results = results && new Cursor(results);
  }

  /** What is known of a star that has not changed; undefined where it has to be judged. */
  async knownOf(star: ResourceStar): Promise<readonly ShapeResult[] | undefined> {
    const subject = starSubject(star);
    const before = await this.#starOf(subject);
    const isSame = before !== undefined && isAlike(before.lines, star.lines);
    if (!isSame) this.changed.add(star.iri);
    const results = await this.#results?.take(({ focusNode }) => order(focusNode, subject));
    return isSame ? results : undefined;
  }

  /** No more stars come: what was published beyond has gone. */
  async finish(): Promise<void> {
    for await (const { iri } of this.#stars.rest()) this.changed.add(iri);
  }

  async #starOf(subject: string): Promise<ResourceStar | undefined> {
    const gone = (star: ResourceStar): void => void this.changed.add(star.iri);
    const [before] = await this.#stars.take((star) => order(starSubject(star), subject), gone);
    return before;
  }
}

const isAlike = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((line, index) => line === others[index]);

/** The order of lines: what follows a subject in a line is `>`. */
function order(subject: string, other: string): number {
  if (subject === other) return 0;
  return `${subject}>` < `${other}>` ? -1 : 1;
}

/** Items in order, looked at one ahead. */
class Cursor<T> {
  readonly #items: AsyncIterator<T>;
  #next: Promise<IteratorResult<T>> | undefined;

  constructor(items: AsyncIterable<T>) {
    this.#items = items[Symbol.asyncIterator]();
  }

  /** The items at a place; those before it are passed over. */
  async take(place: (item: T) => number, passed: (item: T) => void = () => undefined): Promise<readonly T[]> {
    const found: T[] = [];
    for (;;) {
      this.#next ??= this.#items.next();
      const { done, value } = await this.#next;
      if (done) return found;
      const side = place(value);
      if (side > 0) return found;
      if (side === 0) found.push(value);
      else passed(value);
      this.#next = undefined;
    }
  }

  async *rest(): AsyncGenerator<T> {
    for (;;) {
      const { done, value } = await (this.#next ?? this.#items.next());
      this.#next = undefined;
      if (done) return;
      yield value;
    }
  }
}
