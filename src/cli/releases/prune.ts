import { Fault } from '../../model/index.ts';
import { type PruneOutcome, type PruneRule, prune as pruneReleases } from '../../release/index.ts';
import { type CommandContext, DONE } from '../context.ts';
import { size } from './words.ts';

export interface PruneFlags {
  readonly keep?: string;
  readonly before?: string;
  readonly dryRun?: boolean;
}

/** `cimaise releases prune`: removes old releases. */
export async function prune(context: CommandContext, flags: PruneFlags): Promise<number> {
  const { dryRun = false } = flags;
  const { releases } = context.settings;
  const outcome = await pruneReleases({ releases, rule: ruleOf(flags), dryRun });
  tellOutcome(context, outcome, dryRun);
  return DONE;
}

function ruleOf({ keep, before }: PruneFlags): PruneRule {
  if (keep === undefined && before !== undefined) return { before: dayOf(before) };
  if (keep !== undefined && before === undefined) return { keep: countOf(keep) };
  throw new Fault(
    {
      fr: 'Il faut dire quelles versions partent, par une option et une seule.',
      en: 'Which releases go has to be said, by one option and one only.',
    },
    {
      fr: 'Écrivez --keep <nombre> ou --before <jour>, par exemple « cimaise releases prune --keep 5 ».',
      en: 'Write --keep <number> or --before <day>, “cimaise releases prune --keep 5” for example.',
    },
  );
}

function countOf(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Fault(
    { fr: `L’option --keep vaut « ${text} ».`, en: `The option --keep is “${text}”.` },
    { fr: 'Donnez un nombre entier, 1 ou plus.', en: 'Give a whole number, 1 or more.' },
  );
}

function dayOf(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text))
    return text;
  throw new Fault(
    { fr: `L’option --before vaut « ${text} ».`, en: `The option --before is “${text}”.` },
    { fr: 'Donnez un jour, par exemple 2026-11-22.', en: 'Give a day, 2026-11-22 for example.' },
  );
}

function tellOutcome({ terminal }: CommandContext, { pruned, kept }: PruneOutcome, isDry: boolean): void {
  const { language } = terminal;
  for (const { id, bytes, cacheBytes } of pruned)
    terminal.say(`${id}  ${size(bytes, language)} + ${size(cacheBytes, language)}`);
  const all = pruned.reduce((sum, { bytes, cacheBytes }) => sum + bytes + cacheBytes, 0);
  const stay = kept.join(', ');
  if (pruned.length === 0)
    terminal.tell({
      fr: `Aucune version ne part : la courante et celle d’avant restent toujours (${stay}).`,
      en: `No release goes: the current one and the one before always stay (${stay}).`,
    });
  else if (isDry)
    terminal.tell({
      fr: `Partiraient, caches compris : ${size(all, 'fr')} ; resteraient ${stay}. Rien n’est supprimé.`,
      en: `Would go, caches included: ${size(all, 'en')}; ${stay} would stay. Nothing is removed.`,
    });
  else
    terminal.tell({
      fr: `Supprimés, caches compris : ${size(all, 'fr')} ; restent ${stay}.`,
      en: `Removed, caches included: ${size(all, 'en')}; ${stay} stay.`,
    });
}
