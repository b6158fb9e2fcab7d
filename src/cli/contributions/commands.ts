import { type Command, Option } from 'commander';
import { CONTRIBUTION_KINDS, CONTRIBUTION_STATUSES } from '../../model/index.ts';
import { type Act, addCommand, withExamples } from '../add-command.ts';
import type { AcceptFlags, RefuseFlags } from './decide.ts';
import type { ListFlags } from './list.ts';
import type { ShowFlags } from './show.ts';

/** `contributions` and what can be done with them. */
export function addContributionsCommands(program: Command, act: Act): void {
  const contributions = addCommand(program, 'contributions', 'moderate what readers sent', [
    'cimaise contributions',
    'cimaise contributions show k7m29qxb4dfh',
    'cimaise contributions accept k7m29qxb4dfh --answer "Corrected at the source."',
  ]);
  addList(contributions, act);
  addCommand(contributions, 'show', 'a contribution, whole', [
    'cimaise contributions show k7m29qxb4dfh',
    'cimaise contributions show k7m29qxb4dfh --json',
  ])
    .argument('<id>', 'its number')
    .option('--json', 'for scripts')
    .action(
      act(async (context, given) =>
        (await import('./show.ts')).show(context, given[0] as string, given[1] as ShowFlags),
      ),
    );
  addCommand(contributions, 'accept', 'publish contributions (a message is marked as read)', [
    'cimaise contributions accept k7m29qxb4dfh',
    'cimaise contributions accept k7m29qxb4dfh --answer "Corrected at the source, in the next release."',
  ])
    .argument('<id...>', 'their numbers')
    .option('--answer <text>', 'what you answer, published with them')
    .action(
      act(async (context, given) =>
        (await import('./decide.ts')).accept(context, given[0] as string[], given[1] as AcceptFlags),
      ),
    );
  addCommand(contributions, 'refuse', 'refuse contributions; those that were published are taken back', [
    'cimaise contributions refuse k7m29qxb4dfh --reason "an advertisement"',
  ])
    .argument('<id...>', 'their numbers')
    .requiredOption('--reason <text>', 'why, for yourself and other moderators: it is not published')
    .action(
      act(async (context, given) =>
        (await import('./decide.ts')).refuse(context, given[0] as string[], given[1] as RefuseFlags),
      ),
    );
  addCommand(
    contributions,
    'export',
    'all of them as JSON Lines on standard output, e-mail addresses included',
    ['cimaise contributions export > contributions.jsonl'],
  ).action(act(async (context) => (await import('./export.ts')).exportAll(context)));
}

function addList(contributions: Command, act: Act): void {
  withExamples(
    contributions.command('list', { isDefault: true }),
    'list contributions, the latest first; those that wait, unless told otherwise',
    [
      'cimaise contributions list',
      'cimaise contributions list --status accepted --kind reuse',
      'cimaise contributions list --status all --json',
    ],
  )
    .addOption(
      new Option('--status <status>', 'of this status')
        .choices([...CONTRIBUTION_STATUSES, 'all'])
        .default('pending'),
    )
    .addOption(new Option('--kind <kind>', 'of this kind').choices([...CONTRIBUTION_KINDS]))
    .option('--json', 'for scripts')
    .action(act(async (context, given) => (await import('./list.ts')).list(context, given[0] as ListFlags)));
}
