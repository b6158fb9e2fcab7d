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

/**
 * A body as it comes. @throws Excess before the part that passes a bound is given on; Error where what is called TSV is not
 * that of SPARQL, whose header is variables with their question marks
 */
export async function* boundedBody(
  body: AsyncIterable<Uint8Array>,
  { mediaType, bytes, rows }: BodyBounds,
): AsyncGenerator<Uint8Array> {
  const counter = rowCounter(mediaType);
  let size = 0;
  for await (const chunk of body) {
    if (size === 0 && mediaType === TSV && !TSV_BEGINNINGS.has(chunk[0])) throw new Error('no TSV of SPARQL');
    size += chunk.length;
    if (size > bytes) throw new Excess('bytes', bytes);
    if (counter.add(chunk) > rows) throw new Excess('rows', rows);
    yield chunk;
  }
}

const TSV = 'text/tab-separated-values';
/** `?`, or the end of a header without variables. */
const TSV_BEGINNINGS: ReadonlySet<number | undefined> = new Set([0x3f, 0x0a, 0x0d]);
