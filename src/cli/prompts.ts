import { confirm, input, select } from '@inquirer/prompts';
import type { Bilingual, Language } from '../model/index.ts';
import { Interrupted } from './interruptible.ts';

/** Questions on the terminal, in the reader's language. Each throws `Interrupted` where the person breaks off. */
export interface Prompts {
  /** A line of text, without spaces around it. @param validate gives what is wrong, if anything */
  line(
    message: Bilingual,
    otherwise: string,
    validate?: (text: string) => Bilingual | undefined,
  ): Promise<string>;
  /** One of several. */
  choice<T>(message: Bilingual, choices: readonly { readonly value: T; readonly name: string }[]): Promise<T>;
  /** Yes unless told otherwise. */
  agreement(message: Bilingual): Promise<boolean>;
}

const YES_NO: Readonly<Record<Language, object>> = {
  fr: {
    yes: 'Oui',
    no: 'Non',
    error: ({ yes, no }: { readonly yes: string; readonly no: string }) =>
      `Répondez par «\u00a0${yes}\u00a0» ou «\u00a0${no}\u00a0».`,
  },
  en: { yes: 'Yes', no: 'No' },
};

/** What keys do, below a list. */
const KEYS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: { navigate: 'choisir', select: 'prendre' },
  en: {},
};

/** @param signal ends what is being asked: a message of the system, a closed terminal */
export function createPrompts(language: Language, signal?: AbortSignal): Prompts {
  const leaving = signal ? { signal } : {};
  return {
    line: async (message, otherwise, validate = () => undefined) => {
      const check = (text: string): true | string => validate(text.trim())?.[language] ?? true;
      return (
        await unlessLeft(
          () => input({ message: message[language], default: otherwise, validate: check }, leaving),
          signal,
        )
      ).trim();
    },
    choice: (message, choices) =>
      unlessLeft(
        () =>
          select(
            {
              message: message[language],
              choices,
              theme: {
                style: {
                  keysHelpTip: (keys: readonly (readonly [string, string])[]) =>
                    keys.map(([key, action]) => `${key} ${KEYS[language][action] ?? action}`).join(' • '),
                },
              },
            },
            leaving,
          ),
        signal,
      ),
    agreement: (message) =>
      unlessLeft(
        () => confirm({ message: message[language], theme: { keywords: YES_NO[language] } }, leaving),
        signal,
      ),
  };
}

/** Ctrl+C is an end that a person wants, as everywhere. */
async function unlessLeft<T>(ask: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    signal?.throwIfAborted();
    if ((error as Error).name === 'ExitPromptError') throw new Interrupted(130);
    throw error;
  }
}
