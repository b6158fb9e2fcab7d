import type { Writable } from 'node:stream';
import {
  REPORT_PREFIXES,
  type RunReport,
  reportDocument,
  reportQuads,
  reportText,
} from '../mapping/index.ts';
import type { Complaint, Language, Place } from '../model/index.ts';
import { serialise } from '../rdf/index.ts';
import { writeText } from './file-aside.ts';
import type { ReportFormat } from './map-flags.ts';

type Writer = (run: RunReport, language: Language) => string | Promise<string>;

/** One row a form of the report. */
const WRITERS: Readonly<Record<ReportFormat, Writer>> = {
  text: (run, language) => `${reportText(run, language).join('\n')}\n`,
  json: (run) => `${JSON.stringify(reportDocument(run), null, 2)}\n`,
  // Names relative to the document: the report can be moved and published anywhere.
  ttl: (run) => serialise(reportQuads(run, ''), 'text/turtle', REPORT_PREFIXES),
};

/** Writes a run's report; `-` is standard output. */
export async function writeReport(
  run: RunReport,
  { path, format }: { readonly path: string; readonly format: ReportFormat },
  { language, out }: { readonly language: Language; readonly out: Writable },
): Promise<void> {
  await writeText(path, await WRITERS[format](run, language), out);
}

/** The same run, the mapping named as it was typed instead of by its absolute path. */
export function shownAs(run: RunReport, path: string, typed: string): RunReport {
  const place = (one: Place): Place => (one.file === path ? { ...one, file: typed } : one);
  const complaints = run.complaints.map((one): Complaint => ({ ...one, place: place(one.place) }));
  if (run.report === undefined) return { ...run, complaints };
  const faults = run.report.faults.map((group) => ({ ...group, place: place(group.place) }));
  const absences = run.report.absences.map((group) => ({ ...group, place: place(group.place) }));
  const unknown = run.report.unknownColumns?.map((one) => ({ ...one, place: place(one.place) }));
  const unknownColumns = unknown ? { unknownColumns: unknown } : {};
  return { ...run, complaints, report: { ...run.report, faults, absences, ...unknownColumns } };
}
