import {
  type Bilingual,
  type Language,
  SEVERITIES,
  type Severity,
  spaced,
  visible,
} from '../../model/index.ts';
import type { GraphResult } from '../validate-graph.ts';
import { type Cause, causesOf } from './causes.ts';
import { kindText, SEVERITY_NAMES, severityText, shapeText } from './names.ts';
import { type GraphReport, groupsOf, ownMessage, type ResultGroup } from './report.ts';

type Describe = (term: GraphResult['focusNode']) => string;

/**
 * A validation as lines for people, in one language: whether the data conform, then the results by shape, component
 * and path, the gravest first, with their share, samples and reasons. No line feed at the ends of lines.
 */
export function graphReportText(report: GraphReport, language: Language): readonly string[] {
  return [
    ...headLines(report, language),
    ...groupsOf(report).flatMap((group) => ['', ...groupLines(group, report, language)]),
    ...groupsCut(report, language),
    ...(report.truncated ? ['', limitText(report, language)] : []),
  ].map((line) => visible(spaced(line, language)).replaceAll('\n', ' '));
}

/** The verdict, and what it alone would hide. */
export const headLines = (report: GraphReport, language: Language): readonly string[] => [
  verdictText(report, language),
  ...remarks(report, language),
];

/** Whether the data conform, and how many results there are, in one line. */
function verdictText(
  { data, conforms, resultCount, counts, focusNodes, statements }: GraphReport,
  language: Language,
): string {
  const n = (value: number) => value.toLocaleString(language);
  const kinds = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => counted(severity, n(counts[severity]))[language],
  );
  const found = kinds.length === 0 ? '' : ` (${kinds.join(', ')})`;
  const verdict: Bilingual = conforms
    ? { fr: 'conforme', en: 'conforms' }
    : { fr: 'non conforme', en: 'does not conform' };
  return {
    fr: `${filesText(data, 'fr')} : ${verdict.fr}. Résultats : ${n(resultCount)}${found} ; nœuds jugés : ${n(focusNodes)} ; énoncés : ${n(statements)}.`,
    en: `${filesText(data, 'en')}: ${verdict.en}. Results: ${n(resultCount)}${found}; focus nodes judged: ${n(focusNodes)}; statements: ${n(statements)}.`,
  }[language];
}

const MOST_FILES = 3;

function filesText(files: readonly string[], language: Language): string {
  const named = files.slice(0, MOST_FILES).join(', ');
  const others = files.length - MOST_FILES;
  if (others <= 0) return named;
  return { fr: `${named}… (fichiers : ${files.length})`, en: `${named}… (files: ${files.length})` }[language];
}

const counted = (severity: Severity, count: string): Bilingual => ({
  fr: `${SEVERITY_NAMES[severity].fr} : ${count}`,
  en: `${SEVERITY_NAMES[severity].en}: ${count}`,
});

const MOST_IDLE = 12;

/** What a verdict alone would hide: that nothing was judged, or that some shapes judged nothing. */
function remarks(report: GraphReport, language: Language): readonly string[] {
  const remark = nothingJudged(report);
  if (remark) return [remark[language]];
  const idle = report.shapesJudged.filter(({ focusNodes }) => focusNodes === 0);
  if (idle.length === 0) return [];
  const named = idle
    .slice(0, MOST_IDLE)
    .map(({ shape }) => shapeText(shape, undefined, { language, prefixes: report.prefixes }));
  const names = [...named, ...(idle.length > MOST_IDLE ? ['…'] : [])].join(', ');
  return [
    {
      fr: `Remarque : ces formes n’ont rien trouvé à juger : ${names}.`,
      en: `Note: these shapes found nothing to judge: ${names}.`,
    }[language],
  ];
}

/** The remark that nothing was judged; undefined where something was. */
function nothingJudged({ focusNodes, statements }: GraphReport): Bilingual | undefined {
  if (focusNodes > 0) return undefined;
  if (statements === 0)
    return {
      fr: 'Remarque : les données sont vides ; rien n’a été jugé. SHACL appelle cela « conforme ».',
      en: 'Note: the data are empty; nothing was judged. SHACL calls this “conforms”.',
    };
  return {
    fr: 'Remarque : aucun nœud des données n’est visé par une forme ; rien n’a été jugé. Vérifiez les cibles (sh:targetClass).',
    en: 'Note: no node of the data is the target of a shape; nothing was judged. Check the targets (sh:targetClass).',
  };
}

