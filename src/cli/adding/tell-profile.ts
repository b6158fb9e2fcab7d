import { type Answers, type Draft, proposedAs } from '../../drafting/index.ts';
import {
  type Bilingual,
  counted,
  joined,
  recordCount,
  type SourceFinding,
  type SourceProfile,
} from '../../model/index.ts';
import type { Terminal } from '../terminal.ts';
import { tellColumns } from './tell-columns.ts';

/** What was found, and what is proposed of it. */
export interface ToldProfile {
  readonly profile: SourceProfile;
  readonly draft: Pick<Draft, 'columns'>;
  readonly answers: Pick<Answers, 'identifier'>;
  /** How the file was recognised as one of a known kind. */
  readonly family?: Bilingual;
}

/** What was found: the file, its columns and what becomes of them, its identifier, what its owner should know. */
export function tellProfile({ profile, draft, answers, family }: ToldProfile, terminal: Terminal): void {
  const size = joined(
    [
      recordCount(profile.records),
      counted(profile.columns.length, ['colonne', 'colonnes'], ['column', 'columns']),
    ],
    ', ',
  );
  const { shown } = profile.source;
  terminal.tell({ fr: `${shown} : ${size.fr}.`, en: `${shown}: ${size.en}.` });
  for (const { evidence } of profile.dialect) terminal.say(`  ${evidence[terminal.language]}`);
  if (family !== undefined) terminal.say(`  ${family[terminal.language]}`);
  terminal.say('');
  tellColumns(draft.columns, profile.records, terminal);
  terminal.say('');
  tellIdentifier(profile, answers, terminal);
  tellFindings(profile.findings, terminal);
}

const quoted = (names: readonly string[]): Bilingual => ({
  fr: names.map((name) => `« ${name} »`).join(' + '),
  en: names.map((name) => `“${name}”`).join(' + '),
});

function tellIdentifier(
  { identifiers }: SourceProfile,
  { identifier }: Pick<Answers, 'identifier'>,
  terminal: Terminal,
): void {
  const named = quoted(identifier);
  const proposed = proposedAs(identifier, identifiers);
  if (identifier.length === 0) terminal.tell(NO_IDENTIFIER);
  else if (proposed !== undefined)
    terminal.tell({
      fr: `Identifiant : ${named.fr}. ${proposed.evidence.fr}`,
      en: `Identifier: ${named.en}. ${proposed.evidence.en}`,
    });
  else
    terminal.tell({
      fr: `Identifiant : ${named.fr}, choisi par vous ou connu pour ce genre de fichier.`,
      en: `Identifier: ${named.en}, chosen by you or known for such files.`,
    });
  for (const { columns, reason } of identifiers.refused) {
    const refusedName = quoted(columns);
    terminal.tell({
      fr: `${refusedName.fr} ne peut pas être l’identifiant. ${reason.fr}`,
      en: `${refusedName.en} cannot be the identifier. ${reason.en}`,
    });
  }
}

const NO_IDENTIFIER: Bilingual = {
  fr: 'Identifiant : aucune colonne ; les adresses seront des empreintes du contenu.',
  en: 'Identifier: no column; addresses will be hashes of the content.',
};

const HEADINGS: Readonly<Record<SourceFinding['severity'], Bilingual>> = {
  warning: { fr: 'À corriger ou à décider :', en: 'To correct or to decide:' },
  info: { fr: 'Bon à savoir :', en: 'Good to know:' },
};

/** What its owner should act on, then what is worth knowing. */
function tellFindings(findings: readonly SourceFinding[], terminal: Terminal): void {
  const { language } = terminal;
  for (const severity of ['warning', 'info'] as const) {
    const some = findings.filter((one) => one.severity === severity);
    if (some.length > 0) terminal.say(`\n${HEADINGS[severity][language]}`);
    for (const { sentence, remedy, rows = [] } of some) {
      terminal.say(`  - ${sentence[language].replace(/\.$/, '')}${where(rows)[language]}.`);
      if (remedy !== undefined) terminal.say(`    ${remedy[language]}`);
    }
  }
}

const MOST_ROWS = 5;

/** The first records that a finding is about. */
function where(rows: readonly number[]): Bilingual {
  if (rows.length === 0) return { fr: '', en: '' };
  const shown = rows.slice(0, MOST_ROWS).join(', ') + (rows.length > MOST_ROWS ? ', …' : '');
  const several = rows.length > 1;
  return {
    fr: ` (${several ? 'enregistrements' : 'enregistrement'} ${shown})`,
    en: ` (${several ? 'records' : 'record'} ${shown})`,
  };
}
