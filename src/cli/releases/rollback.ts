import { type LostIris, type RollbackOutcome, rollback as rollbackTo } from '../../release/index.ts';
import { type CommandContext, DONE, REFUSED } from '../context.ts';
import { figure } from '../terminal.ts';

export interface RollbackFlags {
  readonly force?: boolean;
}

/** `cimaise releases rollback`: serves a kept release again. */
export async function rollback(
  context: CommandContext,
  id: string | undefined,
  { force }: RollbackFlags,
): Promise<number> {
  const outcome = await rollbackTo({ releases: context.settings.releases, id, force });
  tellOutcome(context, outcome);
  return outcome.kind === 'refused' ? REFUSED : DONE;
}

function tellOutcome({ terminal }: CommandContext, outcome: RollbackOutcome): void {
  const { to } = outcome;
  if (outcome.kind === 'already') {
    terminal.tell({
      fr: `La version ${to} est déjà la courante.`,
      en: `Release ${to} is the current one already.`,
    });
    return;
  }
  const { from, lost } = outcome;
  if (outcome.kind === 'refused') {
    const { error, language } = terminal;
    for (const line of lostLines(lost as LostIris, language)) error(line);
    error(
      {
        fr: `Une adresse publiée ne doit pas mourir : la version ${from} reste la courante. Corrigez plutôt les données et construisez une nouvelle version ; ou forcez le retour par --force.`,
        en: `A published address must not die: release ${from} stays the current one. Rather correct the data and build a new release; or force the way back by --force.`,
      }[language],
    );
    return;
  }
  if (lost === undefined)
    terminal.tell({
      fr: `La version ${from} est abîmée : on ne sait pas quelles adresses elle avait publiées.`,
      en: `Release ${from} is damaged: nobody knows which addresses it had published.`,
    });
  else for (const line of lostLines(lost, terminal.language)) terminal.say(line);
  terminal.tell({
    fr: `La version courante est de nouveau ${to} (avant : ${from || 'aucune'}). Un serveur en marche la suit.`,
    en: `The current release is ${to} again (before: ${from || 'none'}). A running server follows.`,
  });
}

/** What would not be there any more. */
function lostLines({ count, some }: LostIris, language: 'fr' | 'en'): readonly string[] {
  if (count === 0) return [];
  const more = count - some.length;
  return [
    {
      fr: `Publiées depuis, ces adresses répondraient « 404 » (${figure(count, 'fr')}) :`,
      en: `Published since, these addresses would answer “404” (${figure(count, 'en')}):`,
    }[language],
    ...some.map((iri) => `  ${iri}`),
    ...(more > 0
      ? [{ fr: `  … et ${figure(more, 'fr')} autres`, en: `  … and ${figure(more, 'en')} more` }[language]]
      : []),
  ];
}
