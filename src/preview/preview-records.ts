import { referencesTo, traceRules } from '../mapping/index.ts';
import {
  type Origin,
  type SourceRecord,
  type TracedRules,
  thingSpace,
  withoutFragment,
} from '../model/index.ts';
import { lineSubjectIri, withoutGraph } from '../rdf/index.ts';
import { type CheckedDataset, privateColumnsOf, rulesWithPrivate } from '../release/index.ts';
import { type CellFault, distinctFaults, mappingFaults } from './cell-faults.ts';
import type { ChosenRow } from './choose/chosen-row.ts';
import { judgeRecords } from './judge-records.ts';
import { type MappedRecord, mapRecords, type RecordMapping } from './map-records.ts';
import { nameOf } from './names.ts';
import type { PreviewedCell, PreviewedRecord, PreviewedThing } from './previewed.ts';
import type { RecordWindow } from './read-window.ts';
import { recordTurtle } from './record-turtle.ts';
import { originsBy } from './thing-origins.ts';

/** What is to be shown, and by what it is made. */
export interface RecordsToPreview extends Pick<RecordMapping, 'base' | 'vocabularies'> {
  readonly checked: CheckedDataset;
  readonly chosen: readonly ChosenRow[];
  readonly window: RecordWindow;
  /** Rank of a property where statements are written for people. */
  readonly order?: (property: string) => number;
}

/** Chosen records, in the order in which they were chosen, and the things that they describe together. */
export interface PreviewedRecords {
  readonly records: readonly PreviewedRecord[];
  readonly things: ReadonlyMap<string, PreviewedThing>;
}

/**
 * Chosen records of a dataset as its mapping and shapes see them now: cells with their faults, statements, things. Nothing
 * is read but what is given. Of shapes, what a thing's own statements answer is judged; what hangs on others, the whole
 * run tells.
 */
export async function previewRecords(given: RecordsToPreview): Promise<PreviewedRecords> {
  const { checked, window, base, vocabularies, chosen } = given;
  const { header } = window;
  const by: Shown = {
    given,
    traced: traceRules(checked.mapping, { base, ...(header && { header }) }),
    isPrivate: privateColumnsOf(checked.dataset),
  };
  const mapped = await mapRecords({ ...checked, base, vocabularies }, window);
  const faults = await judgeRecords(mapped, { checked, window, base });
  const things = thingsOf(mapped, by);
  const byRow = new Map(mapped.map((one) => [one.row, one]));
  const view = cellsOf(by);
  const records: PreviewedRecord[] = [];
  for (const { row, reasons } of chosen) {
    const one = byRow.get(row);
    const read = window.records.rows.get(row);
    // A file that has become shorter has lost it.
    if (!one || !read) continue;
    const all = distinctFaults([
      ...mappingFaults(one.report, window.records.columns),
      ...(faults.get(row) ?? []),
    ]);
    const own = ownThings(one.origins, thingSpace(base, checked.dataset.slug));
    records.push({
      row,
      ...(read.sheetRow !== undefined && { sheetRow: read.sheetRow }),
      reasons,
      name: nameOf(own[0], one.lines) ?? firstFilled(read.cells),
      ...view(read.cells, all),
      turtle: await recordTurtle(one.lines, { base, things: own, order: given.order }),
      statements: one.lines.length,
      things: own,
    });
  }
  return { records, things };
}

const firstFilled = (cells: readonly string[]): string =>
  cells.find((cell) => cell.trim() !== '')?.slice(0, 80) ?? '';

/** What is to be shown, with what is told of its columns and rules. */
interface Shown {
  readonly given: RecordsToPreview;
  readonly traced: TracedRules;
  /** Absent where no column is private. */
  readonly isPrivate: ((column: string) => boolean) | undefined;
}

/** Cells with their faults, and what belongs to none. */
function cellsOf({ given: { checked, window }, traced: { rules }, isPrivate = () => false }: Shown) {
  const { header, records } = window;
  const read = new Set([
    ...rules.flatMap(({ columns, conditions }) => [...columns, ...conditions]),
    ...(header ? [] : referencesTo(checked.mapping)),
  ]);
  return (cells: readonly string[], faults: readonly CellFault[]) => ({
    cells: records.columns.map(
      (column, at): PreviewedCell => ({
        column,
        value: cells[at] ?? '',
        faults: faults.filter((fault) => fault.column === column),
        isRead: read.has(column),
        isPrivate: isPrivate(column),
      }),
    ),
    faults: faults.filter(({ column }) => column === undefined || !records.columns.includes(column)),
  });
}

/** The things of this dataset, the one that the record identifies first. */
function ownThings(origins: readonly Origin[], space: string): readonly string[] {
  const own = origins.filter(({ subject }) => subject.startsWith(space));
  const first = own.filter(({ identifies, subject }) => identifies && withoutFragment(subject) === subject);
  return [...new Set([...first, ...own].map(({ subject }) => withoutFragment(subject)))];
}

/** Everything that the chosen records say together, by thing. */
function thingsOf(
  mapped: readonly MappedRecord[],
  { given, traced, isPrivate }: Shown,
): ReadonlyMap<string, PreviewedThing> {
  const { dataset } = given.checked;
  const { records } = given.window;
  const originOf = originsBy(isPrivate ? rulesWithPrivate(traced, isPrivate) : traced);
  const recordOf = (row: number): SourceRecord => {
    const { line = 0, cells = [] } = records.rows.get(row) ?? {};
    const shown = records.columns
      .map((column, at) => [column, cells[at] ?? ''] as const)
      .filter(([column]) => !isPrivate?.(column));
    return { file: dataset.source.shown, row, line, cells: new Map(shown) };
  };
  const found = new Map<string, { readonly lines: Set<string>; readonly rows: Set<number> }>();
  for (const { row, lines } of mapped)
    for (const line of lines) {
      const iri = withoutFragment(lineSubjectIri(line));
      const thing = found.get(iri) ?? { lines: new Set(), rows: new Set() };
      found.set(iri, thing);
      thing.lines.add(line);
      thing.rows.add(row);
    }
  return new Map(
    [...found].map(([iri, { lines, rows }]) => [
      iri,
      {
        iri,
        lines: [...lines].sort().map(withoutGraph),
        origin: originOf([...rows].map(recordOf)),
        rows: [...rows],
      },
    ]),
  );
}
