import { type Command, Option } from 'commander';
import { type Act, addCommand, collected } from './add-command.ts';
import { addSourceCommand } from './add-source-command.ts';
import type { BuildFlags } from './build.ts';
import { addContributionsCommands } from './contributions/commands.ts';
import { addHarvestCommand } from './harvest-command.ts';
import { FIRST_EXAMPLES, SETTINGS_HELP } from './help/settings-help.ts';
import { addInitCommand } from './init-command.ts';
import { addMappingCommands } from './mapping-commands.ts';
import { addPreviewCommand } from './preview-command.ts';
import { addPublishCommand } from './publish-command.ts';
import { addReleasesCommands } from './releases/commands.ts';
import { addSchemaCommand } from './schema-command.ts';
import type { ServeFlags } from './serve.ts';
import { addExplainCommand, addValidationCommand } from './validation-command.ts';
import { addVerifyCommand } from './verify-command.ts';

/** A command is loaded when it is called: the server's libraries take longer to load than a small mapping to run. */
export function describeProgram(act: Act, version: string, program: Command): Command {
  program
    .description('Publishes cultural datasets as linked data: maps, validates, releases, serves.')
    .version(version)
    .option('--project <folder>', 'the folder that holds data, shapes, ontologies, queries', '.')
    .option('--verbose', 'log and stack traces')
    .showHelpAfterError('(cimaise --help)')
    .exitOverride()
    .addHelpText('after', FIRST_EXAMPLES)
    .addHelpText('after', SETTINGS_HELP);
  addInitCommand(program, act);
  addCommand(program, 'check', 'check the declarations, without building', ['cimaise check']).action(
    act(async (context) => (await import('./check.ts')).check(context)),
  );
  addCommand(program, 'build', 'map, validate and release what changed', [
    'cimaise build',
    'cimaise build musees',
    'cimaise build --source musees=museofile.csv',
    'cimaise build --dry-run',
  ])
    .argument('[dataset...]', 'datasets to build; the others stay as they are published')
    .addOption(
      new Option(
        '--source <dataset=file>',
        'read this file instead of the declared one, in this build (the next one without it reads the declared file again)',
      )
        .argParser(collected)
        .default([]),
    )
    .option('--force', 'build again what did not change')
    .option('--dry-run', 'tell what the release would hold and break, and publish nothing')
    .option('--json', 'how it ended and what it changes, for scripts; words for people go to standard error')
    .action(
      act(async (context, given) => {
        const { build } = await import('./build.ts');
        return build(context, given[0] as string[], given[1] as BuildFlags);
      }),
    );
  addCommand(program, 'serve', 'serve the current release', ['PORT=8080 cimaise serve'])
    .option('--no-proof', NO_PROOF)
    .action(
      act(async (context, given) => (await import('./serve.ts')).serve(context, given[0] as ServeFlags)),
    );
  addCommand(program, 'start', 'build what changed, then serve', ['cimaise start'])
    .option('--no-proof', NO_PROOF)
    .action(
      act(async (context, given) => (await import('./start.ts')).start(context, given[0] as ServeFlags)),
    );
  addHarvestCommand(program, act);
  addPublishCommand(program, act);
  addSourceCommand(program, act);
  addPreviewCommand(program, act);
  addReleasesCommands(program, act);
  addMappingCommands(program, act);
  addValidationCommand(program, act);
  addExplainCommand(program, act);
  addVerifyCommand(program, act);
  addContributionsCommands(program, act);
  addSchemaCommand(program, act);
  return program;
}

const NO_PROOF = 'do not ask the server for what it promises once it answers (/about/proof)';
