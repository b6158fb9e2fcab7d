import type { RecordSource } from '../../model/index.ts';
import type { JoinCondition } from '../rules.ts';
import { compileExpression } from './expressions.ts';
import { type Compiler, NOTHING, type Read, type Reading, spelt } from './readings.ts';

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

/** What a join looks up: key → values of the parent, distinct and in order. Filled before the run. */
export class JoinIndex {
  readonly #found = new Map<string, string[]>();
  readonly #source: RecordSource;
  readonly #keys: readonly Read[];
  readonly #values: Reading;
  readonly #at: (row: number) => void;

  constructor(source: RecordSource, keys: readonly Read[], values: Reading, at: (row: number) => void) {
    this.#source = source;
    this.#keys = keys;
    this.#values = values;
    this.#at = at;
  }

  /** Reads the parent's records once. */
  async fill(): Promise<void> {
    for await (const batch of this.#source.records()) {
      for (const { record, row } of batch) {
        this.#at(row);
        const values = this.#values.all(record);
        if (values.length > 0) for (const key of keysOf(this.#keys, record)) this.#add(key, values);
      }
    }
  }

  get(key: string): readonly string[] {
    return this.#found.get(key) ?? NOTHING;
  }

  #add(key: string, values: readonly string[]): void {
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, [...values]);
    else for (const value of values) if (!known.includes(value)) known.push(value);
  }
}

/** Child side of the conditions, compiled. */
export const childKeys = (conditions: readonly JoinCondition[], compiler: Compiler): readonly Read[] =>
  conditions.map(({ child }) => compileExpression(child, compiler).all);

export const parentKeys = (conditions: readonly JoinCondition[], compiler: Compiler): readonly Read[] =>
  conditions.map(({ parent }) => compileExpression(parent, compiler).all);

/** Looks the child's keys up. */
export function joined(keys: readonly Read[], index: JoinIndex): Reading {
  const values: Reading = {
    all(record) {
      const found = keysOf(keys, record).flatMap((key) => index.get(key));
      return found.length < 2 ? found : [...new Set(found)];
    },
  };
  return spelt(values, '', 'text', '');
}
