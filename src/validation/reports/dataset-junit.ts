import { SEVERITIES, type ShapeResultGroup, spaced } from '../../model/index.ts';
import {
  type DatasetReport,
  kindOfGroup,
  ownMessage,
  severityName,
  shareOfGroup,
  toldGroups,
} from './dataset-report.ts';
import { placeAndValue } from './dataset-text.ts';
import type { JunitOptions } from './junit.ts';
import { remedyText } from './remedies.ts';
import { attribute, content } from './xml-text.ts';

/**
 * What shapes found in a dataset as JUnit XML: one test case a shape and component that found something, with places and
 * what to do; less grave ones are told beside and fail nothing. A dataset without results is one case that passes.
 */
export function datasetReportJunit(report: DatasetReport, options: JunitOptions): string {
  const { groups, cut } = toldGroups(report.validation, options.language);
  const failing = groups.filter(({ severity }) => rank(severity) <= rank(options.failOn));
  const counts = `tests="${Math.max(1, groups.length)}" failures="${failing.length}" errors="0" skipped="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cimaise build" ${counts}>`,
    `  <testsuite name="${attribute(report.slug)}" ${counts}>`,
    ...(groups.length === 0 ? [emptyCase(report)] : []),
    ...groups.map((group) => testCase(group, report, options)),
    ...(cut === undefined ? [] : [`    <system-out>${content(cut)}</system-out>`]),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const rank = (severity: ShapeResultGroup['severity']): number => SEVERITIES.indexOf(severity);

const emptyCase = ({ slug }: DatasetReport): string =>
  `    <testcase classname="${attribute(slug)}" name="${attribute(slug)}"/>`;

function testCase(
  group: ShapeResultGroup,
  { slug, validation }: DatasetReport,
  { language, failOn }: JunitOptions,
): string {
  const say = (text: string) => spaced(text, language);
  const lines = [
    shareOfGroup(group, validation.things, language),
    ...group.samples.flatMap((sample) => [
      placeAndValue(sample, language),
      ...ownMessage(sample, group.message, language).map((text) => `  ${text}`),
      `  → ${remedyText({ ...sample, component: group.component }, language)}`,
    ]),
  ];
  const body = content(lines.map(say).join('\n'));
  const type = attribute(severityName(group.severity, language));
  const told =
    rank(group.severity) <= rank(failOn)
      ? `<failure type="${type}" message="${attribute(say(group.message[language]))}">${body}</failure>`
      : `<system-out>${body}</system-out>`;
  return `    <testcase classname="${attribute(slug)}" name="${attribute(kindOfGroup(group))}">${told}</testcase>`;
}
