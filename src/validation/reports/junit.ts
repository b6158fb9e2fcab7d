import { type Language, SEVERITIES, type Severity, spaced } from '../../model/index.ts';
import type { GraphResult } from '../validate-graph.ts';
import { kindText, severityText, shapeText } from './names.ts';
import type { GraphReport, ResultGroup, ShapeJudgement } from './report.ts';
import { attribute, content } from './xml-text.ts';

/** How a validation is told to whoever runs tests. */
export interface JunitOptions {
  readonly language: Language;
  /** Results less grave than this are told beside, and fail nothing. */
  readonly failOn: Severity;
}

/**
 * A validation as JUnit XML: one test case a shape with a target; its failure tells counts and samples. A shape that
 * judged nothing is skipped, not passed.
 */
export function graphReportJunit(report: GraphReport, options: JunitOptions): string {
  const cases = report.shapesJudged.map((one) => testCase(one, report, options));
  const failures = cases.filter(({ outcome }) => outcome === 'failed').length;
  const skipped = cases.filter(({ outcome }) => outcome === 'skipped').length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cimaise validate" ${counts}>`,
    `  <testsuite name="${attribute(report.data.join(' '))}" ${counts}>`,
    ...cases.flatMap(({ lines }) => lines),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

interface TestCase {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly lines: readonly string[];
}

function testCase(judged: ShapeJudgement, report: GraphReport, { language, failOn }: JunitOptions): TestCase {
  const { shape, focusNodes, groups } = judged;
  const isGrave = ({ severity }: ResultGroup) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
  const [failing, others] = [groups.filter(isGrave), groups.filter((group) => !isGrave(group))];
  const name = shapeText(shape, undefined, { language, prefixes: report.prefixes });
  const bodies = [
    ...(focusNodes === 0 ? [`      <skipped message="${attribute(NOTHING[language])}"/>`] : []),
    ...failure(failing, report, language),
    ...systemOut(others, report, language),
  ];
  return {
    outcome: failing.length > 0 ? 'failed' : focusNodes === 0 ? 'skipped' : 'passed',
    lines: [
      `    <testcase classname="${attribute(report.shapes.join(' '))}" name="${attribute(name)}">`,
      ...bodies,
      '    </testcase>',
    ],
  };
}

/** Groups that one test case tells. */
const MOST_GROUPS = 200;
const CUT = { fr: '… tronqué', en: '… truncated' };

const NOTHING = { fr: 'Aucun nœud à juger.', en: 'No node to judge.' };

function failure(groups: readonly ResultGroup[], report: GraphReport, language: Language): readonly string[] {
  const [first] = groups;
  if (first === undefined) return [];
  const count = groups.reduce((sum, group) => sum + group.count, 0).toLocaleString(language);
  const message = { fr: `Résultats : ${count}`, en: `Results: ${count}` }[language];
  const type = severityText(first.first, first.severity, { language, prefixes: report.prefixes });
  const body = content(linesOf(groups, report, language));
  return [
    `      <failure type="${attribute(type)}" message="${attribute(spaced(message, language))}">${body}</failure>`,
  ];
}

const systemOut = (
  groups: readonly ResultGroup[],
  report: GraphReport,
  language: Language,
): readonly string[] =>
  groups.length === 0 ? [] : [`      <system-out>${content(linesOf(groups, report, language))}</system-out>`];

const linesOf = (
  groups: readonly ResultGroup[],
  { describe, prefixes }: GraphReport,
  language: Language,
): string =>
  groups
    .slice(0, MOST_GROUPS)
    .flatMap((group) => [
      `${group.count.toLocaleString(language)} × ${kindText(group, { language, prefixes })}`,
      `  ${group.message[language]}`,
      ...group.samples.map((sample) => `    ${sampleText(sample, describe, language)}`),
      ...(group.samples.length < group.count ? [`    ${CUT[language]}`] : []),
    ])
    .concat(groups.length > MOST_GROUPS ? [CUT[language]] : [])
    .map((line) => spaced(line, language))
    .join('\n');

function sampleText(
  { focusNode, value }: GraphResult,
  describe: GraphReport['describe'],
  language: Language,
): string {
  const node = describe(focusNode, language);
  return value === undefined || value.equals(focusNode) ? node : `${node}  ${describe(value, language)}`;
}
