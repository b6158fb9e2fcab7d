import type { Command } from 'commander';
import { type Act, addCommand } from './add-command.ts';
import type { HarvestFlags } from './harvest.ts';

/** `harvest`: fetches sources that are addresses. */
export function addHarvestCommand(program: Command, act: Act): void {
  addCommand(program, 'harvest', 'fetch the sources that are addresses, where they have changed', [
    'cimaise harvest',
    'cimaise harvest musees festivals',
    'cimaise harvest musees --accept',
    'CIMAISE_SECRET_PORTAL=… cimaise harvest --json',
  ])
    .argument('[dataset...]', 'datasets to fetch; without any, all that declare where they come from')
    .option('--force', 'fetch again what has not changed')
    .option('--accept', 'take a new file although its records have fallen or its header has changed')
    .option('--json', 'how each ended, for scripts; words for people go to standard error')
    .addHelpText(
      'after',
      '\nA source that is refused stays as it was; what came is kept beside it (.refused).\n\nExit codes: 0 all are up to date, 1 something was refused, 2 something could not be reached, or usage.',
    )
    .action(
      act(async (context, given) => {
        const { harvest } = await import('./harvest.ts');
        return harvest(context, given[0] as string[], given[1] as HarvestFlags);
      }),
    );
}
