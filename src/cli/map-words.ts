import { detailLines, type RunReport, summaryLine } from '../mapping/index.ts';
import { complaintText, type UnknownColumn } from '../model/index.ts';
import type { MapOptions } from './map-flags.ts';
import { figure, type Terminal } from './terminal.ts';

/** What a run gave, on standard error. @param leaves whether part of it went to standard output in vain */
export function tellRun(
  report: RunReport,
  { output }: Pick<MapOptions, 'output'>,
  leaves: boolean,
  terminal: Terminal,
): void {
  const { language } = terminal;
  for (const line of detailLines(report, language)) terminal.error(line);
  // “Nothing is written” would not be true.
  terminal.error(summaryLine(leaves ? { ...report, outcome: 'refused' } : report, language));
  if (leaves && report.outcome === 'too-many-faults')
    terminal.error(
      { fr: 'Trop de défauts (--max-faults).', en: 'Too many faults (--max-faults).' }[language],
    );
  if (leaves) tellIncomplete(terminal);
  for (const target of report.targets) terminal.error(`→ ${target}`);
  if (report.outcome === 'mapped' && output !== undefined) terminal.error(`→ ${output}`);
}

/** What has gone to standard output cannot be taken back. */
export const tellIncomplete = (terminal: Terminal): void =>
  terminal.error(
    {
      fr: 'Ce qui est parti sur la sortie standard est incomplet : ne le gardez pas, ou donnez --output.',
      en: 'What went to standard output is incomplete: do not keep it, or give --output.',
    }[terminal.language],
  );

/** Before any record is mapped: what a mapping misses is better known at the beginning of a long run. */
export function tellUnknown(
  columns: readonly UnknownColumn[],
  { path, shown, terminal }: { readonly path: string; readonly shown: string; readonly terminal: Terminal },
): void {
  for (const { place, ...rest } of columns) {
    const named = place.file === path ? { ...place, file: shown } : place;
    terminal.error(complaintText({ ...rest, place: named }, terminal.language));
  }
}

export function tellUngraphed(count: number, format: string, { error, language }: Terminal): void {
  const fr =
    count === 1
      ? '1 énoncé est écrit sans son graphe'
      : `${figure(count, 'fr')} énoncés sont écrits sans leur graphe`;
  const en =
    count === 1
      ? '1 statement is written without its graph'
      : `${figure(count, 'en')} statements are written without their graph`;
  error(
    {
      fr: `Le format ${format} ne connaît pas de graphes nommés : ${fr} (nq et trig les gardent).`,
      en: `The format ${format} has no named graphs: ${en} (nq and trig keep them).`,
    }[language],
  );
}
