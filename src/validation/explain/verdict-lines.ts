import type { Bilingual } from '../../model/index.ts';
import { sh } from '../../rdf/index.ts';
import { pathText } from '../paths.ts';
import type { Describer } from '../reports/describe.ts';
import { SEVERITY_NAMES } from '../reports/names.ts';
import type { ConstraintVerdict, ShapeVerdict } from './explanation.ts';
import { colon, type ExplanationWords, moreLine, semicolon, shapeTitle } from './words.ts';

type Words = ExplanationWords & { readonly describe: Describer };

const MARKS = { kept: '✓', violated: '✗', deactivated: '–', 'not-tried': '–' } as const;

/** A verdict and all that is inside it: its title first. */
export function verdictLines(verdict: ShapeVerdict, words: Words): readonly string[] {
  const { language } = words;
  const { constraints, properties, state, cut, description } = verdict;
  return [
    `${MARKS[state]} ${titleOf(verdict, words)}`,
    ...(description && state === 'violated'
      ? [`  ${WHY[language]}${colon(language)}${description[language]}`]
      : []),
    ...(state === 'deactivated' ? [`  ${DEACTIVATED[language]}`] : []),
    ...(cut ? [`  ${CUT[language]}`] : []),
    ...constraints.flatMap((one) => indented(constraintLines(one, verdict, words))),
    ...properties.told.flatMap((one) => indented(verdictLines(one, words))),
    ...moreLine(properties, '  ', language),
  ];
}

const WHY: Bilingual = { fr: 'pourquoi', en: 'why' };
const DEACTIVATED: Bilingual = {
  fr: 'forme désactivée (sh:deactivated) : rien n’y est jugé',
  en: 'deactivated shape (sh:deactivated): it judges nothing',
};
const CUT: Bilingual = {
  fr: '… tronqué : trop profond ou trop long pour être montré ici',
  en: '… truncated: too deep or too long to be shown here',
};

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

/** `Nom, schema:name : "Louvre"@fr`. */
function titleOf(verdict: ShapeVerdict, { describe, language }: Words): string {
  const { path, values } = verdict;
  if (!path) return shapeTitle(verdict, language);
  const title = verdict.name ? `${verdict.name[language]}, ${pathText(path)}` : pathText(path);
  if (!values) return title;
  const shown = values.told.map((value) => describe(value, language)).join(semicolon(language));
  const more = values.count > values.told.length ? ` … (${values.count.toLocaleString(language)})` : '';
  const none = { fr: 'aucune valeur', en: 'no value' }[language];
  return title + colon(language) + (values.count === 0 ? none : shown + more);
}

function constraintLines(
  constraint: ConstraintVerdict,
  verdict: ShapeVerdict,
  words: Words,
): readonly string[] {
  const { language } = words;
  const { asks, outcome, severity, message, members } = constraint;
  const isFault = outcome === 'violated';
  const remark = { fr: ' (pas jugé ici)', en: ' (not judged here)' }[language];
  const start = isFault
    ? `${SEVERITY_NAMES[severity][language]} · ${EXPECTED[language]}${colon(language)}`
    : '';
  return [
    `${MARKS[outcome]} ${start}${asks[language]}${outcome === 'not-tried' ? remark : ''}`,
    ...(message ? [`  → ${message[language]}`] : []),
    ...(isFault ? faultLines(constraint, verdict, words) : []),
    ...members.told.flatMap((one) => memberLines(one, constraint, words)),
    ...moreLine(members, '  ', language),
  ];
}

const EXPECTED: Bilingual = { fr: 'attendu', en: 'expected' };

/** Values at fault, where there is a choice, and where they stand in the data. */
function faultLines(
  { faults }: ConstraintVerdict,
  { focusNode, path: ownPath, values }: ShapeVerdict,
  { describe, locate, language }: Words,
): readonly string[] {
  const lines = faults.told.flatMap(({ value, path }) => {
    const at = path ?? ownPath;
    const place = locate?.({ focusNode, ...(at && { path: at }), ...(value && { value }) });
    const isOnly = value === undefined || (path === undefined && (values?.count ?? 1) === 1);
    const name = path ? `${pathText(path)}${colon(language)}` : '';
    const parts = [
      ...(isOnly ? [] : [name + describe(value, language)]),
      ...(place ? [place[language]] : []),
    ];
    return parts.length > 0 ? [`  ${parts.join(' · ')}`] : [];
  });
  return [...new Set(lines), ...moreLine(faults, '  ', language)];
}

/** A shape that a constraint asks about one value; under `sh:not`, which of the two is the fault is said. */
function memberLines(
  member: ShapeVerdict,
  { parameter }: ConstraintVerdict,
  words: Words,
): readonly string[] {
  const { language, describe } = words;
  const [title = '', ...rest] = verdictLines(member, words);
  const value = member.path ? '' : ` · ${describe(member.focusNode, language)}`;
  const remark =
    parameter === sh.not && member.state !== 'deactivated' ? NEGATED[member.state][language] : '';
  return indented([`${title}${value}${remark}`, ...rest]);
}

const NEGATED = {
  kept: { fr: ' — satisfaite : c’est la faute', en: ' — conformed to: this is the fault' },
  violated: { fr: ' — non satisfaite, comme il le faut', en: ' — not conformed to, as it must be' },
} satisfies Record<string, Bilingual>;
