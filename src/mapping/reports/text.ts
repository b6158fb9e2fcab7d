import { nearest } from '../../documents/index.ts';
import {
  type Bilingual,
  complaintText,
  type FaultExample,
  type FaultGroup,
  type Language,
  type MappingReport,
  placeText,
} from '../../model/index.ts';
import {
  ABSENCE_REASONS,
  countOf,
  orderedAbsences,
  orderedGroups,
  type RunReport,
  severityOf,
} from './run-report.ts';
import { suggestionFor } from './suggestions.ts';

/**
 * A run as lines for people, in one language: what was read and written, the complaints, then the faults by kind and
 * rule with counts, first examples and what to do. No line feed at the ends of lines.
 */
export function reportText(run: RunReport, language: Language): readonly string[] {
  return [
    summaryLine(run, language),
    ...unknownLines(run, language),
    ...detailLines(run, language),
    ...(run.report === undefined ? [] : absenceLines(run.report, language)),
    ...(run.report === undefined ? [] : unusedLines(run.report, language)),
  ];
}

/** What was read and written, in one line. */
export function summaryLine({ mapping, outcome, report, complaints }: RunReport, language: Language): string {
  const n = (value: number) => value.toLocaleString(language);
  if (report === undefined)
    return {
      fr: `${mapping} : refusé avant toute lecture ; ${n(complaints.length)} à corriger.`,
      en: `${mapping}: refused before any data is read; ${n(complaints.length)} to correct.`,
    }[language];
  const { records, statements, skippedRecords } = report;
  const ending: Readonly<Record<RunReport['outcome'], Bilingual>> = {
    mapped: { fr: '', en: '' },
    refused: { fr: ' ; refusé', en: '; refused' },
    'too-many-faults': {
      fr: ' ; trop de défauts, rien n’est écrit',
      en: '; too many faults, nothing is written',
    },
  };
  const left =
    skippedRecords === 0
      ? { fr: '', en: '' }
      : { fr: `, dont laissés : ${n(skippedRecords)}`, en: `, of which left out: ${n(skippedRecords)}` };
  const faults = countOf(report);
  const met =
    faults === 0 ? { fr: '', en: '' } : { fr: ` ; défauts : ${n(faults)}`, en: `; faults: ${n(faults)}` };
  return {
    fr: `${mapping} : enregistrements : ${n(records)} ; énoncés : ${n(statements)}${met.fr}${ending[outcome].fr}.`,
    en: `${mapping}: records: ${n(records)}${left.en}; statements: ${n(statements)}${met.en}${ending[outcome].en}.`,
  }[language];
}

/** Columns that the mapping names and its sources do not have: told at the beginning of a run, too. */
export const unknownLines = ({ report }: Pick<RunReport, 'report'>, language: Language): readonly string[] =>
  (report?.unknownColumns ?? []).map((column) => complaintText(column, language));

/** The rest: complaints, faults and notes, optional columns that are missing. Empty where all went well. */
export function detailLines({ complaints, report }: RunReport, language: Language): readonly string[] {
  return [
    ...complaints.map((complaint) => complaintText(complaint, language)),
    ...(report === undefined ? [] : [...kindLines(report, language), ...missingLines(report, language)]),
  ];
}

function kindLines(report: MappingReport, language: Language): readonly string[] {
  const kinds = Map.groupBy(orderedGroups(report), ({ code }) => code);
  return [...kinds.values()].flatMap((groups) => {
    const [first] = groups;
    if (first === undefined) return [];
    const total = groups.reduce((sum, { count }) => sum + count, 0).toLocaleString(language);
    const note = severityOf(first) === 'note' ? { fr: ' (remarque)', en: ' (note)' }[language] : '';
    return [
      '',
      `${total} × ${first.message[language]}${note}`,
      ...groups.flatMap((group) => groupLines(group, language)),
      `  → ${suggestionFor(first.code)[language]}`,
    ];
  });
}

function groupLines(group: FaultGroup, language: Language): readonly string[] {
  const { place, count, examples } = group;
  const n = (value: number) => value.toLocaleString(language);
  const shown =
    examples.length < count
      ? {
          fr: ` : ${n(count)}, dont voici ${examples.length === 1 ? 'le premier' : `les ${examples.length} premiers`}`,
          en: `: ${n(count)}, first ${examples.length === 1 ? 'one' : examples.length} shown`,
        }[language]
      : '';
  return [
    `  ${placeText(place)}${shown}`,
    ...examples.map((example) => `    ${exampleText(example, language)}`),
  ];
}

/** `oeuvres.csv:4812, column “Millésime”, value “194.en”`. */
function exampleText({ file, line, column, value }: FaultExample, language: Language): string {
  const cell = column && { fr: `colonne « ${column} »`, en: `column “${column}”` }[language];
  const found = value && { fr: `valeur « ${short(value)} »`, en: `value “${short(value)}”` }[language];
  return [`${file}:${line}`, cell, found].filter((part) => part !== '').join(', ');
}

function missingLines(
  { missingColumns, unusedColumns, unknownColumns = [] }: MappingReport,
  language: Language,
): readonly string[] {
  const optional = missingColumns.filter((name) => !unknownColumns.some((one) => one.name === name));
  if (optional.length === 0) return [];
  const lines = optional.map((name) => {
    const near = nearest(name, unusedColumns);
    if (near === undefined) return `  ${{ fr: `« ${name} »`, en: `“${name}”` }[language]}`;
    return { fr: `  « ${name} » (la plus proche : « ${near} »)`, en: `  “${name}” (the nearest: “${near}”)` }[
      language
    ];
  });
  return [
    '',
    {
      fr: 'Colonnes que la correspondance nomme et que la source n’a pas :',
      en: 'Columns that the mapping names and the source does not have:',
    }[language],
    ...lines,
  ];
}

/** What was not said although nothing was wrong: only a whole report tells it. */
function absenceLines(report: MappingReport, language: Language): readonly string[] {
  const absences = orderedAbsences(report);
  if (absences.length === 0) return [];
  const n = (value: number) => value.toLocaleString(language);
  return [
    '',
    {
      fr: 'Termes non produits, sans défaut, par règle :',
      en: 'Terms not made, without a fault, by rule:',
    }[language],
    ...absences.map(({ reason, place, column, count }) => {
      const read = column && ` ${{ fr: `« ${column} »`, en: `“${column}”` }[language]}`;
      const colon = { fr: ' :', en: ':' }[language];
      return `  ${placeText(place)}${read}${colon} ${n(count)}, ${ABSENCE_REASONS[reason][language]}`;
    }),
  ];
}

/** Columns that nothing reads: what they hold is not said either. */
function unusedLines({ unusedColumns }: MappingReport, language: Language): readonly string[] {
  if (unusedColumns.length === 0) return [];
  const names = unusedColumns.map((name) => ({ fr: `« ${name} »`, en: `“${name}”` })[language]);
  return [
    '',
    {
      fr: 'Colonnes de la source que rien ne lit :',
      en: 'Columns of the source that nothing reads:',
    }[language],
    `  ${names.join(', ')}`,
  ];
}

const short = (value: string): string => {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};
