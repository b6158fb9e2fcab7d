import type { PlannedColumn } from '../../drafting/index.ts';
import type { Bilingual, ColumnProfile, Language } from '../../model/index.ts';
import { figure, type Terminal, table } from '../terminal.ts';
import { KIND_LABELS } from './kind-labels.ts';

/** One line a column: how full it is, how many different values and what they are, how sure that is, and what becomes of it; and what signs mean. */
export function tellColumns(
  columns: readonly PlannedColumn[],
  records: number,
  { language, say }: Pick<Terminal, 'language' | 'say'>,
): void {
  const rows = columns.map((planned) => [
    cut(planned.column.name),
    percent(planned.column.filled / Math.max(1, records), language),
    different(planned.column, language),
    KIND_LABELS[planned.column.kind.value][language],
    percent(planned.confidence, language),
    becomes(planned, language),
  ]);
  for (const line of table([HEADS[language], ...rows], LEFT)) say(`  ${line}`);
  const fates = rows.map((row) => row.at(-1) ?? '');
  const legend = SIGNS.filter(({ sign }) => fates.some((fate) => sign.test(fate)));
  if (legend.length > 0) say(`  ${legend.map(({ means }) => means[language]).join(BETWEEN[language])}.`);
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['colonne', 'remplie', 'valeurs', 'ce qu’elle contient', 'confiance', 'devient'],
  en: ['column', 'filled', 'values', 'what it holds', 'confidence', 'becomes'],
};
const LEFT = [0, 3, 5];
const BETWEEN: Readonly<Record<Language, string>> = { fr: ' ; ', en: '; ' };

/** What stands in the last column, told once. */
const SIGNS: readonly { readonly sign: RegExp; readonly means: Bilingual }[] = [
  { sign: /def:/, means: { fr: 'def: = un terme à vous', en: 'def: = a term of your own' } },
  {
    sign: /\(.\)$|\(.\) →/,
    means: { fr: '(;) = plusieurs valeurs, ainsi séparées', en: '(;) = several values, separated so' },
  },
  { sign: /→/, means: { fr: '→ = lien vers ce jeu', en: '→ = link to that dataset' } },
];

const LONGEST = 40;

const cut = (name: string): string =>
  name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** How many different values; a sign says that they were estimated. */
const different = ({ distinct, isDistinctExact }: ColumnProfile, language: Language): string =>
  `${isDistinctExact ? '' : '≈\u00a0'}${figure(distinct, language)}`;

/** Rounded down, and never to nothing. */
function percent(share: number, language: Language): string {
  const sign = `${language === 'fr' ? '\u00a0' : ''}%`;
  return share > 0 && share < 0.01 ? `<\u00a01${sign}` : `${Math.floor(share * 100)}${sign}`;
}

const FATES: Readonly<Record<'identifier' | 'place' | 'private' | 'left', Bilingual>> = {
  identifier: { fr: 'l’identifiant', en: 'the identifier' },
  place: { fr: 'les coordonnées', en: 'the coordinates' },
  private: { fr: 'rien : gardée privée', en: 'nothing: kept private' },
  left: { fr: 'rien', en: 'nothing' },
};

function becomes({ fate, linked, separator }: PlannedColumn, language: Language): string {
  if (fate.kind !== 'used') return FATES[fate.kind][language];
  const link = linked === undefined ? '' : ` → ${linked.dataset}`;
  const parts = separator === undefined ? '' : ` (${separator === '\n' ? '⏎' : separator})`;
  return `${fate.use.property}${parts}${link}`;
}
