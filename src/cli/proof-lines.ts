import {
  type Bilingual,
  type Language,
  PROOF_GROUPS,
  PROOF_VERDICTS,
  type ProofCheck,
  type ProofReport,
  type ProofVerdict,
  visible,
} from '../model/index.ts';
import { PROOF_GROUP_NAMES, PROOF_VERDICT_NAMES } from '../pages/index.ts';
import { figure, table } from './terminal.ts';

/** A proof for the terminal: a table of its groups, what failed and what was not reached, and how to draw it again. */
export function proofLines(report: ProofReport, language: Language): readonly string[] {
  const told = report.checks.filter(({ verdict }) => verdict === 'failed' || verdict === 'not-reached');
  return [
    ...table([
      ['', ...PROOF_VERDICTS.map((verdict) => PROOF_VERDICT_NAMES[verdict][language])],
      ...PROOF_GROUPS.map((group) => [
        PROOF_GROUP_NAMES[group][language],
        ...PROOF_VERDICTS.map((verdict) => figure(countOf(report, group, verdict), language)),
      ]),
    ]),
    ...told.flatMap((check) => ['', ...checkLines(check, language)]),
    '',
    proofSentence(report)[language],
    drawn(report)[language],
  ];
}

const countOf = ({ checks }: ProofReport, group: string, verdict: ProofVerdict): number =>
  checks.filter((one) => one.group === group && one.verdict === verdict).length;

function checkLines(check: ProofCheck, language: Language): readonly string[] {
  const { title, subject, asked, expected, found, verdict, name } = check;
  const about = subject === undefined ? '' : `  ${visible(subject)}`;
  const texts = { fr: ['attendu', 'trouvé'], en: ['expected', 'found'] }[language];
  return [
    `${PROOF_VERDICT_NAMES[verdict][language]}  ${title[language]} (${name})${about}`,
    `  ${visible(asked)}`,
    `  ${texts[0]}: ${expected[language]}`,
    `  ${texts[1]}: ${visible(found[language])}`,
  ].map((line) => (language === 'fr' ? line.replace(/^( {2}\p{L}+):/u, '$1 :') : line));
}

/** `57 vérifications : 55 réussies, 1 en échec, 1 sans réponse` */
export function proofSentence({ checks, counts }: ProofReport): Bilingual {
  const applicable = checks.length - counts['not-applicable'];
  const more = (count: number, text: string) => (count === 0 ? '' : `, ${text}`);
  const { failed, passed, 'not-reached': missed } = counts;
  return {
    fr: `${figure(applicable, 'fr')} vérifications, ${figure(passed, 'fr')} réussies${more(failed, `${figure(failed, 'fr')} en échec`)}${more(missed, `${figure(missed, 'fr')} sans réponse`)}`,
    en: `${figure(applicable, 'en')} checks, ${figure(passed, 'en')} passed${more(failed, `${figure(failed, 'en')} failed`)}${more(missed, `${figure(missed, 'en')} not reached`)}`,
  };
}

const drawn = ({ seed, address, base }: ProofReport): Bilingual => ({
  fr: `Échantillon : --seed ${seed}${address === base ? '' : ` ; les IRI commencent par ${base}`}`,
  en: `Sample: --seed ${seed}${address === base ? '' : `; IRIs begin with ${base}`}`,
});
