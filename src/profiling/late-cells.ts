import type { ColumnKind } from '../model/index.ts';
import { DistinctEstimate } from './distinct-estimate.ts';
import { hashOf } from './hash.ts';
import { IdentityWatch } from './identity-watch.ts';
import { KeptValues } from './kept-values.ts';
import { type KindCount, type Seen, survivors } from './kind-choice.ts';
import type { KindTest } from './kinds.ts';
import { splitCell } from './readings.ts';
import { findSeparation, spread } from './separation.ts';
import { wholeTest } from './whole-cells.ts';

/** Values of a sample, by which it is settled what is worth testing further. */
const SAMPLE = 300;
/** Values met here that are kept too, and the longest of them. */
const VALUES = 1000;
const LONGEST = 200;

/** So many values that are not kept are all tested, and one in some of those that follow. */
const ALL_TESTED = 10_000;
const ONE_IN = 8;

/** Kinds that name nothing. */
const NAMELESS: ReadonlySet<ColumnKind> = new Set([
  ...(['decimal', 'email', 'phone', 'html', 'period'] as const),
]);

/** Cells past the bound of a column: counted, never kept. */
export class LateCells {
  readonly separation: ReturnType<typeof findSeparation>;
  readonly counts: readonly KindCount[];
  /** Values met here, once separated. */
  cells = 0;
  /** Cells that hold several values. */
  divided = 0;
  isFull = false;
  /** Values that were tested and not kept. */
  tested = 0;
  #unkept = 0;
  /** Values here that are not among those kept before. */
  readonly #values = new KeptValues();
  #watch: IdentityWatch | undefined;
  readonly #estimate = new DistinctEstimate();

  constructor(before: readonly Seen[], filled: number) {
    this.separation = findSeparation(before, filled, wholeTest(before));
    const sample = spread(before, SAMPLE).flatMap((one) =>
      this.parts(one.text).map((text) => ({ ...one, text })),
    );
    this.counts = worthTesting(sample).map((test) => ({ test, cells: 0 }));
    this.#watch = new IdentityWatch(
      this.separation === undefined && !this.counts.some(({ test }) => NAMELESS.has(test.kind)),
    );
  }

  get values(): readonly Seen[] {
    return this.#values.all();
  }

  parts(cell: string): readonly string[] {
    return this.separation === undefined ? [cell] : splitCell(cell, this.separation.value);
  }

  /** A kept value, as often as it was met before. */
  recall(cell: string, count: number): void {
    const hash = hashOf(cell);
    this.#estimate.add(hash);
    this.#watch?.recall(hash, count);
    if (this.#watch?.isAlive === false) this.#watch = undefined;
  }

  add(cell: string, row: number): void {
    const parts = this.parts(cell);
    if (parts.length > 1) this.divided++;
    for (const part of parts) this.#part(part, row);
  }

  #part(part: string, row: number): void {
    this.cells++;
    const known = this.#values.get(part);
    if (known !== undefined) {
      known.count++;
      return;
    }
    if (!this.isFull && this.#values.size < VALUES && part.length <= LONGEST) {
      this.#values.keep(part, row);
      return;
    }
    if (!this.isFull) this.#values.close();
    this.isFull = true;
    this.#unkept++;
    if (this.#unkept > ALL_TESTED && this.#unkept % ONE_IN !== 0) return;
    this.tested++;
    const text = part.trim();
    for (const one of this.counts) if (one.test.reads(text)) one.cells++;
  }

  /** Counts a cell among the different ones. */
  note(cell: string, row: number, isKnown: boolean): void {
    if (isKnown && this.#watch === undefined) return;
    const hash = hashOf(cell);
    this.#estimate.add(hash);
    this.#watch?.add(hash, cell, row);
    if (this.#watch?.isAlive === false) this.#watch = undefined;
  }

  get distinct(): number {
    return this.#watch?.distinct ?? this.#estimate.count();
  }

  get isExact(): boolean {
    return this.#watch !== undefined;
  }
}

/** Kinds that cost much, or that any value would be of, are left where a more particular one reads nearly all. */
function worthTesting(sample: readonly Seen[]): readonly KindTest[] {
  const tests = survivors(sample);
  const surest = tests.find(
    ({ kind, reads }) =>
      kind !== 'code' &&
      kind !== 'period' &&
      sample.filter(({ text }) => reads(text.trim())).length >= sample.length * 0.97,
  );
  return surest === undefined ? tests : tests.filter(({ kind }) => kind !== 'code' && kind !== 'period');
}
