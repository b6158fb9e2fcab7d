import { openDesk } from '../../contributions/index.ts';
import { type ContributionDesk, Fault, type ModeratedContribution } from '../../model/index.ts';
import type { CommandContext } from '../context.ts';

/** Opens the file of contributions for a while; undefined where nobody sent anything yet. */
export async function withDesk<T>(
  { settings }: CommandContext,
  work: (desk: ContributionDesk | undefined) => T | Promise<T>,
): Promise<T> {
  if (settings.contributions === undefined) throw closed();
  const desk = openDesk(settings.contributions);
  try {
    return await work(desk);
  } finally {
    desk?.close();
  }
}

/** @throws Fault where there is none of that number */
export function known(found: ModeratedContribution | undefined, id: string): ModeratedContribution {
  if (found) return found;
  throw new Fault(
    {
      fr: `Aucune contribution ne porte le numéro « ${id} ».`,
      en: `No contribution has the number “${id}”.`,
    },
    {
      fr: '« cimaise contributions list --status all » les donne toutes.',
      en: '“cimaise contributions list --status all” lists them all.',
    },
  );
}

const closed = (): Fault =>
  new Fault(
    {
      fr: 'Le réglage CIMAISE_CONTRIBUTIONS vaut off : il n’y a pas de contributions.',
      en: 'The setting CIMAISE_CONTRIBUTIONS is off: there are no contributions.',
    },
    { fr: 'Donnez-lui le chemin du fichier, ou rien.', en: 'Give it the path of the file, or nothing.' },
  );
