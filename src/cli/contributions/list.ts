import type {
  ContributionDesk,
  ContributionKind,
  ContributionStatus,
  Language,
  ModeratedContribution,
} from '../../model/index.ts';
import { type CommandContext, DONE } from '../context.ts';
import { dayAndTime } from '../releases/words.ts';
import { figure } from '../terminal.ts';
import { withDesk } from './with-desk.ts';
import { FLAGS, KINDS, oneLine, STATUSES, sayVisibleJson } from './words.ts';

export interface ListFlags {
  readonly status: ContributionStatus | 'all';
  readonly kind?: ContributionKind;
  readonly json?: boolean;
}

/** Most that are listed for people; scripts get all. */
const MOST = 100;

/** `cimaise contributions list`: what waits for a moderator, or what is asked for, the latest first. */
export const list = (context: CommandContext, { status, kind, json = false }: ListFlags): Promise<number> =>
  withDesk(context, async (desk) => {
    const filter = { ...(status !== 'all' && { status }), ...(kind && { kind }) };
    if (json) {
      const contributions = desk?.list({ ...filter, limit: Number.MAX_SAFE_INTEGER }) ?? [];
      await sayVisibleJson(context, { contributions });
      return DONE;
    }
    const found = desk?.list({ ...filter, limit: MOST + 1 }) ?? [];
    for (const one of found.slice(0, MOST)) tell(context, one);
    tellRest(context, found.length);
    tellCounts(context, desk);
    return DONE;
  });

/** Two lines a contribution: what it is, and how it begins. */
function tell({ terminal }: CommandContext, contribution: ModeratedContribution): void {
  const { language } = terminal;
  const { id, kind, status, sentAt, about, flags } = contribution;
  const facts = [
    dayAndTime(sentAt),
    KINDS[kind][language],
    STATUSES[status][language],
    ...flags.map((flag) => FLAGS[flag][language]),
    ...(about === undefined ? [] : [oneLine(about, 120, language)]),
  ];
  terminal.say(`${id}  ${facts.join(' · ')}`);
  terminal.say(`  │ ${opening(contribution, language)}`);
}

const opening = ({ text, proposal }: ModeratedContribution, language: Language): string =>
  [proposal, text].flatMap((part) => (part ? [oneLine(part, 100, language)] : [])).join(' — ');

function tellRest({ terminal }: CommandContext, found: number): void {
  if (found === 0) terminal.tell({ fr: 'Aucune contribution.', en: 'No contribution.' });
  if (found > MOST)
    terminal.tell({
      fr: `Les ${MOST} dernières seulement ; --json les donne toutes.`,
      en: `The latest ${MOST} only; --json gives them all.`,
    });
}

function tellCounts({ terminal }: CommandContext, desk: ContributionDesk | undefined): void {
  const counts = desk?.counts();
  if (!counts) return;
  const said = (language: Language): string =>
    (Object.keys(counts) as ContributionStatus[])
      .map((status) => `${STATUSES[status][language]} ${figure(counts[status], language)}`)
      .join(', ');
  terminal.tell({ fr: `En tout : ${said('fr')}.`, en: `In all: ${said('en')}.` });
}
