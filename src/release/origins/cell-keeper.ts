import type { Located, RecordSource } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { orNothing } from '../../sources/index.ts';
import { LineFile } from '../line-file.ts';
import type { RowSet } from './row-set.ts';

/** Characters kept of a cell: enough to recognise it by. */
const LONGEST = 400;

type Batch = readonly Located<unknown>[];

/** The kept cells of a source's records. */
export interface KeptCells {
  /**
   * Lines of JSON: the file and the names of the columns, then for each record of these rows, in order, `[row, line, cell, …]`; what
   * has no value is the empty text, and empty ones at the end are left out.
   */
  lines(rows: RowSet): AsyncGenerator<readonly string[]>;
}

/**
 * Keeps what the columns of a source hold while a mapping reads it: the source is not read twice. Only columns that
 * values are made of are kept, for nobody may publish the others; texts are cut.
 */
export class CellKeeper {
  readonly #columns: readonly string[];
  readonly #file: LineFile;
  #source = '';
  #last = 0;

  /** @param path absolute path of a file for the time of the build */
  constructor(path: string, columns: readonly string[]) {
    this.#columns = columns;
    this.#file = new LineFile(path);
  }

  /** The same source, watched. */
  watch(source: RecordSource): RecordSource {
    this.#source = source.shown;
    const read = cellReader(source, this.#columns);
    const keep = (batch: Batch) => this.#keep(batch, read);
    return {
      ...languageOf(source),
      shown: source.shown,
      ...(source.columns && { columns: source.columns }),
      faults: source.faults,
      async *records() {
        for await (const batch of source.records()) {
          keep(batch);
          yield batch;
        }
      },
    };
  }

  close(): KeptCells {
    this.#file.close();
    return { lines: (rows) => this.#lines(rows) };
  }

  /** A source may be read again, for joins say: what was kept is kept. */
  #keep(batch: Batch, read: (record: unknown) => readonly string[]): void {
    for (const { record, row, line } of batch) {
      if (row <= this.#last) continue;
      this.#last = row;
      this.#file.add(JSON.stringify([row, line, ...read(record)]));
    }
  }

  async *#lines(rows: RowSet): AsyncGenerator<readonly string[]> {
    yield [JSON.stringify({ file: this.#source, columns: this.#columns })];
    for await (const lines of readQuadLines(this.#file.path))
      yield lines.filter((line) => rows.has(Number.parseInt(line.slice(1), 10)));
  }
}

/** All that a source can be asked beside its records, asked of the source itself. */
function languageOf(source: RecordSource) {
  const { single, datatypes, datatype } = source;
  return {
    reference: (path: string) => source.reference(path),
    ...(single && { single: single.bind(source) }),
    ...(datatypes && { datatypes: datatypes.bind(source) }),
    ...(datatype && { datatype: datatype.bind(source) }),
    iterator: (path: string) => source.iterator(path),
    parse: (text: string) => source.parse(text),
  };
}

function cellReader(source: RecordSource, columns: readonly string[]) {
  const readings = columns.map((column) => orNothing(() => source.reference(column)) ?? (() => []));
  return (record: unknown): readonly string[] => {
    const cells = readings.map((read) => cut((orNothing(() => read(record)) ?? []).join(' ; ')));
    return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  };
}

const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).toWellFormed()}…` : text;
