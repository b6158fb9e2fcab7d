import {
  type Complaint,
  complaintText,
  type FaultExample,
  type Language,
  placeText,
  type ReleasedDataset,
  type ShapeResultGroup,
} from '../model/index.ts';
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

/** What mapping could not read and what shapes found, grouped and counted. */
export function tellReport({ slug, inputs, mapping, validation }: ReleasedDataset, terminal: Terminal): void {
  const { language } = terminal;
  const source = inputs.at(-1)?.path ?? slug;
  for (const { place, message, count, examples } of mapping.faults) {
    const shown = examples.slice(0, 2).map((example) => exampleText(example, source, language));
    terminal.say(
      `  ${placeText(place)}  ${figure(count, language)} × ${message[language]} ${shown.join(' ; ')}`,
    );
  }
  for (const group of validation.groups)
    if (group.severity !== 'info') terminal.say(`  ${slug}  ${groupText(group, language)}`);
}

function exampleText({ row, line, column, value }: FaultExample, source: string, language: Language): string {
  const where = column === '' ? '' : { fr: `, « ${column} »`, en: `, “${column}”` }[language];
  const what = value === '' ? '' : { fr: ` : « ${short(value)} »`, en: `: “${short(value)}”` }[language];
  const record = { fr: `enregistrement ${row}`, en: `record ${row}` }[language];
  return `(${source}:${line}, ${record}${where}${what})`;
}

function groupText({ severity, count, message, samples }: ShapeResultGroup, language: Language): string {
  const names = {
    violation: { fr: 'violation', en: 'violation' },
    warning: { fr: 'avertissement', en: 'warning' },
    info: { fr: 'information', en: 'info' },
  };
  const first = samples[0];
  const named = `${names[severity][language]} × ${figure(count, language)}`;
  if (first === undefined) return { fr: `${named} : ${message.fr}`, en: `${named}: ${message.en}` }[language];
  const value =
    first.value === undefined
      ? { fr: '', en: '' }
      : { fr: ` : « ${short(first.value)} »`, en: `: “${short(first.value)}”` };
  return {
    fr: `${named} : ${message.fr} (${first.thing}${value.fr})`,
    en: `${named}: ${message.en} (${first.thing}${value.en})`,
  }[language];
}

const short = (value: string): string =>
  (value.length > 60 ? `${value.slice(0, 59)}…` : value).replace(/\s+/g, ' ');
