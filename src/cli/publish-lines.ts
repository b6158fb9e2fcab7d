import { type Bilingual, counted, joined, type Language } from '../model/index.ts';
import type { BuildOutcome } from '../release/index.ts';
import { breakLines } from './break-lines.ts';
import { type HarvestedDataset, renewedLine } from './harvest-lines.ts';
import { figure } from './terminal.ts';

type Released = Extract<BuildOutcome, { kind: 'released' }>;

/** What was published, from which sources, and what it changes for others: one paragraph. */
export function publishedParagraph(
  { release: { manifest }, breaks }: Pick<Released, 'release' | 'breaks'>,
  harvested: readonly HarvestedDataset[],
  language: Language,
): string {
  const sentences = [releasedSentence(manifest), ...renewedSentences(harvested)];
  return [...sentences.map((one) => one[language]), ...changesSentence(breakLines(breaks, language))].join(
    ' ',
  );
}

function releasedSentence({ id, datasets, statements, changes }: Released['release']['manifest']): Bilingual {
  const things = datasets.reduce((sum, dataset) => sum + dataset.things, 0);
  const all = counted(things, ['chose', 'choses'], ['thing', 'things']);
  const said = counted(statements, ['énoncé', 'énoncés'], ['statement', 'statements']);
  const difference = (language: Language): string =>
    changes === undefined
      ? ''
      : ` (+${figure(changes.added.statements, language)}, -${figure(changes.removed.statements, language)})`;
  return {
    fr: `Version ${id} publiée : ${all.fr}, ${said.fr}${difference('fr')}.`,
    en: `Release ${id} published: ${all.en}, ${said.en}${difference('en')}.`,
  };
}

/** Which sources are others now, and what their owners should know. */
function renewedSentences(harvested: readonly HarvestedDataset[]): readonly Bilingual[] {
  const renewed = harvested.flatMap(({ slug, outcome }) =>
    outcome.kind === 'renewed' ? [{ line: renewedLine(slug, outcome), notes: outcome.notes }] : [],
  );
  if (renewed.length === 0) return [];
  const head =
    renewed.length === 1
      ? { fr: 'Source renouvelée :', en: 'Renewed source:' }
      : { fr: 'Sources renouvelées :', en: 'Renewed sources:' };
  const { fr, en } = joined(
    renewed.map(({ line }) => line),
    ' ; ',
  );
  const list = { fr: `${head.fr} ${fr}.`, en: `${head.en} ${en.replaceAll(' ; ', '; ')}.` };
  return [list, ...renewed.flatMap(({ notes }) => notes)];
}

/** Lines of a list in one sentence: what stands below an item goes into brackets behind it. */
function changesSentence([head, ...lines]: readonly string[]): readonly string[] {
  if (head === undefined) return [];
  const items: { readonly text: string; readonly below: string[] }[] = [];
  for (const line of lines) {
    const text = line.trim();
    const last = items.at(-1);
    if (/^ {4}/.test(line) && last) last.below.push(text);
    else items.push({ text, below: [] });
  }
  const told = items.map(({ text, below }) => (below.length > 0 ? `${text} (${below.join(', ')})` : text));
  return [`${head} ${told.join('; ')}.`];
}
