import type { Language } from '../model/index.ts';
import { sh } from '../rdf/index.ts';

/** A sentence for people: `name` is the property's name, `p` the parameter as text. */
export type Sentence = (name: string, p: string) => string;

/** Sentences for shapes that have no `sh:message`: parameter of the component → French and English. */
export const SENTENCES: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  [sh.minCount]: {
    fr: (name, p) =>
      p === '1' ? `${name} est obligatoire et manque.` : `${name} doit avoir au moins ${p} valeurs.`,
    en: (name, p) =>
      p === '1' ? `${name} is required and missing.` : `${name} must have at least ${p} values.`,
  },
  [sh.maxCount]: {
    fr: (name, p) =>
      Number(p) < 2 ? `${name} doit avoir au plus ${p} valeur.` : `${name} doit avoir au plus ${p} valeurs.`,
    en: (name, p) =>
      p === '1' ? `${name} must have at most 1 value.` : `${name} must have at most ${p} values.`,
  },
  [sh.datatype]: {
    fr: (name, p) => `${name} doit être une valeur bien formée de type ${p}.`,
    en: (name, p) => `${name} must be a well-formed value of type ${p}.`,
  },
  [sh.nodeKind]: {
    fr: (name, p) => `${name} n’est pas de la nature attendue (${p}).`,
    en: (name, p) => `${name} is not of the expected kind (${p}).`,
  },
  [sh.pattern]: {
    fr: (name, p) => `${name} n’a pas la forme attendue, ${p}.`,
    en: (name, p) => `${name} does not have the expected form, ${p}.`,
  },
  [sh.minLength]: {
    fr: (name, p) => `${name} doit avoir au moins ${p} caractères.`,
    en: (name, p) => `${name} must have at least ${p} characters.`,
  },
  [sh.maxLength]: {
    fr: (name, p) => `${name} doit avoir au plus ${p} caractères.`,
    en: (name, p) => `${name} must have at most ${p} characters.`,
  },
  [sh.minInclusive]: {
    fr: (name, p) => `${name} doit être supérieur ou égal à ${p}.`,
    en: (name, p) => `${name} must be ${p} or more.`,
  },
  [sh.maxInclusive]: {
    fr: (name, p) => `${name} doit être inférieur ou égal à ${p}.`,
    en: (name, p) => `${name} must be ${p} or less.`,
  },
  [sh.minExclusive]: {
    fr: (name, p) => `${name} doit être supérieur à ${p}.`,
    en: (name, p) => `${name} must be more than ${p}.`,
  },
  [sh.maxExclusive]: {
    fr: (name, p) => `${name} doit être inférieur à ${p}.`,
    en: (name, p) => `${name} must be less than ${p}.`,
  },
  [sh.in]: {
    fr: (name, p) => `${name} doit être l’une des valeurs de la liste : ${p}.`,
    en: (name, p) => `${name} must be one of the values of the list: ${p}.`,
  },
  [sh.languageIn]: {
    fr: (name, p) => `${name} doit être dans l’une de ces langues : ${p}.`,
    en: (name, p) => `${name} must be in one of these languages: ${p}.`,
  },
  [sh.uniqueLang]: {
    fr: (name) => `${name} ne doit avoir qu’une valeur par langue.`,
    en: (name) => `${name} must have only one value a language.`,
  },
  [sh.hasValue]: {
    fr: (name, p) => `${name} doit comprendre la valeur ${p}.`,
    en: (name, p) => `${name} must include the value ${p}.`,
  },
  [sh.class]: {
    fr: (name, p) => `${name} doit être une instance de ${p}.`,
    en: (name, p) => `${name} must be an instance of ${p}.`,
  },
  [sh.node]: {
    fr: (name, p) => `${name} ne satisfait pas la forme ${p}.`,
    en: (name, p) => `${name} does not conform to the shape ${p}.`,
  },
  [sh.and]: {
    fr: (name) => `${name} ne satisfait pas à toutes les conditions demandées.`,
    en: (name) => `${name} does not meet all the conditions asked for.`,
  },
  [sh.or]: {
    fr: (name) => `${name} ne satisfait à aucune des conditions possibles.`,
    en: (name) => `${name} meets none of the possible conditions.`,
  },
  [sh.xone]: {
    fr: (name) => `${name} doit satisfaire à une seule des conditions possibles.`,
    en: (name) => `${name} must meet exactly one of the possible conditions.`,
  },
  [sh.not]: {
    fr: (name, p) => `${name} satisfait à une condition exclue (${p}).`,
    en: (name, p) => `${name} meets a condition that is excluded (${p}).`,
  },
  [sh.closed]: {
    fr: () => 'La ressource a une propriété que sa forme ne prévoit pas.',
    en: () => 'The resource has a property that its shape does not provide for.',
  },
  [sh.equals]: {
    fr: (name, p) => `${name} doit avoir les mêmes valeurs que ${p}.`,
    en: (name, p) => `${name} must have the same values as ${p}.`,
  },
  [sh.disjoint]: {
    fr: (name, p) => `${name} ne doit avoir aucune valeur en commun avec ${p}.`,
    en: (name, p) => `${name} must have no value in common with ${p}.`,
  },
  [sh.lessThan]: {
    fr: (name, p) => `${name} doit être inférieur à ${p}.`,
    en: (name, p) => `${name} must be less than ${p}.`,
  },
  [sh.lessThanOrEquals]: {
    fr: (name, p) => `${name} doit être inférieur ou égal à ${p}.`,
    en: (name, p) => `${name} must be less than or equal to ${p}.`,
  },
  [sh.qualifiedMinCount]: {
    fr: (name, p) => `${name} doit avoir au moins ${p} valeur(s) du genre attendu.`,
    en: (name, p) => `${name} must have at least ${p} value(s) of the expected kind.`,
  },
  [sh.qualifiedMaxCount]: {
    fr: (name, p) => `${name} doit avoir au plus ${p} valeur(s) de ce genre.`,
    en: (name, p) => `${name} must have at most ${p} value(s) of that kind.`,
  },
};
