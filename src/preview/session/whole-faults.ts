import type { WholeRun } from '../background/whole-run.ts';
import { type CellFault, distinctFaults } from '../cell-faults.ts';
import type { PreviewedRecord } from '../previewed.ts';
import type { Preview } from './state.ts';

/**
 * The preview with what only the run over the whole file could tell of its records: identifiers that are repeated, what hangs
 * on other things.
 */
export function withWholeFaults(preview: Preview, { rows }: WholeRun): Preview {
  const byRow = Map.groupBy(rows, ({ row }) => row);
  const records = preview.records.map((record) => {
    const found = byRow.get(record.row)?.map(({ fault }) => fault) ?? [];
    return found.length === 0 ? record : withFaults(record, found);
  });
  return { ...preview, records };
}

function withFaults(record: PreviewedRecord, found: readonly CellFault[]): PreviewedRecord {
  const columns = record.cells.map(({ column }) => column);
  const isAtCell = ({ column }: CellFault): boolean => column !== undefined && columns.includes(column);
  return {
    ...record,
    cells: record.cells.map((cell) => ({
      ...cell,
      faults: distinctFaults([...cell.faults, ...found.filter(({ column }) => column === cell.column)]),
    })),
    faults: distinctFaults([...record.faults, ...found.filter((fault) => !isAtCell(fault))]),
  };
}
