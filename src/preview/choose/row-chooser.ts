import type { ChosenRow, Reason } from './chosen-row.ts';
import { seededRandom } from './random.ts';
import { reasonText } from './reason-texts.ts';
import { ShapeTally, type StrangeCell } from './shape-tally.ts';
import { TopRows } from './top-rows.ts';

/** Rows of each kind that are chosen where there are so many; those drawn by lot fill what is left. */
const LONGEST = 3;
const EMPTIEST = 3;
const STRANGEST = 5;
/** Combinations of filled columns that are told apart. */
const MOST_COMBINATIONS = 4096;

interface Combination {
  readonly row: number;
  count: number;
}

/**
 * Chooses records that are worth looking at, in one pass and in bounded memory: the longest, the emptiest, those with a cell
 * or a combination of filled columns that is unlike the others, and some by lot.
 */
export class RowChooser {
  readonly #columns: readonly string[];
  readonly #most: number;
  readonly #random: () => number;
  readonly #tallies: readonly ShapeTally[];
  readonly #combinations = new Map<string, Combination>();
  readonly #longest = new TopRows(LONGEST);
  readonly #emptiest = new TopRows(EMPTIEST);
  readonly #drawn: number[] = [];
  #records = 0;

  /** @param most rows to choose */
  constructor(columns: readonly string[], { most, seed }: { readonly most: number; readonly seed: string }) {
    this.#columns = columns;
    this.#most = most;
    this.#random = seededRandom(seed);
    this.#tallies = columns.map(() => new ShapeTally());
  }

  /** Records met so far. */
  get records(): number {
    return this.#records;
  }

  /** @param cells a cell for each column; rows come in their order */
  add(row: number, cells: readonly string[]): void {
    this.#records++;
    let combination = '';
    let length = 0;
    let filled = 0;
    for (let at = 0; at < this.#tallies.length; at++) {
      const cell = cells[at] ?? '';
      const isFilled = cell !== '' && cell.trim() !== '';
      combination += isFilled ? '1' : '0';
      if (!isFilled) continue;
      filled++;
      length += cell.length;
      this.#tallies[at]?.add(row, cell);
    }
    this.#longest.offer(row, length);
    // Where a record has all columns filled, it is not among the emptiest, whatever the others are.
    if (filled < this.#tallies.length) this.#emptiest.offer(row, -filled);
    this.#combine(row, combination);
    this.#draw(row);
  }

  /** The rows, each once, with all the reasons for which it was chosen. */
  choose(): readonly ChosenRow[] {
    if (this.#records <= this.#most) return this.#everyRow();
    const chosen = new Map<number, Reason[]>();
    const choose = (row: number, reason: Reason): void => {
      const known = chosen.get(row);
      if (known) known.push(reason);
      else if (chosen.size < this.#most) chosen.set(row, [reason]);
    };
    for (const [row, reason] of this.#reasoned()) choose(row, reason);
    for (const row of this.#drawn)
      if (!chosen.has(row)) choose(row, { kind: 'random', sentence: reasonText.random() });
    return [...chosen].map(([row, reasons]) => ({ row, reasons }));
  }

  #everyRow(): readonly ChosenRow[] {
    const reasons = Map.groupBy(this.#reasoned(), ([row]) => row);
    return Array.from({ length: this.#records }, (_, at) => ({
      row: at + 1,
      reasons: reasons.get(at + 1)?.map(([, reason]) => reason) ?? [
        { kind: 'every', sentence: reasonText.every() },
      ],
    }));
  }

  #reasoned(): readonly (readonly [number, Reason])[] {
    const width = this.#columns.length;
    return [
      ...this.#longest.rows.map(
        ([row, length]) => [row, { kind: 'longest', sentence: reasonText.longest(length) }] as const,
      ),
      ...this.#emptiest.rows.map(
        ([row, filled]) =>
          [row, { kind: 'emptiest', sentence: reasonText.emptiest(-filled, width) }] as const,
      ),
      ...this.#strangest(),
    ];
  }

  /** One of each column before a second of any. */
  #strangest(): readonly (readonly [number, Reason])[] {
    const cells = this.#tallies.flatMap((tally, at) =>
      tally.strange().map((cell, rank) => ({ cell, rank, column: this.#columns[at] ?? '' })),
    );
    const found = cells
      .sort((a, b) => a.rank - b.rank || b.cell.surprise - a.cell.surprise || a.cell.row - b.cell.row)
      .map(({ cell, column }) => [cell.row, strangeCell(cell, column)] as const);
    const combination = this.#strangestCombination();
    return [...(combination ? [combination] : []), ...found].slice(0, STRANGEST);
  }

  #strangestCombination(): readonly [number, Reason] | undefined {
    const all = [...this.#combinations.values()];
    // Where every second record is filled in a way of its own, none is strange.
    if (this.#records < 50 || all.length > this.#records / 4) return undefined;
    const [rarest] = all.filter(({ count }) => count === 1);
    return rarest && [rarest.row, { kind: 'strangest', sentence: reasonText.combination() }];
  }

  #combine(row: number, combination: string): void {
    const known = this.#combinations.get(combination);
    if (known) known.count++;
    else if (this.#combinations.size < MOST_COMBINATIONS)
      this.#combinations.set(combination, { row, count: 1 });
  }

  /** A reservoir: every row is as likely as any other to be drawn. */
  #draw(row: number): void {
    if (this.#drawn.length < this.#most) this.#drawn.push(row);
    else {
      const at = Math.floor(this.#random() * this.#records);
      if (at < this.#most) this.#drawn[at] = row;
    }
  }
}

const strangeCell = ({ value, count, filled }: StrangeCell, column: string): Reason => ({
  kind: 'strangest',
  column,
  sentence: reasonText.strangest(column, value, count, filled),
});
