import type { Bilingual, Complaint, Place } from '../../model/index.ts';

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
    fr: 'Écrivez par exemple « subjects: id:musees/$(ref) », ou « subjects: null » pour un nœud anonyme.',
    en: 'Write for example “subjects: id:musees/$(ref)”, or “subjects: null” for a blank node.',
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

export const badValue = (text: string | undefined): Texts => [
  {
    fr: `La valeur « ${text ?? ''} » n’est pas comprise.`,
    en: `The value “${text ?? ''}” is not understood.`,
  },
  {
    fr: 'Une référence s’écrit $(colonne) ; vérifiez la parenthèse fermante.',
    en: 'A reference is written $(column); check its closing parenthesis.',
  },
];

export const badCall = (reason: Bilingual): Texts => [
  {
    fr: `L’appel de fonction n’est pas compris : ${reason.fr}.`,
    en: `The function call is not understood: ${reason.en}.`,
  },
  {
    fr: 'Écrivez par exemple cim:split($(colonne), ";").',
    en: 'Write for example cim:split($(column), ";").',
  },
];

export const NO_FUNCTION: Bilingual = {
  fr: 'il manque le nom d’une fonction',
  en: 'the name of a function is missing',
};

export const noPrefix = (name: string): Bilingual => ({
  fr: `le préfixe de « ${name} » n’est pas déclaré`,
  en: `the prefix of “${name}” is not declared`,
});

export const badLanguage = (language: string): Texts => [
  {
    fr: `« ${language} » n’est pas un code de langue.`,
    en: `“${language}” is not a language tag.`,
  },
  { fr: 'Écrivez par exemple fr ou fr-CA.', en: 'Write fr or fr-CA for example.' },
];

export const badDatatype = (datatype: string): Texts => [
  {
    fr: `« ${datatype} » n’est pas un type de donnée.`,
    en: `“${datatype}” is not a datatype.`,
  },
  { fr: 'Écrivez par exemple xsd:gYear ou fr~lang.', en: 'Write xsd:gYear or fr~lang for example.' },
];

export const badTermType = (type: string, allowed: readonly string[]): Texts => [
  {
    fr: `Le type « ${type} » n’est pas possible ici.`,
    en: `The type “${type}” is not possible here.`,
  },
  { fr: `Écrivez ${allowed.join(', ')}.`, en: `Write ${allowed.join(', ')}.` },
];

export const badJoin = (): Texts => [
  {
    fr: 'Cette condition ne relie pas deux règles : il faut « equal », avec une valeur de chacune.',
    en: 'This condition does not link two mappings: “equal” is needed, with a value of each.',
  },
  {
    fr: 'Écrivez { function: equal, parameters: [[str1, $(a), s], [str2, $(b), o]] } ; plusieurs se réunissent par « and » ou en liste.',
    en: 'Write { function: equal, parameters: [[str1, $(a), s], [str2, $(b), o]] }; join several by “and” or as a list.',
  },
];

export const joinWithView = (name: string): Texts => [
  {
    fr: `La règle « ${name} » fait plusieurs choses d’un même enregistrement (each) : on ne peut pas la relier ainsi.`,
    en: `The mapping “${name}” makes several things of one record (each): it cannot be linked like this.`,
  },
  {
    fr: 'Écrivez l’IRI de ses sujets dans une règle qui a la même source.',
    en: 'Write the IRI of its subjects in a mapping that has the same source.',
  },
];

export const noInverse = (): Texts => [
  {
    fr: '« inversepredicates » demande des IRI ou des nœuds anonymes nommés des deux côtés.',
    en: '“inversepredicates” needs IRIs or labelled blank nodes on both sides.',
  },
  {
    fr: 'Ajoutez type: iri à l’objet, ou une règle à part.',
    en: 'Add type: iri to the object, or another mapping.',
  },
];
