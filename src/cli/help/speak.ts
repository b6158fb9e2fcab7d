import { type Argument, type Command, Help, type Option } from 'commander';
import type { Language } from '../../model/index.ts';
import type { Streams } from '../terminal.ts';
import { FRENCH_COMMANDS } from './french-commands.ts';
import { FRENCH_NOTES } from './french-notes.ts';
import { FRENCH_OPTIONS } from './french-options.ts';
import { frenchRefusal } from './french-refusals.ts';

/** Of the library's own words: what stands above its lists, and after descriptions. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^Usage:/, 'Usage :'],
  [/^Options:/, 'Options :'],
  [/^Arguments:/, 'Arguments :'],
  [/^Commands:/, 'Commandes :'],
  [/^\nExamples:/, '\nExemples :'],
  [/\((.*)default: /, '($1par défaut : '],
  [/\(choices: /, '(au choix : '],
];

/** A text of the help, which is written in English, in a language. English where it has no French. */
export function said(text: string, language: Language): string {
  if (language === 'en') return text;
  const note = FRENCH_NOTES.get(text.trim());
  if (note !== undefined) return `\n${note}\n`;
  const sentence = FRENCH_COMMANDS[text] ?? FRENCH_OPTIONS[text];
  return sentence ?? WORDS.reduce((so, [word, french]) => so.replace(word, french), text);
}

/**
 * Makes a program, and every command that is added to it afterwards, write its help and its refusals in a language. As with
 * gettext, the English sentence is the key of the other, so a command says what it does once, where it is described.
 */
export function speak(program: Command, language: Language, { out, err }: Streams): Command {
  const own = Help.prototype;
  const of = (text: string): string => said(text, language);
  return program
    .configureHelp({
      commandDescription: (command: Command) => of(own.commandDescription(command)),
      subcommandDescription: (command: Command) => of(own.subcommandDescription(command)),
      argumentDescription: (argument: Argument) =>
        own.argumentDescription(argument).replace(argument.description, () => of(argument.description)),
      optionDescription: (option: Option) =>
        of(
          own
            .optionDescription(option)
            .replace(option.description, () => of(option.description))
            .replace(' (default: [])', ''),
        ),
      styleTitle: of,
    })
    .configureOutput({
      // A note after the help is written by itself.
      writeOut: (text) => void out.write(of(text)),
      writeErr: (text) => void err.write(of(text)),
      outputError: (text, write) => write(language === 'fr' ? frenchRefusal(text) : text),
    });
}
