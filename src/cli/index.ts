import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import type { Language } from '../model/index.ts';
import type { Settings } from '../settings.ts';
import { type Act, type Action, addCommand } from './add-command.ts';
import type { BuildFlags } from './build.ts';
import { DONE, FAULT } from './context.ts';
import { tellFault } from './faults.ts';
import { addMappingCommands } from './mapping-commands.ts';
import { brokenOutput } from './output-faults.ts';
import { addReleasesCommands } from './releases/commands.ts';
import { brokenBy, createTerminal, type Streams } from './terminal.ts';
import { addExplainCommand, addValidationCommand } from './validation-command.ts';

/** What a run of the command line is given. */
export interface Invocation {
  /** As `process.argv`. */
  readonly argv: readonly string[];
  /** Reads the settings; what it throws is told like any fault. */
  readonly settings: () => Settings;
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
  readonly settings: () => Settings;
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
    const read = settings();
    terminal = createTerminal(streams, read.language, verbose);
    const root = resolve(program.project);
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
  addCommand(program, 'serve', 'serve the current release', ['PORT=8080 cimaise serve']).action(
    act(async (context) => (await import('./serve.ts')).serve(context)),
  );
  addCommand(program, 'start', 'build what changed, then serve', ['cimaise start']).action(
    act(async (context) => (await import('./start.ts')).start(context)),
  );
  addReleasesCommands(program, act);
  addMappingCommands(program, act);
  addValidationCommand(program, act);
  addExplainCommand(program, act);
  return program;
}

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

const SETTINGS_HELP = `
Settings (environment):
  PORT                        port to listen on (3000)
  CIMAISE_HOST                address to listen on (127.0.0.1)
  CIMAISE_BASE_IRI            base of every published IRI (http://localhost:3000/)
  CIMAISE_RELEASES            folder of releases (./releases)
  CIMAISE_LANGUAGE            fr or en, for messages (from the locale, else fr)
  CIMAISE_QUERY_TIMEOUT       milliseconds a SPARQL query may take (10000)
  CIMAISE_RESULT_ROWS         most rows of an answer (1000000)
  CIMAISE_RESULT_MEGABYTES    most megabytes of an answer (64)
  CIMAISE_CACHE_MEGABYTES     answers that are remembered; 0 for none (64)
  CIMAISE_CLIENT_CONCURRENCY  queries of one client under way at once (16)
  CIMAISE_CLIENT_RATE         queries of one client in a minute (6000)
  CIMAISE_TRUSTED_PROXIES     proxies whose X-Forwarded-For is believed (none)
  CIMAISE_METRICS             who may read /metrics: local or open (local)
  CIMAISE_WORKERS             SPARQL workers, each with a copy of the release (2)
  CIMAISE_STORE               embedded, native or endpoint (embedded)
  CIMAISE_OXIGRAPH            program of the native store (oxigraph)
  CIMAISE_ENDPOINT_QUERY      addresses of the endpoint store; _DATA may be left
  CIMAISE_ENDPOINT_UPDATE     out
  CIMAISE_ENDPOINT_DATA
  CIMAISE_ENDPOINT_USER       its credentials: user and password, or token
  CIMAISE_ENDPOINT_PASSWORD
  CIMAISE_ENDPOINT_TOKEN

Exit codes: 0 done, 1 refused for the data's sake, 2 usage or fault.`;

/** Version of this package, from its own package.json. */
async function ownVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
