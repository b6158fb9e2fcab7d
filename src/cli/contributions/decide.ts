import { Fault, type ModeratedContribution, type Verdict } from '../../model/index.ts';
import { type CommandContext, DONE } from '../context.ts';
import { known, withDesk } from './with-desk.ts';

export interface AcceptFlags {
  readonly answer?: string;
}

export interface RefuseFlags {
  readonly reason: string;
}

const LONGEST = 4000;

/** `cimaise contributions accept`: publishes them, with an answer where one is given. */
export const accept = (
  context: CommandContext,
  ids: readonly string[],
  { answer }: AcceptFlags,
): Promise<number> =>
  decide(context, ids, {
    kind: 'accept',
    ...(answer !== undefined && { answer: bounded(answer, '--answer') }),
  });

/** `cimaise contributions refuse`: they are not published, or not any more. */
export const refuse = (
  context: CommandContext,
  ids: readonly string[],
  { reason }: RefuseFlags,
): Promise<number> => decide(context, ids, { kind: 'refuse', reason: bounded(reason, '--reason') });

/** All or none: numbers that nobody knows are told before anything is decided. */
const decide = (context: CommandContext, ids: readonly string[], verdict: Verdict): Promise<number> =>
  withDesk(context, (desk) => {
    for (const id of ids) known(desk?.show(id), id);
    for (const id of ids) tell(context, known(desk?.decide(id, verdict), id));
    return DONE;
  });

function tell({ terminal, settings }: CommandContext, { id, kind, status }: ModeratedContribution): void {
  const address = `${settings.base}contributions/${id}`;
  if (status === 'refused')
    terminal.tell({
      fr: `${id} : refusée, elle n’est pas publiée.`,
      en: `${id}: refused, it is not published.`,
    });
  else if (kind === 'message')
    terminal.tell({
      fr: `${id} : message lu. Les messages ne sont jamais publiés.`,
      en: `${id}: message read. Messages are never published.`,
    });
  else terminal.tell({ fr: `${id} : publiée à ${address}`, en: `${id}: published at ${address}` });
}

function bounded(text: string, option: string): string {
  const said = text.trim();
  if (said !== '' && said.length <= LONGEST) return said;
  throw new Fault(
    {
      fr: `Le texte de ${option} a ${said.length} caractères.`,
      en: `The text of ${option} has ${said.length} characters.`,
    },
    { fr: `Donnez-en de 1 à ${LONGEST}.`, en: `Give 1 to ${LONGEST} of them.` },
  );
}
