import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import type { Language } from '../model/index.ts';
import type { ProjectDefaults, Settings } from '../settings.ts';
import { type Act, type Action, addCommand } from './add-command.ts';
import { addSourceCommand } from './add-source-command.ts';
import type { BuildFlags } from './build.ts';
import { DONE, FAULT } from './context.ts';
import { addContributionsCommands } from './contributions/commands.ts';
import { declaredBase } from './declared-base.ts';
import { tellFault } from './faults.ts';
import { addHarvestCommand } from './harvest-command.ts';
import { addInitCommand } from './init-command.ts';
import { addMappingCommands } from './mapping-commands.ts';
import { brokenOutput } from './output-faults.ts';
import { addPreviewCommand } from './preview-command.ts';
import { addPublishCommand } from './publish-command.ts';
import { addReleasesCommands } from './releases/commands.ts';
import { addSchemaCommand } from './schema-command.ts';
import type { ServeFlags } from './serve.ts';
import { SETTINGS_HELP } from './settings-help.ts';
import { brokenBy, createTerminal, type Streams } from './terminal.ts';
import { addExplainCommand, addValidationCommand } from './validation-command.ts';
import { addVerifyCommand } from './verify-command.ts';

type ReadSettings = (project: ProjectDefaults) => Settings;

/** What a run of the command line is given. */
export interface Invocation {
  /** As `process.argv`. */
  readonly argv: readonly string[];
  /** Reads the settings; what it throws is told like any fault. */
  readonly settings: ReadSettings;
  /** Language to speak before the settings are read. */
  readonly language: Language;
  readonly streams: Streams;
}

/**
 * Runs a command line.
 * @returns the exit code: 0 done, 1 refused for the data's sake, 2 usage or fault
 */
export async function run({ argv, settings, language, streams }: Invocation): Promise<number> {
  let code = DONE;
  const toolVersion = await ownVersion();
  const act: Act =
    (command) =>
    async (...given) => {
      const program = (given.at(-1) as Command).optsWithGlobals() as GlobalFlags;
      code = await attempt(command, given, { settings, language, streams, program, toolVersion });
    };
  const terminal = createTerminal(streams, language, false);
  const program = describeProgram(act, toolVersion, streams);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    code = error.exitCode === 0 ? DONE : FAULT;
  }
  const broken = await brokenBy(streams.out);
  return broken === undefined || code === FAULT ? code : tellFault(brokenOutput(broken), terminal);
}

interface GlobalFlags {
  readonly project: string;
  readonly verbose?: boolean;
}

interface Attempt {
  readonly settings: ReadSettings;
  readonly language: Language;
  readonly streams: Streams;
  readonly program: GlobalFlags;
  readonly toolVersion: string;
}

/** Runs a command; whatever it throws becomes a sentence and an exit code. */
async function attempt(
  command: Action,
  given: readonly unknown[],
  { settings, language, streams, program, toolVersion }: Attempt,
): Promise<number> {
  const verbose = program.verbose === true;
  let terminal = createTerminal(streams, language, verbose);
  try {
    const root = resolve(program.project);
    const read = settings({ root, base: await declaredBase(root) });
    terminal = createTerminal(streams, read.language, verbose);
    return await command({ settings: read, terminal, streams, root, toolVersion }, given);
  } catch (error) {
    return tellFault(error, terminal);
  }
}

/** A command is loaded when it is called: the server's libraries take longer to load than a small mapping to run. */
function describeProgram(act: Act, version: string, { out, err }: Streams): Command {
  const program = new Command('cimaise')
    .description('Publishes cultural datasets as linked data: maps, validates, releases, serves.')
    .version(version)
    .option('--project <folder>', 'the folder that holds data, shapes, ontologies, queries', '.')
    .option('--verbose', 'log and stack traces')
    .configureOutput({ writeOut: (text) => void out.write(text), writeErr: (text) => void err.write(text) })
    .showHelpAfterError('(cimaise --help)')
    .exitOverride()
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
        .argParser(collect)
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

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

/** Version of this package, from its own package.json. */
async function ownVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
