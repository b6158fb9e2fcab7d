import type { RecordSource } from '../../model/index.ts';
import type { JoinCondition } from '../rules.ts';
import { compileExpression } from './expressions.ts';
import { type Compiler, NOTHING, type Read, type Reading } from './readings.ts';

/** Between the parts of a key: no text of a source holds it. */
const BETWEEN = '\u0000';

/** Every combination of the values of several expressions, as keys; none where one of them has no value. */
export function keysOf(reads: readonly Read[], record: unknown): readonly string[] {
  return reads.reduce<readonly string[]>(
    (keys, read, index) => {
      const values = read(record);
      return index === 0 ? values : keys.flatMap((key) => values.map((value) => key + BETWEEN + value));
    },
    reads.length === 0 ? [''] : NOTHING,
  );
}

/** From a record to its keys; one condition is the usual case. */
function compileKeys(readings: readonly Reading[]): Read {
  const [only] = readings;
  if (readings.length === 1 && only) return only.all;
  const reads = readings.map(({ all }) => all);
  return (record) => keysOf(reads, record);
}

/** What a join looks up: key → values of the parent, distinct and in order. Filled before the run. */
export class JoinIndex {
  readonly #found = new Map<string, string[]>();
  readonly #source: RecordSource;
  readonly #keys: Read;
  readonly #values: Reading;
  readonly #at: (row: number) => void;

  /** @param at told of each row before it is read */
  constructor(source: RecordSource, keys: readonly Reading[], values: Reading, at: (row: number) => void) {
    this.#source = source;
    this.#keys = compileKeys(keys);
    this.#values = values;
    this.#at = at;
  }

  /** Reads the parent's records once. Nothing but keys and values is kept of them. */
  async fill(): Promise<void> {
    const { all, one } = this.#values;
    for await (const batch of this.#source.records()) {
      for (const { record, row } of batch) {
        this.#at(row);
        const value = one?.(record);
        const values = one === undefined ? all(record) : value === undefined ? NOTHING : [value];
        if (values.length > 0) for (const key of this.#keys(record)) this.#add(key, values);
      }
    }
    for (const values of this.#found.values()) keepDistinct(values);
  }

  get(key: string): readonly string[] {
    return this.#found.get(key) ?? NOTHING;
  }

  #add(key: string, values: readonly string[]): void {
    let found = this.#found.get(key);
    if (found === undefined) {
      found = [];
      this.#found.set(ownText(key), found);
    }
    for (const value of values) found.push(ownText(value));
    // Repetitions are thrown away from time to time: a parent may say the same of a key a million times.
    if (found.length >= MANY && isPowerOfTwo(found.length)) keepDistinct(found);
  }
}

const MANY = 64;
const isPowerOfTwo = (count: number): boolean => (count & (count - 1)) === 0;

function keepDistinct(values: string[]): void {
  if (values.length < 2) return;
  const distinct = new Set(values);
  if (distinct.size === values.length) return;
  values.length = 0;
  for (const value of distinct) values.push(value);
}

/** The engine makes longer slices by pointing into the text that they are slices of. */
const COPIED = 12;

/** A text that keeps nothing else alive: cells may be slices of what was read. */
const ownText = (text: string): string => (text.length <= COPIED ? text : Buffer.from(text).toString());

/** Child side of the conditions, compiled. */
export const childKeys = (conditions: readonly JoinCondition[], compiler: Compiler): readonly Reading[] =>
  conditions.map(({ child }) => compileExpression(child, compiler));

export const parentKeys = (conditions: readonly JoinCondition[], compiler: Compiler): readonly Reading[] =>
  conditions.map(({ parent }) => compileExpression(parent, compiler));

/** Looks the child's keys up. */
export function joined(keys: readonly Reading[], index: JoinIndex): Reading {
  const [only] = keys;
  const { one } = keys.length === 1 && only ? only : {};
  if (one !== undefined) {
    return {
      all(record) {
        const key = one(record);
        return key === undefined ? NOTHING : index.get(key);
      },
    };
  }
  const read = compileKeys(keys);
  return {
    all(record) {
      const found = read(record).flatMap((key) => index.get(key));
      return found.length < 2 ? found : [...new Set(found)];
    },
  };
}
