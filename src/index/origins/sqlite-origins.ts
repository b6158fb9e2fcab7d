import type { DatabaseSync } from 'node:sqlite';
import type {
  AskedStatement,
  OriginIndex,
  SourceRecord,
  StatementOrigin,
  ThingOrigin,
  TracedRules,
} from '../../model/index.ts';
import type { ResourceDirectory } from '../resource-directory.ts';
import { LineReader } from './line-reader.ts';
import { unpacked } from './origin-tables.ts';
import { RuleMatcher, statementRule } from './rule-matcher.ts';
import { tellingRecords } from './telling-records.ts';

/** Where statements come from, read from the index of a release. */
export class SqliteOrigins implements OriginIndex {
  readonly #directory: ResourceDirectory;
  readonly #datasets: readonly OriginDataset[];

  constructor(database: DatabaseSync, directory: ResourceDirectory) {
    this.#directory = directory;
    const rows = database.prepare('SELECT id, slug, files FROM origin_datasets ORDER BY id').all();
    this.#datasets = rows.map((row) => new OriginDataset(database, row as unknown as DatasetRow));
  }

  /** Several datasets may speak of one thing. */
  of(thing: string): ThingOrigin | undefined {
    const found = this.#directory.find(thing);
    if (!found) return undefined;
    const parts = this.#datasets.flatMap((dataset) => dataset.part(found.id) ?? []);
    if (parts.length === 0) return undefined;
    const statement = (asked: AskedStatement): StatementOrigin | undefined => {
      const told = parts.flatMap((part) => part.statement(asked) ?? []);
      const [first] = told;
      if (first === undefined || told.length === 1) return first;
      return {
        records: told.flatMap(({ records }) => records),
        rules: told.flatMap(({ rules }) => rules),
      };
    };
    return { records: parts.flatMap(({ records }) => records), statement };
  }
}

interface DatasetRow {
  readonly id: number;
  readonly slug: string;
  readonly files: string;
}

/** The origins of one dataset; its rules are read when they are first asked for. */
class OriginDataset {
  readonly #id: number;
  readonly #files: readonly string[];
  readonly #things: LineReader;
  readonly #cells: LineReader;
  readonly #read: () => { readonly rules: TracedRules; readonly table: CellTable };
  #known?: { readonly file: string; readonly matcher: RuleMatcher; readonly table: CellTable };

  constructor(database: DatabaseSync, { id, files }: DatasetRow) {
    this.#id = id;
    this.#files = JSON.parse(files) as readonly string[];
    this.#things = new LineReader(database, 'origin_things', (line) => Number.parseInt(line, 10));
    this.#cells = new LineReader(database, 'origin_cells', (line) => Number.parseInt(line.slice(1), 10));
    const reading = database.prepare('SELECT rules, columns FROM origin_datasets WHERE id = ?');
    this.#read = () => {
      const row = reading.get(id) as { rules: Uint8Array; columns: Uint8Array };
      return { rules: JSON.parse(unpacked(row.rules)), table: JSON.parse(unpacked(row.columns)) };
    };
  }

  /** What this dataset's mapping says of a thing, by the thing's number. */
  part(thing: number): ThingOrigin | undefined {
    const line = this.#things.find(this.#id, thing);
    if (line === undefined) return undefined;
    const { matcher, file } = this.#rules();
    const records = this.#records(line);
    const statement = (asked: AskedStatement): StatementOrigin | undefined => {
      const rules = matcher.find(asked);
      if (rules.length === 0) return undefined;
      const columns = rules.flatMap((rule) => rule.columns);
      const telling = tellingRecords(records, columns, asked.value);
      return { records: telling, rules: rules.map((rule) => statementRule(file, rule)) };
    };
    return { records, statement };
  }

  #rules() {
    if (!this.#known) {
      const { rules, table } = this.#read();
      this.#known = { file: rules.file, matcher: new RuleMatcher(rules.rules), table };
    }
    return this.#known;
  }

  #records(text: string): readonly SourceRecord[] {
    const [, fileNumber, row, line, further = ''] = text.split('\t');
    const place = { file: this.#files[Number(fileNumber)] ?? '', row: Number(row), line: Number(line) };
    // Cells are kept of the dataset's own source: a record of another is known by its place only.
    if (place.file !== this.#rules().table.file) return [{ ...place, cells: NO_CELLS }];
    const rows = further === '' ? [] : further.split(',').map(Number);
    const others = rows.flatMap((one) => this.#record(one) ?? []);
    return [this.#record(place.row) ?? { ...place, cells: NO_CELLS }, ...others];
  }

  #record(row: number): SourceRecord | undefined {
    const found = this.#cells.find(this.#id, row);
    if (found === undefined) return undefined;
    const [, line, ...cells] = JSON.parse(found) as readonly [number, number, ...string[]];
    const { file, columns } = this.#rules().table;
    return { file, row, line, cells: new Map(columns.map((column, at) => [column, cells[at] ?? ''])) };
  }
}

/** What cells were kept of. */
interface CellTable {
  readonly file: string;
  readonly columns: readonly string[];
}

const NO_CELLS: ReadonlyMap<string, string> = new Map();
