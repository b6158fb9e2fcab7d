import { stat } from 'node:fs/promises';
import type { Source } from '../../model/index.ts';
import { chooseRows } from '../choose/choose-rows.ts';
import type { ChosenRow } from '../choose/chosen-row.ts';
import { type FaultyRow, withFaulty } from '../choose/with-faulty.ts';
import { openRecords } from '../open-records.ts';
import { type RecordWindow, readWindow } from '../read-window.ts';

export interface ChoosingOptions {
  /** Records that are shown. */
  readonly most: number;
  readonly seed: string;
}

/** Chosen records of a source, as they are now. */
export interface ReadSource {
  readonly chosen: readonly ChosenRow[];
  readonly window: RecordWindow;
  readonly total: number;
}

/**
 * The records of a source that are shown. They are read again when the file has changed, and chosen again after that, when
 * there is time: who edits a cell sees the same records at once.
 */
export class SourceReader {
  readonly #options: ChoosingOptions;
  #key = '';
  #chosenOf = '';
  #chosen: readonly ChosenRow[] = [];
  #faulty: readonly FaultyRow[] = [];
  #window: RecordWindow | undefined;
  #total = 0;

  constructor(options: ChoosingOptions) {
    this.#options = options;
  }

  /**
   * @param references what is read of a record of JSON or XML
   * @throws RefusedInput for a source that cannot be read
   */
  async read(source: Source, references: readonly string[]): Promise<ReadSource> {
    const key = await keyOf(source, references);
    if (this.#chosen.length === 0) await this.#choose(source, references, key);
    const chosen = withFaulty(this.#chosen, this.#faulty, this.#options.most);
    const wanted = new Set(chosen.map(({ row }) => row));
    const isSame = this.#window && key === this.#key && [...wanted].every((row) => this.#has(row));
    if (!isSame) {
      this.#window = await readWindow(await openRecords(source, references), wanted);
      this.#key = key;
    }
    return { chosen, window: this.#window as RecordWindow, total: this.#total };
  }

  /** Whether the file has changed since its records were chosen. */
  get isBehind(): boolean {
    return this.#key !== this.#chosenOf;
  }

  /** Chooses anew. @returns whether other records are shown now, or for other reasons */
  async chooseAgain(source: Source, references: readonly string[], signal: AbortSignal): Promise<boolean> {
    const before = JSON.stringify(this.#chosen);
    const total = this.#total;
    await this.#choose(source, references, this.#key, signal);
    return before !== JSON.stringify(this.#chosen) || total !== this.#total;
  }

  /**
   * Takes what the run over the whole file found. Those that were shown stay while the file is the same: what is corrected in
   * the mapping is to be seen.
   */
  takeFaulty(rows: readonly FaultyRow[]): void {
    const kept = this.isBehind ? [] : this.#faulty.filter(({ row }) => rows.every((one) => one.row !== row));
    this.#faulty = [...rows, ...kept.map((one): FaultyRow => ({ ...one, isCorrected: true }))];
  }

  #has(row: number): boolean {
    const { rows } = this.#window?.records ?? {};
    return rows?.has(row) === true || row > this.#total;
  }

  async #choose(
    source: Source,
    references: readonly string[],
    key: string,
    signal?: AbortSignal,
  ): Promise<void> {
    const { most, seed } = this.#options;
    const open = await openRecords(source, references);
    const { rows, records } = await chooseRows(open, { most, seed, ...(signal && { signal }) });
    if (key !== this.#chosenOf) this.#faulty = [];
    this.#chosen = rows;
    this.#total = records;
    this.#chosenOf = key;
  }
}

/** What records depend on: the file as it is, how it is read; of documents, what is read of it. */
async function keyOf(source: Source, references: readonly string[]): Promise<string> {
  const file = await stat(source.path).catch(() => undefined);
  return JSON.stringify([
    source,
    file?.mtimeMs,
    file?.size,
    file?.ino,
    source.format === 'csv' ? [] : references,
  ]);
}
