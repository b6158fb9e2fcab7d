interface Named {
  readonly iri: string;
}

/** What two series say of one IRI. */
export interface Pair<L, R> {
  readonly left?: L;
  readonly right?: R;
}

/** Two series in the order of their IRIs, each IRI once in each, as one. */
export async function* sideBySide<L extends Named, R extends Named>(
  left: AsyncIterable<L> | Iterable<L>,
  right: AsyncIterable<R> | Iterable<R>,
): AsyncGenerator<Pair<L, R>> {
  const [lefts, rights] = [each(left), each(right)];
  try {
    let [one, other] = [await lefts.next(), await rights.next()];
    while (!one.done || !other.done) {
      const order = orderOf(one.done ? undefined : one.value.iri, other.done ? undefined : other.value.iri);
      yield {
        ...(order <= 0 && !one.done ? { left: one.value } : {}),
        ...(order >= 0 && !other.done ? { right: other.value } : {}),
      };
      if (order <= 0) one = await lefts.next();
      if (order >= 0) other = await rights.next();
    }
  } finally {
    await Promise.all([lefts.return(undefined), rights.return(undefined)]);
  }
}

async function* each<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** A series that has ended comes last. */
function orderOf(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  return other === undefined || one < other ? -1 : 1;
}
