import {
  type Complaint,
  complaintText,
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
export function tellReport({ slug, mapping, validation }: ReleasedDataset, terminal: Terminal): void {
  const { language } = terminal;
  for (const { place, message, count, examples } of mapping.faults) {
    const shown = examples
      .slice(0, 2)
      .map(({ line, column, value }) => exampleText(line, column, value, language));
    terminal.say(
      `  ${placeText(place)}  ${figure(count, language)} × ${message[language]} ${shown.join(' ; ')}`,
    );
  }
  for (const group of validation.groups)
    if (group.severity !== 'info') terminal.say(`  ${slug}  ${groupText(group, language)}`);
}

function exampleText(line: number, column: string, value: string, language: Language): string {
  const where =
    column === '' ? { fr: '', en: '' } : { fr: `, colonne « ${column} »`, en: `, column “${column}”` };
  const what =
    value === '' ? { fr: '', en: '' } : { fr: ` : « ${short(value)} »`, en: `: “${short(value)}”` };
  return { fr: `(ligne ${line}${where.fr}${what.fr})`, en: `(line ${line}${where.en}${what.en})` }[language];
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
