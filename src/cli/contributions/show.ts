import type { Bilingual, ModeratedContribution } from '../../model/index.ts';
import { type CommandContext, DONE } from '../context.ts';
import { dayAndTime } from '../releases/words.ts';
import { known, withDesk } from './with-desk.ts';
import { barred, FLAGS, KINDS, STATUSES, sayVisibleJson } from './words.ts';

export interface ShowFlags {
  readonly json?: boolean;
}

/** `cimaise contributions show`: all that is kept of one. */
export const show = (context: CommandContext, id: string, { json = false }: ShowFlags): Promise<number> =>
  withDesk(context, async (desk) => {
    const found = known(desk?.show(id), id);
    if (json) await sayVisibleJson(context, found);
    else tell(context, found);
    return DONE;
  });

function tell({ terminal, settings }: CommandContext, found: ModeratedContribution): void {
  const { language } = terminal;
  const { id, kind, status, sentAt, moderatedAt, release, resolvedBy, flags } = found;
  const say = (name: Bilingual, text: string | undefined): void => {
    if (text !== undefined && text !== '') terminal.say(`${name[language]}${COLON[language]}${text}`);
  };
  terminal.say(`${id}  ${KINDS[kind][language]} · ${STATUSES[status][language]}`);
  say({ fr: 'Reçue', en: 'Sent' }, `${dayAndTime(sentAt)} UTC, ${release}`);
  say({ fr: 'Modérée', en: 'Moderated' }, moderatedAt && `${dayAndTime(moderatedAt)} UTC`);
  say({ fr: 'Résolue par la version', en: 'Resolved by release' }, resolvedBy);
  say({ fr: 'À regarder', en: 'Beware' }, flags.map((flag) => FLAGS[flag][language]).join(', '));
  for (const [name, text] of partsOf(found)) {
    if (text === undefined) continue;
    terminal.say(`${name[language]}${COLON[language]}`);
    for (const line of barred(text)) terminal.say(line);
  }
  if (moderatedAt !== undefined && status !== 'refused' && kind !== 'message')
    say({ fr: 'Publiée', en: 'Published' }, `${settings.base}contributions/${id}`);
}

const COLON: Bilingual = { fr: '\u00a0: ', en: ': ' };

/** What strangers wrote, and what was answered. */
const partsOf = (found: ModeratedContribution): readonly (readonly [Bilingual, string | undefined])[] => [
  [{ fr: 'À propos de', en: 'About' }, found.about],
  [{ fr: 'Énoncé signalé', en: 'Statement reported' }, statementText(found)],
  [
    found.kind === 'reuse'
      ? { fr: 'Nom de la réutilisation', en: 'Name of the reuse' }
      : { fr: 'Proposition', en: 'Proposal' },
    found.proposal,
  ],
  [{ fr: 'Texte', en: 'Text' }, found.text],
  [{ fr: 'Adresse', en: 'Address' }, found.address],
  [{ fr: 'Nom (publié)', en: 'Name (published)' }, found.name],
  [{ fr: 'Adresse électronique (jamais publiée)', en: 'E-mail (never published)' }, found.email],
  [{ fr: 'Réponse publiée', en: 'Published answer' }, found.answer],
  [{ fr: 'Raison du refus (non publiée)', en: 'Reason of refusal (not published)' }, found.reason],
];

const statementText = ({ statement }: ModeratedContribution): string | undefined =>
  statement && `<${statement.subject}>\n<${statement.property}>\n${statement.value ?? '…'}`;
