import type { AnswerBody } from '../../model/index.ts';

/** What is gathered before an answer begins: most answers are then whole, and can still be refused. */
const WHOLE_BYTES = 1 << 20;

/**
 * The body of an answer: as text where it is small, else in parts, of which the first are there already. `end` is called
 * once, when nothing more will be read: after the last part, an error, or a reader that stops.
 */
export async function answerBody(parts: AsyncIterable<Uint8Array>, end: () => void): Promise<AnswerBody> {
  const iterator = parts[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  try {
    while (size <= WHOLE_BYTES) {
      const { done, value } = await iterator.next();
      if (done) {
        end();
        return Buffer.concat(first).toString('utf8');
      }
      first.push(value);
      size += value.length;
    }
  } catch (error) {
    end();
    throw error;
  }
  return rest(first, iterator, end);
}

async function* rest(
  first: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
  end: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
    end();
  }
}
