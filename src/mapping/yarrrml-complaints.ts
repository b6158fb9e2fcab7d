import type { Complaint, Place } from '../model/index.ts';

export const unknownSection = (place: Place, key: string, near: string): Complaint => ({
  place,
  found: { fr: `La section « ${key} » n’existe pas.`, en: `There is no section “${key}”.` },
  remedy: { fr: `Écrivez ${near}.`, en: `Write ${near}.` },
});

export const noMappings = (place: Place): Complaint => ({
  place,
  found: { fr: 'Aucune règle n’est déclarée.', en: 'No rule is declared.' },
  remedy: { fr: 'Écrivez une section « mappings ».', en: 'Write a “mappings” section.' },
});

type Texts = readonly [found: Complaint['found'], remedy: Complaint['remedy']];

export const incompleteView = (name: string): Texts => [
  {
    fr: `La source « ${name} » n’a pas ses deux clés.`,
    en: `The source “${name}” lacks one of its two keys.`,
  },
  {
    fr: 'Écrivez { each: cim:split($(colonne), ";"), as: nom }.',
    en: 'Write { each: cim:split($(column), ";"), as: name }.',
  },
];

export const noSubject = (name: string): Texts => [
  { fr: `La règle « ${name} » n’a pas de sujet.`, en: `The rule “${name}” has no subject.` },
  {
    fr: 'Écrivez par exemple « subjects: id:musees/$(ref) ».',
    en: 'Write for example “subjects: id:musees/$(ref)”.',
  },
];

export const unknownView = (name: string, near: string | undefined): Texts => [
  { fr: `La source « ${name} » n’est pas déclarée.`, en: `The source “${name}” is not declared.` },
  near === undefined
    ? {
        fr: 'Déclarez-la dans « sources », ou retirez cette ligne.',
        en: 'Declare it in “sources”, or remove this line.',
      }
    : { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` },
];

export const incompletePair = (): Texts => [
  { fr: 'Il manque « predicates » ou « objects ».', en: '“predicates” or “objects” is missing.' },
  { fr: 'Écrivez les deux, ou [prédicat, objet].', en: 'Write both, or [predicate, object].' },
];
