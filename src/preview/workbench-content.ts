import type { ListedRecord, ShownCell, ShownRecord, WholeShown, WorkbenchContent } from '../pages/index.ts';
import type { CellFault } from './cell-faults.ts';
import { labelOf } from './names.ts';
import type { PreviewedRecord } from './previewed.ts';
import { lastRun, type Preview, type PreviewState, type WholeState } from './session/state.ts';
import { documentPath } from './thing-document.ts';

/** What is looked at: a record by its number, one of its things. Of what is not there the first is shown. */
export interface Looked {
  readonly row?: number | undefined;
  readonly thing?: string | undefined;
  readonly language: 'fr' | 'en';
}

/** The state of a preview as its page shows it. */
export function workbenchContent(state: PreviewState, slug: string, looked: Looked): WorkbenchContent {
  const { preview, kind, complaints, whole } = state;
  const records = preview?.records ?? [];
  const record = records.find(({ row }) => row === looked.row) ?? records[0];
  return {
    slug,
    kind,
    complaints,
    ...(preview && { title: preview.dataset.title, time: timeOf(preview.at), total: preview.total }),
    records: records.map(listed),
    ...(preview && record && { shown: shownRecord(preview, record, looked) }),
    whole: wholeShown(whole),
  };
}

/** The hour here: who reads it sits at this machine. */
const timeOf = (iso: string): string => new Date(iso).toTimeString().slice(0, 8);

const RANKS: readonly CellFault['severity'][] = ['violation', 'mapping', 'warning', 'info'];

const allFaults = ({ cells, faults }: PreviewedRecord): readonly CellFault[] => [
  ...faults,
  ...cells.flatMap((cell) => cell.faults),
];

function listed(record: PreviewedRecord): ListedRecord {
  const faults = allFaults(record);
  const gravest = RANKS.find((one) => faults.some(({ severity }) => severity === one));
  const { row, sheetRow, name, reasons } = record;
  return {
    row,
    number: sheetRow ?? row,
    name,
    reasons: reasons.map(({ sentence }) => sentence),
    faults: faults.length,
    ...(gravest && { gravest }),
  };
}

function shownRecord(preview: Preview, record: PreviewedRecord, { thing, language }: Looked): ShownRecord {
  const { things, base, dataset } = preview;
  const iri = record.things.find((one) => one === thing) ?? record.things[0];
  const path = iri === undefined ? undefined : documentPath(iri, base);
  return {
    ...listed(record),
    file: dataset.source.shown,
    cells: record.cells.map(byGravity),
    loose: record.faults,
    turtle: record.turtle,
    statements: record.statements,
    things: record.things.map((one) => ({
      iri: one,
      name: labelOf(one, things.get(one)?.lines ?? [], language) ?? one.slice(one.lastIndexOf('/') + 1),
      isShown: one === iri,
    })),
    ...(path !== undefined && { page: `${path}?lang=${language}&at=${encodeURIComponent(preview.at)}` }),
  };
}

const byGravity = (cell: PreviewedRecord['cells'][number]): ShownCell => ({
  ...cell,
  faults: cell.faults.toSorted((a, b) => RANKS.indexOf(a.severity) - RANKS.indexOf(b.severity)),
});

function wholeShown(whole: WholeState): WholeShown {
  const run = lastRun(whole);
  const forecast = run?.forecast;
  return {
    kind: whole.kind,
    ...(whole.kind === 'running' && whole.progress && { progress: whole.progress }),
    ...(whole.kind === 'failed' && { reason: whole.reason }),
    ...(run?.counts && { counts: run.counts }),
    faults: run?.faults ?? [],
    ...(forecast && {
      forecast: forecast.kind === 'next' ? { ...forecast, terms: forecast.breaks.terms } : forecast,
    }),
  };
}
