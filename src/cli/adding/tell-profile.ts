import type { Draft, PlannedColumn } from '../../drafting/index.ts';
import { type Bilingual, type Language, type SourceProfile, shortened } from '../../model/index.ts';
import { figure, type Terminal, table } from '../terminal.ts';

/** What was found: the file, its columns and what becomes of them, its identifier, what its owner should know. */
export function tellProfile(
  profile: SourceProfile,
  { columns }: Pick<Draft, 'columns'>,
  terminal: Terminal,
): void {
  const { language } = terminal;
  const say = (text: Bilingual) => terminal.tell(text);
  say({
    fr: `${profile.source.shown} : ${figure(profile.records, 'fr')} enregistrements, ${profile.columns.length} colonnes.`,
    en: `${profile.source.shown}: ${figure(profile.records, 'en')} records, ${profile.columns.length} columns.`,
  });
  for (const { evidence } of profile.dialect) say(evidence);
  terminal.say('');
  for (const line of table(columnRows(profile, columns, language))) terminal.say(`  ${line}`);
  terminal.say('');
  tellIdentifier(profile, terminal);
  for (const { sentence, remedy } of profile.findings) {
    say(sentence);
    if (remedy) terminal.say(`  ${remedy[language]}`);
  }
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['colonne', 'remplie', 'sorte', 'confiance', 'devient'],
  en: ['column', 'filled', 'kind', 'confidence', 'becomes'],
};

const columnRows = (
  { records }: SourceProfile,
  columns: readonly PlannedColumn[],
  language: Language,
): readonly (readonly string[])[] => [
  HEADS[language],
  ...columns.map((planned) => [
    shortened(planned.column.name, 40, language),
    percent(planned.column.filled / Math.max(1, records), language),
    planned.column.kind.value,
    percent(planned.confidence, language),
    becomes(planned, language),
  ]),
];

const percent = (share: number, language: Language): string =>
  `${Math.floor(share * 100)}${language === 'fr' ? '\u00a0' : ''}%`;

const FATES: Readonly<Record<'identifier' | 'place' | 'private' | 'left', Bilingual>> = {
  identifier: { fr: 'identifiant', en: 'identifier' },
  place: { fr: 'coordonnées', en: 'coordinates' },
  private: { fr: '(gardé privé)', en: '(kept private)' },
  left: { fr: '(rien)', en: '(nothing)' },
};

function becomes({ fate, linked, separator }: PlannedColumn, language: Language): string {
  if (fate.kind !== 'used') return FATES[fate.kind][language];
  const link = linked === undefined ? '' : ` → ${linked.dataset}`;
  const parts = separator === undefined ? '' : ` (${separator === '\n' ? '⏎' : separator})`;
  return `${fate.use.property}${parts}${link}`;
}

function tellIdentifier({ identifiers }: SourceProfile, terminal: Terminal): void {
  const { proposed, duplicates, duplicated, refused } = identifiers;
  if (proposed) terminal.tell(proposed.evidence);
  if (duplicated.values > 0) {
    const shown = duplicates
      .map(({ value, rows }) => `${value} (${rows.slice(0, 10).join(', ')})`)
      .join(' ; ');
    terminal.tell({
      fr: `${duplicated.values} identifiants sont portés par plusieurs enregistrements (numéros des enregistrements) : ${shown}`,
      en: `${duplicated.values} identifiers are borne by several records (numbers of the records): ${shown}`,
    });
  }
  for (const { columns, reason } of refused)
    terminal.say(`${columns.join(' + ')} : ${reason[terminal.language]}`);
}

/** That addresses are made of hashes is said aloud. */
export const HASHED: Bilingual = {
  fr: 'Attention : aucune colonne ne nomme les enregistrements. Les adresses sont des empreintes du contenu : la moindre correction en fait une autre, et l’ancienne est perdue. Ne les imprimez pas, et demandez au producteur une colonne d’identifiants stables ; puis recommencez avec --id.',
  en: 'Beware: no column names the records. Addresses are hashes of the content: the least correction makes another one, and the old one is lost. Do not print them, and ask the producer for a column of stable identifiers; then begin again with --id.',
};

/** So is that they are made of what was not meant to name anything. */
export const FRAGILE: Bilingual = {
  fr: 'Attention : rien dans ce fichier n’est fait pour nommer un enregistrement. L’identifiant proposé est le moins mauvais : s’il est corrigé, l’adresse change et l’ancienne est perdue. Ne l’imprimez pas, et demandez au producteur une colonne d’identifiants stables ; puis recommencez avec --id.',
  en: 'Beware: nothing in this file is made to name a record. The proposed identifier is the least bad: where it is corrected the address changes, and the old one is lost. Do not print it, and ask the producer for a column of stable identifiers; then begin again with --id.',
};
