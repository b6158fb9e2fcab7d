import {
  type Complaint,
  complaintText,
  type FaultExample,
  type FaultGroup,
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

/** What mapping could not read, with its places in the mapping and in the data. */
export function tellMapping({ slug, inputs, mapping }: ReleasedDataset, terminal: Terminal): void {
  const { language } = terminal;
  const source = inputs.at(-1)?.path ?? slug;
  for (const line of faultLines(mapping.faults, source, language)) terminal.say(`  ${line}`);
}

/** What shapes found: grouped, counted, with a place and what to do. */
export function tellValidation({ slug, validation }: ReleasedDataset, terminal: Terminal): void {
  const { language } = terminal;
  const groups = validation.groups.filter(({ severity }) => severity !== 'info');
  const lines = datasetReportText({ slug, validation: { ...validation, groups } }, { language, samples: 1 });
  for (const line of lines) terminal.say(`  ${line}`);
}

/** One line for what several places of a mapping complain of in the same cells. */
export function faultLines(
  faults: readonly FaultGroup[],
  source: string,
  language: Language,
): readonly string[] {
  const alike = Map.groupBy(faults, ({ place, message, count, examples }) =>
    JSON.stringify([place.file, message.en, count, examples]),
  );
  return [...alike.values()].map(([first, ...others]) => {
    if (first === undefined) return '';
    const { place, message, count, examples } = first;
    const lines = others.map((other) => other.place.line).filter((line) => line !== undefined);
    const also = lines.length === 0 ? '' : `, ${lines.join(', ')}`;
    const shown = examples.slice(0, 2).map((example) => exampleText(example, source, language));
    return `${placeText(place)}${also}  ${figure(count, language)} × ${message[language]} ${shown.join(' ; ')}`;
  });
}

function exampleText({ row, line, column, value }: FaultExample, source: string, language: Language): string {
  const where = column === '' ? '' : { fr: `, « ${column} »`, en: `, “${column}”` }[language];
  const what = value === '' ? '' : { fr: ` : « ${short(value)} »`, en: `: “${short(value)}”` }[language];
  const record = { fr: `enregistrement ${row}`, en: `record ${row}` }[language];
  return `(${source}:${line}, ${record}${where}${what})`;
}

const short = (value: string): string =>
  (value.length > 60 ? `${value.slice(0, 59)}…` : value).replace(/\s+/g, ' ');
