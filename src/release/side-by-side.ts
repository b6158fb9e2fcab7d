/** What two series hold at one place of their order: at least one of them something. */
export interface Pair<L, R> {
  readonly left?: L | undefined;
  readonly right?: R | undefined;
}

/** Items in order, some at a time. */
export type Batches<T> = AsyncIterable<readonly T[]>;

const BATCH = 4096;

/**
 * Merges two sorted series: what stands at the same place in both is one pair.
 * @param order negative where the left item comes first, 0 where both stand at one place; no two items of a series do
 */
export async function* sideBySide<L, R>(
  left: Batches<L>,
  right: Batches<R>,
  order: (left: L, right: R) => number,
): AsyncGenerator<readonly Pair<L, R>[]> {
  const [lefts, rights] = [new Head(left), new Head(right)];
  let batch: Pair<L, R>[] = [];
  try {
    for (;;) {
      if (lefts.isSpent || rights.isSpent) await Promise.all([lefts.fill(), rights.fill()]);
      if (lefts.isOver && rights.isOver) break;
      batch.push(taken(lefts, rights, order));
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  } finally {
    await Promise.all([lefts.close(), rights.close()]);
  }
}

/** The order of UTF-16 code units, in which all files of a release are. */
export const byCodeUnits = (left: string, right: string): number =>
  left === right ? 0 : left < right ? -1 : 1;

/** Takes the first of two heads, or both where they stand at one place. */
function taken<L, R>(lefts: Head<L>, rights: Head<R>, order: (left: L, right: R) => number): Pair<L, R> {
  if (lefts.isOver) return { left: undefined, right: rights.take() };
  if (rights.isOver) return { left: lefts.take(), right: undefined };
  const side = order(lefts.item, rights.item);
  return {
    left: side <= 0 ? lefts.take() : undefined,
    right: side >= 0 ? rights.take() : undefined,
  };
}

/** Where a series has been read to. */
class Head<T> {
  readonly #batches: AsyncIterator<readonly T[]>;
  #batch: readonly T[] = [];
  #at = 0;
  #isDone = false;

  constructor(batches: Batches<T>) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  get item(): T {
    return this.#batch[this.#at] as T;
  }

  /** Whether more has to be read before `item` tells anything. */
  get isSpent(): boolean {
    return !this.#isDone && this.#at >= this.#batch.length;
  }

  get isOver(): boolean {
    return this.#isDone && this.#at >= this.#batch.length;
  }

  take(): T {
    return this.#batch[this.#at++] as T;
  }

  async fill(): Promise<void> {
    while (this.isSpent) {
      const { done, value } = await this.#batches.next();
      this.#isDone = done === true;
      this.#batch = value ?? [];
      this.#at = 0;
    }
  }

  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}
