import {
  type Bilingual,
  type Language,
  type ShapeResultGroup,
  type ShapeResultSample,
  spaced,
} from '../../model/index.ts';
import {
  type DatasetReport,
  kindOfGroup,
  ownMessage,
  severityName,
  shareOfGroup,
  toldGroups,
  verdictOf,
} from './dataset-report.ts';
import { quoted, shortened, shortName } from './quoting.ts';
import { remedyText } from './remedies.ts';

/** How much of each group is told. */
export interface TextOptions {
  readonly language: Language;
  /** Samples a group: five at most. */
  readonly samples?: number;
}

const MOST_REASONS = 3;

/**
 * What shapes found in a dataset, as lines for people, without line feeds: by shape, component and severity, with
 * counts, share, samples with their cells, and what to do. Nothing where nothing was found.
 */
export function datasetReportText(
  { slug, validation }: Pick<DatasetReport, 'slug' | 'validation'>,
  { language, samples = 5 }: TextOptions,
): readonly string[] {
  const { things } = validation;
  const { groups, cut } = toldGroups(validation, language);
  if (groups.length === 0) return [];
  const lines = groups.flatMap((group) => groupLines(group, things, { language, samples }));
  return [
    `${slug}  ${verdictOf(validation, language)}`,
    ...lines,
    ...(cut === undefined ? [] : [`  ${cut}`]),
  ].map((line) => spaced(line, language));
}

function groupLines(
  group: ShapeResultGroup,
  things: number,
  { language, samples }: Required<TextOptions>,
): readonly string[] {
  const { severity, message, why, component, count } = group;
  const shown = group.samples.slice(0, samples);
  const remedies = shown.map((sample) => `→ ${remedyText({ ...sample, component }, language)}`);
  const [remedy, ...others] = new Set(remedies);
  const isSame = others.length === 0;
  return [
    `  ${severityName(severity, language)}  ${message[language]}`,
    `    ${shareOfGroup(group, things, language)} (${kindOfGroup(group)})`,
    ...(why === undefined ? [] : [`    ${why[language]}`]),
    ...shown.flatMap((sample, index) => [
      ...sampleLines(sample, message, language),
      ...(isSame ? [] : [`        ${remedies[index]}`]),
    ]),
    ...(shown.length < count ? [`      ${moreText(count - shown.length, language)}`] : []),
    ...(isSame && remedy !== undefined ? [`    ${remedy}`] : []),
  ];
}

const moreText = (count: number, language: Language): string =>
  ({
    fr: `… autres : ${count.toLocaleString('fr')}`,
    en: `… and ${count.toLocaleString('en')} more`,
  })[language];

/** The place, what stands there, its message where it is not the group's, and the reasons inside. */
const sampleLines = (
  sample: ShapeResultSample,
  ofGroup: Bilingual,
  language: Language,
): readonly string[] => [
  `      ${placeAndValue(sample, language)}`,
  ...ownMessage(sample, ofGroup, language).map((text) => `        ${text}`),
  ...(sample.details ?? []).slice(0, MOST_REASONS).map(({ message }) => `        – ${message[language]}`),
];

/** `source/x.csv:14, column “REF”: “0000”`, else the thing and its value. */
export function placeAndValue(sample: ShapeResultSample, language: Language): string {
  const written = sample.cell ?? sample.value;
  const colon = { fr: ' : ', en: ': ' }[language];
  const value = written === undefined ? '' : `${colon}${writtenText(written, language)}`;
  return `${placeText(sample, language) ?? sample.thing}${value}`;
}

const EMPTY = { fr: '(vide)', en: '(empty)' };

/** What stands in a cell, in quotes; nothing is told in words. */
const writtenText = (written: string, language: Language): string =>
  written.trim() === '' ? EMPTY[language] : quoted(shortened(written), language);

/** The spreadsheet's row is told where it is not the line of the file. */
export function placeText(sample: ShapeResultSample, language: Language): string | undefined {
  const { file, line, row, sheetRow, column } = sample;
  if (file === undefined || line === undefined) return undefined;
  const name = shortName(sample.thing);
  const record =
    sheetRow === undefined
      ? { fr: `enregistrement ${row} (${name})`, en: `record ${row} (${name})` }
      : undefined;
  const sheet =
    sheetRow === undefined || sheetRow === line
      ? undefined
      : { fr: `ligne ${sheetRow} du tableur`, en: `row ${sheetRow} of the spreadsheet` };
  const where =
    column === undefined
      ? undefined
      : `${{ fr: 'colonne', en: 'column' }[language]} ${quoted(column, language)}`;
  const parts = [record?.[language], sheet?.[language], where].filter((part) => part !== undefined);
  return [`${file}:${line}`, ...parts].join(', ');
}
