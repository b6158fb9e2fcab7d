import type { Command } from 'commander';
import { type Act, addCommand } from './add-command.ts';
import type { InitFlags } from './init/init.ts';

/** `init`: the folder of a project of one's own. */
export function addInitCommand(program: Command, act: Act): void {
  addCommand(program, 'init', 'make the folder of a project: who publishes, and where declarations go', [
    'cimaise init',
    'cimaise init poterie --title "Musée de la Poterie"',
    'cimaise init poterie --yes --title "Musée de la Poterie" --base https://donnees.example.fr/',
  ])
    .argument('[folder]', 'where (default: here); what is there already stays as it is')
    .option('--title <text>', 'name of the site')
    .option(
      '--base <iri>',
      'what every published address begins with, for ever (http://localhost:3000/ to try)',
    )
    .option('--publisher <text>', 'who publishes (as --title)')
    .option('--yes', 'ask nothing')
    .addHelpText('after', '\nExit codes: 0 done, 2 usage or fault.')
    .action(
      act(async (context, given) => {
        const { init } = await import('./init/init.ts');
        return init(context, given[0] as string | undefined, given[1] as InitFlags);
      }),
    );
}
