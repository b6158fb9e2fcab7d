/** What is to be loaded. */
export interface StoreSize {
  readonly statements: number;
  /** UTF-8 bytes of N-Quads, unpacked. Default: 140 a statement. */
  readonly bytes?: number;
  /** Subjects. Default: one for ten statements. */
  readonly things?: number;
}

/** Whether an embedded store can hold a release on this machine; numbers of bytes are those of memory. */
export type Capacity =
  | { readonly kind: 'fits'; readonly bytesPerCopy: number; readonly workers: number }
  /** More than one memory holds: `ceiling` statements of this kind would fit. */
  | { readonly kind: 'too-large'; readonly statements: number; readonly ceiling: number }
  /** Not memory enough for the copies that are needed at least. */
  | { readonly kind: 'little-memory'; readonly needed: number; readonly available: number };

/** WebAssembly addresses memory by 32 bits. */
const MEMORY_END = 2 ** 32;
/** Left free in it: for what queries need. */
const MOST_FILLED = 0.95;

/** Measured by `test/bench/capacity.ts`: what is there from the start, then for each statement, thing and byte of text. */
const MODEL = { base: 16e6, statement: 190, thing: 440, byte: 0.63 };
const BYTES_A_STATEMENT = 140;
const STATEMENTS_A_THING = 10;

/** What a thread takes beside the memory of its store. */
const THREAD_BYTES = 64e6;
/** Of the memory that is there, what copies may take. */
const SHARE = 0.9;
/** Fewer, and slow queries would keep all others waiting. */
const FEWEST_WORKERS = 2;

/**
 * Bytes of memory that one copy takes once it is loaded. An estimate, within a quarter for the kinds of data that were
 * measured.
 */
export function predictMemory({ statements, bytes, things }: StoreSize): number {
  const text = bytes ?? statements * BYTES_A_STATEMENT;
  const subjects = things ?? statements / STATEMENTS_A_THING;
  const { base, statement, thing, byte } = MODEL;
  return Math.round(base + statement * statements + thing * subjects + byte * text);
}

/**
 * How many workers can hold a copy, at most as many as are wanted.
 *
 * @param available bytes of memory that may be used; default: what the machine, or the container, has free
 */
export function capacityOf(
  size: StoreSize,
  wanted: number,
  available: number = process.availableMemory(),
): Capacity {
  const { statements } = size;
  const memory = predictMemory(size);
  const most = MEMORY_END * MOST_FILLED;
  if (memory > most) {
    const each = (memory - MODEL.base) / statements;
    return { kind: 'too-large', statements, ceiling: Math.floor((most - MODEL.base) / each) };
  }
  const bytesPerCopy = memory + THREAD_BYTES;
  const fewest = Math.min(wanted, FEWEST_WORKERS);
  const affordable = Math.floor((available * SHARE) / bytesPerCopy);
  return affordable < fewest
    ? { kind: 'little-memory', needed: Math.ceil((fewest * bytesPerCopy) / SHARE), available }
    : { kind: 'fits', bytesPerCopy, workers: Math.min(wanted, affordable) };
}
