import { type Bilingual, type Language, SEVERITIES, spaced } from '../../model/index.ts';
import { SEVERITY_NAMES } from '../reports/names.ts';
import type { Explanation, TargetVerdict } from './explanation.ts';
import { verdictLines } from './verdict-lines.ts';
import {
  colon,
  type ExplanationWords,
  moreLine,
  reasonText,
  semicolon,
  shapeTitle,
  targetsText,
} from './words.ts';

/** An explanation as lines for people, in one language; ✓ kept, ✗ not kept, – not tried. No line feeds at their ends. */
export function explanationText(explanation: Explanation, words: ExplanationWords): readonly string[] {
  const { language, notes = [] } = words;
  return [
    verdictText(explanation)[language],
    ...notes.map((note) => note[language]),
    ...explanation.judged.told.flatMap((one) => ['', ...targetLines(one, explanation, words)]),
    ...moreLine(explanation.judged, '', language),
    ...otherLines(explanation, language),
  ].map((line) => spaced(line, language));
}

function verdictText({ resource, described, conforms, counts, judged }: Explanation): Bilingual {
  if (judged.count === 0) {
    const silent = described
      ? { fr: '', en: '' }
      : { fr: ' Aucun énoncé des données ne le décrit.', en: ' No statement of the data describes it.' };
    return {
      fr: `<${resource}> : aucune forme ne le vise ; rien n’a été jugé.${silent.fr}`,
      en: `<${resource}>: no shape has it as its target; nothing was judged.${silent.en}`,
    };
  }
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  const list = (language: Language) =>
    found
      .map((severity) => `${SEVERITY_NAMES[severity][language]}${colon(language)}${counts[severity]}`)
      .join(', ');
  return conforms
    ? { fr: `<${resource}> : conforme.`, en: `<${resource}>: conforms.` }
    : {
        fr: `<${resource}> : non conforme (${list('fr')}).`,
        en: `<${resource}>: does not conform (${list('en')}).`,
      };
}

function targetLines(
  { reasons, verdict }: TargetVerdict,
  { resource, describe }: Explanation,
  words: ExplanationWords,
): readonly string[] {
  const { language } = words;
  const why = reasons.map((reason) => reasonText(reason, describe)[language]).join(semicolon(language));
  const [title = '', ...rest] = verdictLines(verdict, { ...words, describe });
  const node = verdict.focusNode.value === resource ? [] : [describe(verdict.focusNode, language)];
  const target = { fr: `  cible : ${why}`, en: `  target: ${why}` }[language];
  return [[title, ...node].join(' · '), target, ...rest];
}

function otherLines({ others, describe }: Explanation, language: Language): readonly string[] {
  if (others.count === 0) return [];
  const deactivated = { fr: 'désactivée', en: 'deactivated' }[language];
  return [
    '',
    {
      fr: 'Formes qui ne jugent pas cette ressource :',
      en: 'Shapes that do not judge this resource:',
    }[language],
    ...others.told.map((one) => {
      const reach = targetsText(one, describe)[language];
      const why = { fr: `vise ${reach}`, en: `targets ${reach}` }[language];
      return `  – ${shapeTitle(one, language)}${colon(language)}${one.why === 'deactivated' ? deactivated + semicolon(language) : ''}${why}`;
    }),
    ...moreLine(others, '  ', language),
  ];
}