function groupLines(
  group: ResultGroup,
  { describe, prefixes }: GraphReport,
  language: Language,
): readonly string[] {
  const { first, severity, message, samples, count } = group;
  const wording = { language, prefixes };
  const describeIn: Describe = (term) => describe(term, language);
  return [
    `${severityText(first, severity, wording)}  ${kindText(group, wording)}`,
    `  ${message[language]}`,
    `  ${shareText(group, language)}`,
    ...samples.flatMap((sample) => [
      ...sampleLines(sample, describeIn, language),
      ...messageLine(ownMessage(sample, group), language),
    ]),
    ...(samples.length < count ? [`    ${cutText(samples.length, count, language)}`] : []),
  ];
}

/** How many results, and what part of the nodes is concerned. */
export function shareText({ count, concerned, judged, share }: ResultGroup, language: Language): string {
  const n = (value: number) => value.toLocaleString(language);
  const part = share === undefined ? { fr: '', en: '' } : partOf(n(judged), percent(share, language));
  return {
    fr: `résultats : ${n(count)} ; nœuds concernés : ${n(concerned)}${part.fr}`,
    en: `results: ${n(count)}; nodes concerned: ${n(concerned)}${part.en}`,
  }[language];
}

const percent = (share: number, language: Language): string =>
  share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 });

const partOf = (judged: string, part: string): Bilingual => ({
  fr: ` sur ${judged} (${part})`,
  en: ` of ${judged} (${part})`,
});

const messageLine = (message: Bilingual | undefined, language: Language): readonly string[] =>
  message ? [`      ${message[language]}`] : [];

function sampleLines(result: GraphResult, describe: Describe, language: Language): readonly string[] {
  const { causes, truncated } = causesOf(result);
  return [
    `    ${nodeAndValue(result, describe, language)}`,
    ...causes.flatMap((cause) => causeLines(cause, describe, language, '      ')),
    ...(truncated
      ? [`      ${{ fr: '… tronqué : autres causes', en: '… truncated: further causes' }[language]}`]
      : []),
  ];
}

function nodeAndValue(
  { focusNode, value }: Pick<GraphResult, 'focusNode' | 'value'>,
  describe: Describe,
  language: Language,
): string {
  const node = describe(focusNode);
  if (value === undefined || value.equals(focusNode)) return node;
  return { fr: `${node} : ${describe(value)}`, en: `${node}: ${describe(value)}` }[language];
}

function causeLines(cause: Cause, describe: Describe, language: Language, indent: string): readonly string[] {
  return [
    `${indent}– ${nodeAndValue(cause, describe, language)}${{ fr: ' : ', en: ': ' }[language]}${cause.message[language]}`,
    ...cause.causes.flatMap((inner) => causeLines(inner, describe, language, `${indent}  `)),
  ];
}

/** How many of a group's results are shown. */
export function cutText(shown: number, count: number, language: Language): string {
  const n = (value: number) => value.toLocaleString(language);
  return {
    fr: `… tronqué : ${n(shown)} sur ${n(count)}`,
    en: `… truncated: ${n(shown)} of ${n(count)} shown`,
  }[language];
}

/** That there are more groups than are told. */
export function groupsCut(report: GraphReport, language: Language): readonly string[] {
  const [told, all] = [groupsOf(report).length, report.groupCount];
  if (told === all) return [];
  const [n, of] = [told.toLocaleString(language), all.toLocaleString(language)];
  return [
    {
      fr: `Tronqué : seuls les ${n} groupes de résultats les plus graves et fréquents sont montrés, sur ${of}.`,
      en: `Truncated: only the ${n} gravest and most frequent groups of results are shown, of ${of}.`,
    }[language],
  ];
}

/** What `--limit` left out. */
export const limitText = ({ told, resultCount }: GraphReport, language: Language): string =>
  ({
    fr: `Tronqué : --limit ne laisse montrer que ${told.length.toLocaleString('fr')} résultats sur ${resultCount.toLocaleString('fr')} ; les comptes sont entiers.`,
    en: `Truncated: --limit lets ${told.length.toLocaleString('en')} of ${resultCount.toLocaleString('en')} results be shown; counts are whole.`,
  })[language];
