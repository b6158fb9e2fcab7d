import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { Language } from '../model/index.ts';
import type { ProjectDefaults, Settings } from '../settings.ts';
import type { Act, Action } from './add-command.ts';
import { DONE, FAULT } from './context.ts';
import { declaredBase } from './declared-base.ts';
import { describeProgram } from './describe-program.ts';
import { tellFault } from './faults.ts';
import { speak } from './help/speak.ts';
import { brokenOutput } from './output-faults.ts';
import { brokenBy, createTerminal, type Streams } from './terminal.ts';

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
  const program = describeProgram(act, toolVersion, speak(new Command('cimaise'), language, streams));
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

/** Version of this package, from its own package.json. */
async function ownVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
