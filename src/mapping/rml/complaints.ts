import type { Bilingual } from '../../model/index.ts';

export type Texts = readonly [found: Bilingual, remedy: Bilingual];

export const badTemplate = (text: string): Texts => [
  {
    fr: `Le modèle « ${text} » a des accolades mal appariées ou vides.`,
    en: `The template “${text}” has unbalanced or empty braces.`,
  },
  {
    fr: 'Une référence s’écrit {nom} ; une accolade de texte, \\{.',
    en: 'A reference is written {name}; a brace that is text, \\{.',
  },
];

export const noFunction = (): Texts => [
  { fr: 'L’appel ne nomme pas de fonction.', en: 'The execution names no function.' },
  { fr: 'Ajoutez rml:function.', en: 'Add rml:function.' },
];

export const notOne = (property: string, count: number): Texts => [
  {
    fr: count === 0 ? `Il manque ${property}.` : `${property} est donné ${count} fois.`,
    en: count === 0 ? `${property} is missing.` : `${property} is given ${count} times.`,
  },
  { fr: 'Il en faut exactement un.', en: 'Exactly one is needed.' },
];

export const noExpression = (): Texts => [
  {
    fr: 'La règle de terme n’a ni constante, ni référence, ni modèle, ni fonction.',
    en: 'The term map has no constant, reference, template or function.',
  },
  { fr: 'Ajoutez l’un d’eux.', en: 'Add one of them.' },
];

export const badTermType = (type: string, where: string): Texts => [
  {
    fr: `Le type de terme ${type} n’est pas possible ici (${where}).`,
    en: `The term type ${type} is not possible here (${where}).`,
  },
  {
    fr: 'Choisissez rml:IRI, rml:URI, rml:BlankNode ou, pour un objet, rml:Literal.',
    en: 'Choose rml:IRI, rml:URI, rml:BlankNode or, for an object, rml:Literal.',
  },
];

export const badConstant = (value: string, where: string): Texts => [
  {
    fr: `La constante « ${value} » n’est pas possible ici (${where}).`,
    en: `The constant “${value}” is not possible here (${where}).`,
  },
  {
    fr: 'Il faut une IRI ; seul un objet peut être un littéral.',
    en: 'An IRI is needed; only an object can be a literal.',
  },
];

export const badLanguage = (tag: string): Texts => [
  { fr: `« ${tag} » n’est pas une étiquette de langue.`, en: `“${tag}” is not a language tag.` },
  { fr: 'Écrivez par exemple fr ou en-GB.', en: 'Write fr or en-GB for example.' },
];

export const unknownParent = (name: string): Texts => [
  {
    fr: `La règle parente « ${name} » n’existe pas.`,
    en: `The parent triples map “${name}” does not exist.`,
  },
  { fr: 'Corrigez rml:parentTriplesMap.', en: 'Correct rml:parentTriplesMap.' },
];

export const unknownTerm = (term: string, near: string | undefined, of = 'RML'): Texts => [
  { fr: `${term} n’est pas un terme de ${of}.`, en: `${term} is not a term of ${of}.` },
  near === undefined
    ? { fr: 'Retirez-le.', en: 'Remove it.' }
    : { fr: `Vouliez-vous dire ${near} ?`, en: `Did you mean ${near}?` },
];

export const noTriplesMaps = (): Texts => [
  {
    fr: 'Le document ne contient aucune règle (rml:TriplesMap).',
    en: 'The document holds no rml:TriplesMap.',
  },
  {
    fr: 'Ajoutez-en une, avec rml:logicalSource et rml:subjectMap.',
    en: 'Add one, with rml:logicalSource and rml:subjectMap.',
  },
];

export const badSource = (what: string): Texts => [
  { fr: `La source n’est pas lisible : ${what}.`, en: `The source cannot be read: ${what}.` },
  {
    fr: 'Décrivez un fichier : rml:RelativePathSource avec rml:path.',
    en: 'Describe a file: rml:RelativePathSource with rml:path.',
  },
];

export const cycle = (name: string): Texts => [
  { fr: `« ${name} » se contient elle-même.`, en: `“${name}” contains itself.` },
  { fr: 'Rompez le cycle.', en: 'Break the cycle.' },
];

export const sameName = (name: string): Texts => [
  { fr: `Deux champs s’appellent « ${name} ».`, en: `Two fields are called “${name}”.` },
  { fr: 'Donnez-leur des noms différents.', en: 'Give them different names.' },
];

export const badGather = (what: string): Texts => [
  { fr: `rml:gatherAs vaut « ${what} ».`, en: `rml:gatherAs is “${what}”.` },
  {
    fr: 'Écrivez rdf:List, rdf:Bag, rdf:Seq ou rdf:Alt.',
    en: 'Write rdf:List, rdf:Bag, rdf:Seq or rdf:Alt.',
  },
];
