import type { Command } from 'commander';
import { secretReference } from '../model/index.ts';
import { type Act, addCommand, collected } from './add-command.ts';
import type { AddFlags } from './adding/add-flags.ts';

/** `add`: from a file or an address to the declarations of a dataset. */
export function addSourceCommand(program: Command, act: Act): void {
  addCommand(program, 'add', 'profile a file or an address and draft the declarations of a dataset', [
    'cimaise add jardins.csv',
    'cimaise add jardins.csv --yes',
    'cimaise add inventaire.csv --slug collections --title "Collections du musée" --id "Numéro d’inventaire"',
    'cimaise add https://www.data.gouv.fr/datasets/jardins-remarquables/ --yes',
    'cimaise add mesures.csv --id site --id annee --dry-run',
  ])
    .argument('<source>', 'a CSV, JSON, GeoJSON or XML file, packed or not; or its http or https address')
    .option('--slug <name>', 'name of the dataset in addresses (from the file’s name)')
    .option('--title <text>', 'title of the dataset')
    .option('--publisher <text>', 'who publishes it: a name, an address, or "name <address>"')
    .option('--licence <name>', 'lo, odbl, cc-by, cc0, or the address of a licence (lo)')
    .option(
      '--id <column>',
      'column that names a record; several times for several columns together',
      collected,
      [],
    )
    .option('--class <name>', 'what a thing is, such as schema:Museum; may be repeated', collected, [])
    .option('--delimiter <character>', 'what separates cells, where it is not found')
    .option('--encoding <label>', 'how characters are encoded, where it is not found')
    .option(
      '--header <name: value>',
      `sent to an address; a secret as ${secretReference('CIMAISE_SECRET_…')}, in single quotes; may be repeated`,
      collected,
      [],
    )
    .option('--yes', 'ask nothing: take what is proposed')
    .option('--dry-run', 'show the declarations, and write nothing')
    .option('--force', 'replace files that are there')
    .addHelpText(
      'after',
      '\nWrites data/<name>/, shapes/<name>.ttl, ontologies/<name>.ttl and a first query, all or none of them. Every guess\nstands in a comment beside the line that it made, with its evidence and its confidence.\n\nAn address may be that of a file, of a dataset’s page on data.gouv.fr or on an Opendatasoft portal, of the tabular\nAPI, or a question to an OAI-PMH repository. cimaise harvest <name> asks it again.\n\nExit codes: 0 added, 1 refused for the data’s sake, 2 the address could not be reached, or usage.',
    )
    .action(
      act(async (context, given) => {
        const { add } = await import('./add.ts');
        return add(context, given[0] as string, given[1] as AddFlags);
      }),
    );
}
