import { rowCounter } from './row-counter.ts';

/** What a body may hold. */
export interface BodyBounds {
  readonly mediaType: string;
  readonly bytes: number;
  readonly rows: number;
}

/** A body that passed a bound. */
export class Excess extends Error {
  readonly unit: 'bytes' | 'rows';

  constructor(unit: 'bytes' | 'rows', limit: number) {
    super(`The answer has more than ${limit} ${unit}.`);
    this.name = 'Excess';
    this.unit = unit;
  }
}

/** A body as it comes. @throws Excess before the part that passes a bound is given on */
export async function* boundedBody(
  body: AsyncIterable<Uint8Array>,
  { mediaType, bytes, rows }: BodyBounds,
): AsyncGenerator<Uint8Array> {
  const counter = rowCounter(mediaType);
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > bytes) throw new Excess('bytes', bytes);
    if (counter.add(chunk) > rows) throw new Excess('rows', rows);
    yield chunk;
  }
}
