/** A line of one of two sorted files, or of both. */
export interface ComparedLine {
  readonly line: string;
  readonly isBefore: boolean;
  readonly isAfter: boolean;
}

type Batches = AsyncIterable<readonly string[]>;

/** Lines of both files in order, some at a time; each file is in the order of UTF-16 code units, without repetitions. */
export async function* compareLines(
  before: Batches,
  after: Batches,
): AsyncGenerator<readonly ComparedLine[]> {
  const [old, now] = [new Head(before), new Head(after)];
  let batch: ComparedLine[] = [];
  try {
    for (;;) {
      if (old.isSpent || now.isSpent) await Promise.all([old.fill(), now.fill()]);
      const next = taken(old, now);
      if (next === undefined) break;
      batch.push(next);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  } finally {
    await Promise.all([old.close(), now.close()]);
  }
}

/** Takes the smaller of two heads, or both where they are alike. */
function taken(old: Head, now: Head): ComparedLine | undefined {
  const [left, right] = [old.line, now.line];
  if (left === undefined && right === undefined) return undefined;
  const isBefore = left !== undefined && (right === undefined || left <= right);
  const isAfter = right !== undefined && (left === undefined || right <= left);
  if (isBefore) old.next();
  if (isAfter) now.next();
  return { line: (isBefore ? left : right) as string, isBefore, isAfter };
}

const BATCH = 4096;

/** Where a file has been read to. */
class Head {
  readonly #batches: AsyncIterator<readonly string[]>;
  #batch: readonly string[] = [];
  #at = 0;
  #isOver = false;

  constructor(batches: Batches) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  get line(): string | undefined {
    return this.#batch[this.#at];
  }

  /** Whether more has to be read before `line` tells anything. */
  get isSpent(): boolean {
    return !this.#isOver && this.#at >= this.#batch.length;
  }

  next(): void {
    this.#at++;
  }

  async fill(): Promise<void> {
    while (this.isSpent) {
      const { done, value } = await this.#batches.next();
      this.#isOver = done === true;
      this.#batch = value ?? [];
      this.#at = 0;
    }
  }

  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}
