import { HashSet } from './hash-set.ts';

/** A column that repeats more of its values than this names nothing. */
const MOST_REPEATED = 0.02;
/** So is one that is empty more often than this leaves. */
const MOST_FILLED = 0.95;
/** Judged again each time so many values came. */
const EACH = 1024;
/** So many different values are counted exactly whatever they are. */
const COUNTED = 20_000;
/** Of more records than this names are no identifiers, be they all different: their hashes would fill the memory. */
const NAMED = 200_000;
/** Texts longer than this name nothing. */
const LONGEST = 100;

/** Counts different values exactly, as long as they may name their records: none twice, or hardly any. */
export class IdentityWatch {
  readonly #seen = new HashSet();
  #values = 0;
  #repeated = 0;
  #long = 0;
  #spaced = 0;
  isAlive = true;

  readonly #mayName: boolean;

  /** @param mayName whether values of such a kind name records at all */
  constructor(mayName: boolean) {
    this.#mayName = mayName;
  }

  get distinct(): number {
    return this.#seen.size;
  }

  /** The hashes seen, for whoever counts on. */
  hashes(): Iterable<number> {
    return this.#seen.hashes();
  }

  /** A value that was met so many times before. */
  recall(hash: number, count: number): void {
    this.#seen.add(hash);
    this.#values += count;
    this.#repeated += count - 1;
  }

  #mayEnd(row: number): void {
    if (this.#seen.size < COUNTED) return;
    if (!this.#mayName || this.#values < row * MOST_FILLED) this.isAlive = false;
    if (this.#seen.size > NAMED && this.#spaced > this.#values * 0.5) this.isAlive = false;
    if (this.#repeated > this.#values * MOST_REPEATED || this.#long > this.#values * 0.2)
      this.isAlive = false;
  }

  add(hash: number, text: string, row: number): void {
    this.#values++;
    if (!this.#seen.add(hash)) this.#repeated++;
    if (text.length > LONGEST) this.#long++;
    if (text.includes(' ')) this.#spaced++;
    if (this.#values % EACH === 0) this.#mayEnd(row);
  }
}

/** What figures in file order say: that they count records, or grow with them. */
export class OrderWatch {
  #first: number | undefined;
  #firstRow = 0;
  #last = Number.NEGATIVE_INFINITY;
  #values = 0;
  #steps = 0;
  #rising = 0;
  #isAlive = true;

  add(text: string, row: number): void {
    if (!this.#isAlive) return;
    const number = /^\d{1,15}$/.test(text) && !/^0\d/.test(text) ? Number(text) : Number.NaN;
    this.#values++;
    if (this.#first === undefined && !Number.isNaN(number)) {
      this.#first = number;
      this.#firstRow = row;
    }
    if (number - row === (this.#first ?? 0) - this.#firstRow) this.#steps++;
    if (number > this.#last) this.#rising++;
    this.#last = number;
    if (this.#values === 200 && this.#rising < 100) this.#isAlive = false;
  }

  /** The number of the first record where values are those of the records, one after the other. */
  get countsFrom(): number | undefined {
    return this.#holds(this.#steps) ? this.#first : undefined;
  }

  /** Whether values grow from record to record, and how many numbers of their range they leave out for each they take. */
  get risesBy(): number | undefined {
    if (!this.#holds(this.#rising) || this.#first === undefined) return undefined;
    return (this.#last - this.#first + 1) / this.#values;
  }

  #holds(some: number): boolean {
    return this.#isAlive && this.#values > 1 && some >= this.#values * 0.99;
  }
}
