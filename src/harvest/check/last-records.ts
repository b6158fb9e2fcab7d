import type { Located, RecordSource } from '../../model/index.ts';
import { MAX_FAULTS } from '../../sources/index.ts';
import { isErrorLine } from './error-text.ts';

/** How many of the last rows are looked at: a message of several lines is several rows. */
const KEPT = 40;

/** The last rows of a table, to see how it ends. */
export class LastRecords {
  readonly #source: RecordSource;
  readonly #cells: readonly ((record: unknown) => string | undefined)[];
  #kept: Located<unknown>[] = [];

  constructor(source: RecordSource) {
    this.#source = source;
    this.#cells = (source.columns ?? []).slice(0, 3).flatMap((name) => {
      const read = source.single?.(name);
      return read ? [read] : [];
    });
  }

  add(batch: readonly Located<unknown>[]): void {
    if (this.#source.columns === undefined) return;
    this.#kept = batch.length >= KEPT ? batch.slice(-KEPT) : [...this.#kept, ...batch].slice(-KEPT);
  }

  /** What a row says that is no row of the table: fewer or more cells than the header, and words of a server. */
  errorText(): string | undefined {
    const width = this.#source.columns?.length ?? 0;
    const ragged = this.#raggedRows();
    for (const { record, row } of this.#kept) {
      if (width > 1 && !ragged.has(row) && !this.#mayBeRagged(record)) continue;
      const text = this.#cells
        .map((read) => read(record) ?? '')
        .join(' ')
        .trim();
      if (isErrorLine(text)) return text.slice(0, 300);
    }
    return undefined;
  }

  /** Whether the last row has fewer cells than the header. */
  isCut(): boolean {
    const row = this.#kept.at(-1)?.row;
    return this.#source.faults.some((fault) => fault.code === 'short-row' && fault.row === row);
  }

  /** Past so many ragged rows a table is not told of more: its last cell says then whether a row may be one. */
  #mayBeRagged(record: unknown): boolean {
    const { faults, columns, single } = this.#source;
    return faults.length >= MAX_FAULTS && single?.(columns?.at(-1) ?? '')?.(record) === undefined;
  }

  #raggedRows(): ReadonlySet<number> {
    const ragged = this.#source.faults.filter(({ code }) => code === 'short-row' || code === 'long-row');
    return new Set(ragged.map(({ row }) => row));
  }
}
