import type { RecordSource } from '../model/index.ts';
import { FirstRows } from './first-rows.ts';
import { hashOf } from './hash.ts';
import type { ProfileOptions } from './options.ts';

/** What the whole file says of columns that may name a record, one or together. */
export interface CheckedKey {
  readonly columns: readonly string[];
  /** Records in which none of the columns is empty. */
  readonly complete: number;
  /** Values that several records bear, and how many records bear them beyond the first. */
  readonly duplicated: { readonly values: number; readonly records: number };
  /** The first few of them. */
  readonly duplicates: readonly { readonly value: string; readonly rows: readonly number[] }[];
  /** Whether it was given up for repeating itself. */
  readonly isGivenUp: boolean;
}

const MOST_SHOWN = 20;
const MOST_ROWS = 50;
/** Past this share of repetitions columns name nothing. */
const MOST_REPEATED = 0.05;
const EACH = 2000;

/** Reads the file again and tells which of some keys are unique, and where they are not. */
export async function checkKeys(
  open: RecordSource,
  keys: readonly (readonly string[])[],
  { signal }: Pick<ProfileOptions, 'signal'>,
): Promise<readonly CheckedKey[]> {
  const checks = keys.map((columns) => new KeyCheck(open, columns));
  for await (const batch of open.records()) {
    signal?.throwIfAborted();
    for (const check of checks)
      if (!check.isGivenUp) for (const { record, row } of batch) check.add(record, row);
    if (checks.every((check) => check.isGivenUp)) break;
  }
  return checks.map((check) => check.result());
}

/** Values of one key are shown with this between those of its columns. */
export const JOINT = ' + ';

class KeyCheck {
  isGivenUp = false;
  readonly #columns: readonly string[];
  readonly #read: readonly ((record: unknown) => string | undefined)[];
  #first = new FirstRows();
  readonly #shown = new Map<string, number[]>();
  readonly #repeated = new Set<number>();
  #complete = 0;
  #beyond = 0;

  constructor(open: RecordSource, columns: readonly string[]) {
    this.#columns = columns;
    this.#read = columns.map((name) => {
      const one = open.single?.(name);
      if (one !== undefined) return one;
      const all = open.reference(name);
      return (record) => all(record)[0];
    });
  }

  add(record: unknown, row: number): void {
    const values = this.#read.map((read) => read(record)?.trim() ?? '');
    if (values.includes('')) return;
    this.#complete++;
    const hash = hashOf(values.join('\u001f'));
    const before = this.#first.add(hash, row);
    if (before === undefined) return;
    this.#beyond++;
    this.#repeated.add(hash);
    this.#show(values.join(JOINT), before, row);
    if (this.#complete % EACH === 0 || this.#beyond % EACH === 0) this.#mayGiveUp();
  }

  #show(value: string, before: number, row: number): void {
    const rows = this.#shown.get(value);
    if (rows === undefined && this.#shown.size < MOST_SHOWN) this.#shown.set(value, [before, row]);
    else if (rows !== undefined && rows.length < MOST_ROWS) rows.push(row);
  }

  #mayGiveUp(): void {
    if (this.#complete < EACH || this.#beyond <= this.#complete * MOST_REPEATED) return;
    this.isGivenUp = true;
    this.#first = new FirstRows();
    this.#repeated.clear();
  }

  result(): CheckedKey {
    return {
      columns: this.#columns,
      complete: this.#complete,
      duplicated: { values: this.#repeated.size, records: this.#beyond },
      duplicates: [...this.#shown].map(([value, rows]) => ({ value, rows })),
      isGivenUp: this.isGivenUp,
    };
  }
}
