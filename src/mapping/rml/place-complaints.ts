import type { Texts } from './complaints.ts';

/** @param names of the properties that are given, in the order of the document */
export const severalExpressions = (names: readonly string[], count: number): Texts => [
  {
    fr: `La règle de terme a ${count} expressions : ${names.join(', ')}.`,
    en: `The term map has ${count} expressions: ${names.join(', ')}.`,
  },
  { fr: 'Il en faut exactement une : retirez les autres.', en: 'Exactly one is needed: remove the others.' },
];

export const severalTags = (names: readonly string[]): Texts => [
  {
    fr: `Un littéral ne peut pas avoir à la fois ${names.join(' et ')}.`,
    en: `A literal cannot have ${names.join(' and ')} at once.`,
  },
  { fr: 'Il en faut exactement un : retirez l’autre.', en: 'Exactly one is needed: remove the other.' },
];

export const misplaced = (property: string, here: string, home: string): Texts => [
  {
    fr: `${property} n’a pas de sens sur ${here} : personne ne le lirait.`,
    en: `${property} means nothing on ${here}: no one would read it.`,
  },
  { fr: `Placez-le sur ${home}.`, en: `Put it on ${home}.` },
];
