import type { Command } from 'commander';
import type { CommandContext } from './context.ts';

/** What a command does, given its context and what commander read: arguments, then options. */
export type Action = (context: CommandContext, given: readonly unknown[]) => Promise<number>;

/** Makes an action one that commander can call. */
export type Act = (command: Action) => (...given: unknown[]) => Promise<void>;

/** Adds a command whose help ends with examples. */
export function addCommand(
  program: Command,
  name: string,
  description: string,
  examples: readonly string[],
): Command {
  return withExamples(program.command(name), description, examples);
}

/** Takes an option that may be given several times. */
export const collected = (value: string, previous: readonly string[]): readonly string[] => [
  ...previous,
  value,
];

/** Describes a command; its help ends with examples. */
export const withExamples = (command: Command, description: string, examples: readonly string[]): Command =>
  command
    .description(description)
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`);
