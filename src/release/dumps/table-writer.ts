import { rm } from 'node:fs/promises';
import { readQuadLines } from '../../rdf/index.ts';
import { csvRow } from '../cells/csv-row.ts';
import { LineFile } from '../line-file.ts';
import { TextPacker } from '../packing/text-packer.ts';
import type { Subject } from '../publish/subject-sink.ts';
import { dumpFile } from './dump-file.ts';
import type { DumpPlace, DumpSink, WrittenDump } from './dump-writer.ts';
import { tableCell, tableRow } from './table-row.ts';
import { type Thing, ThingGrouper } from './things.ts';

/** Columns of a table, more of which no spreadsheet shows. */
const MOST_COLUMNS = 1000;
const IRI = 'iri';

/** A dataset's table. */
export interface TablePlace extends DumpPlace {
  /** Beginning of the IRIs of the dataset's things: each is a row. */
  readonly space: string;
  /** Absolute path of a file for what is known before all columns are. */
  readonly work: string;
}

/** A cell by the position of its column. */
type SparseRow = readonly [iri: string, ...cells: (readonly [column: number, text: string])[]];

/**
 * Writes the things of a dataset as a table: CSV (RFC 4180) in UTF-8, a row for each thing in the order of the dump, its
 * IRI first, then the columns in the order of their names.
 */
export class TableWriter implements DumpSink {
  readonly #place: TablePlace;
  readonly #things = new ThingGrouper();
  readonly #columns = new Map<string, number>();
  readonly #rows: LineFile;

  constructor(place: TablePlace) {
    this.#place = place;
    this.#rows = new LineFile(place.work);
  }

  take(subjects: readonly Subject[]): void {
    this.#add(this.#things.take(subjects));
  }

  async close(): Promise<WrittenDump> {
    this.#add(this.#things.end());
    this.#rows.close();
    const format = 'csv';
    if (this.#columns.size > MOST_COLUMNS) {
      await this.discard();
      return { kind: 'left-out', format, reason: `A table of more than ${MOST_COLUMNS} columns.` };
    }
    const file = { folder: this.#place.folder, path: `${this.#place.stem}.csv.gz`, packing: 'gz' } as const;
    const packer = new TextPacker([file]);
    for await (const texts of this.#texts()) await packer.write(texts);
    const packed = await packer.close();
    await this.discard();
    return { kind: 'written', files: packed.map((one) => dumpFile(one, format, 'gz')) };
  }

  async discard(): Promise<void> {
    this.#rows.close();
    await rm(this.#place.work, { force: true });
  }

  #add(things: readonly Thing[]): void {
    if (this.#columns.size > MOST_COLUMNS) return;
    for (const thing of things) {
      if (!thing.iri.startsWith(this.#place.space)) continue;
      const cells = [...tableRow(thing)].map(([name, values]) => [this.#column(name), tableCell(values)]);
      this.#rows.add(JSON.stringify([thing.iri, ...cells]));
    }
  }

  #column(name: string): number {
    const known = this.#columns.get(name) ?? this.#columns.size;
    if (known === this.#columns.size) this.#columns.set(name, known);
    return known;
  }

  async *#texts(): AsyncGenerator<string> {
    const names = [...this.#columns.keys()].sort();
    const places = new Map(names.map((name, place) => [this.#columns.get(name), place + 1]));
    yield csvRow([IRI, ...names], ',');
    for await (const lines of readQuadLines(this.#place.work)) {
      const rows = lines.map((line) => {
        const [iri, ...cells] = JSON.parse(line) as SparseRow;
        const row = [iri, ...names.map(() => '')];
        for (const [column, text] of cells) row[places.get(column) ?? 0] = text;
        return csvRow(row, ',');
      });
      yield rows.join('');
    }
  }
}
