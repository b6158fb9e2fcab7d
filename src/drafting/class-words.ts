import { type Bilingual, spaced } from '../model/index.ts';
import type { DraftRequest } from './draft.ts';
import { sureness } from './reasons.ts';
import { recognise } from './recognise.ts';

/** Why things are said to be of these classes, and how surely. */
export function classWords({ profile, answers, family, language }: DraftRequest): readonly string[] {
  const { classes } = answers;
  const isOfFamily = family !== undefined && family.classes.join() === classes.join();
  const found = isOfFamily ? recognise(profile) : undefined;
  const { said, confidence } =
    found !== undefined
      ? { said: found.evidence, confidence: found.confidence }
      : (UNKNOWN[classes.join()] ?? { said: CHOSEN, confidence: 1 });
  return [spaced(`${said[language]} ${sureness(confidence, language)}`, language)];
}

const CHOSEN: Bilingual = { fr: 'Classes choisies par vous.', en: 'Classes that you chose.' };

/** What is proposed of a file of no known kind. */
const UNKNOWN: Readonly<Record<string, { readonly said: Bilingual; readonly confidence: number }>> = {
  'schema:Place': {
    said: {
      fr: 'Le fichier donne des coordonnées : ses notices sont des lieux, peut-être. Préférez une classe plus précise (schema:Museum, schema:Park…).',
      en: 'The file gives coordinates: its records are places, perhaps. Rather choose a more precise class (schema:Museum, schema:Park…).',
    },
    confidence: 0.5,
  },
  'schema:Thing': {
    said: {
      fr: 'Rien ne dit ce qu’est une notice : choisissez une classe (schema:Museum, crm:E22_Human-Made_Object…).',
      en: 'Nothing tells what a record is: choose a class (schema:Museum, crm:E22_Human-Made_Object…).',
    },
    confidence: 0.1,
  },
};
