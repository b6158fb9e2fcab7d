/** The order of lines: what follows a subject in a line is `>`. */
export function order(subject: string, other: string): number {
  if (subject === other) return 0;
  return `${subject}>` < `${other}>` ? -1 : 1;
}

/** Items in order, looked at one ahead. */
export class Cursor<T> {
  readonly #items: AsyncIterator<T>;
  #next: Promise<IteratorResult<T>> | undefined;

  constructor(items: AsyncIterable<T>) {
    this.#items = items[Symbol.asyncIterator]();
  }

  /** The items at a place; those before it are passed over. */
  async take(
    place: (item: T) => number,
    passed: (item: T) => Promise<void> | void = () => undefined,
  ): Promise<readonly T[]> {
    const found: T[] = [];
    for (;;) {
      this.#next ??= this.#items.next();
      const { done, value } = await this.#next;
      if (done) return found;
      const side = place(value);
      if (side > 0) return found;
      if (side === 0) found.push(value);
      else await passed(value);
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
