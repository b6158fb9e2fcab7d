import {
  type Complaint,
  complaintText,
  type FaultExample,
  type Language,
  placeText,
  type ReleasedDataset,
} from '../model/index.ts';
import { datasetReportText } from '../validation/index.ts';
import { figure, type Terminal } from './terminal.ts';

/** All complaints, one a line, and how many there are. */
export function tellComplaints(complaints: readonly Complaint[], terminal: Terminal): void {
  for (const complaint of complaints) terminal.error(complaintText(complaint, terminal.language));
  const count = complaints.length;
  if (count > 1)
    terminal.error(
      { fr: `${count} choses à corriger.`, en: `${count} things to correct.` }[terminal.language],
    );
}

/** What mapping could not read and what shapes found: grouped, counted, with a place and what to do. */
export function tellReport({ slug, inputs, mapping, validation }: ReleasedDataset, terminal: Terminal): void {
  const { language } = terminal;
  const source = inputs.at(-1)?.path ?? slug;
  for (const { place, message, count, examples } of mapping.faults) {
    const shown = examples.slice(0, 2).map((example) => exampleText(example, source, language));
    terminal.say(
      `  ${placeText(place)}  ${figure(count, language)} × ${message[language]} ${shown.join(' ; ')}`,
    );
  }
  const groups = validation.groups.filter(({ severity }) => severity !== 'info');
  const lines = datasetReportText({ slug, validation: { ...validation, groups } }, { language, samples: 1 });
  for (const line of lines) terminal.say(`  ${line}`);
}

function exampleText({ row, line, column, value }: FaultExample, source: string, language: Language): string {
  const where = column === '' ? '' : { fr: `, « ${column} »`, en: `, “${column}”` }[language];
  const what = value === '' ? '' : { fr: ` : « ${short(value)} »`, en: `: “${short(value)}”` }[language];
  const record = { fr: `enregistrement ${row}`, en: `record ${row}` }[language];
  return `(${source}:${line}, ${record}${where}${what})`;
}

const short = (value: string): string =>
  (value.length > 60 ? `${value.slice(0, 59)}…` : value).replace(/\s+/g, ' ');
