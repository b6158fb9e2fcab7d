import type { Bilingual } from '../../model/index.ts';
import { rml } from '../../rdf/index.ts';

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

export const badInput = (): Texts => [
  {
    fr: 'L’argument ne nomme pas de paramètre, ou ne lui donne pas de valeur.',
    en: 'The input names no parameter, or gives it no value.',
  },
  {
    fr: 'Ajoutez rml:parameter et rml:inputValue ou rml:inputValueMap.',
    en: 'Add rml:parameter and rml:inputValue or rml:inputValueMap.',
  },
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

/** Where in a triple a term stands. */
export type Position = 'subject' | 'predicate' | 'object' | 'graph';

const POSITIONS: Readonly<Record<Position, Bilingual>> = {
  subject: { fr: 'un sujet', en: 'a subject' },
  predicate: { fr: 'un prédicat', en: 'a predicate' },
  object: { fr: 'un objet', en: 'an object' },
  graph: { fr: 'un graphe', en: 'a graph' },
};

/** A type that is none, or that a position does not allow. @param allowed local names */
export function badTermType(type: string, position: Position, allowed: readonly string[]): Texts {
  const shown = type.startsWith(rml.namespace) ? type.replace(rml.namespace, 'rml:') : `<${type}>`;
  const choices = allowed.map((name) => `rml:${name}`).join(', ');
  return [
    {
      fr: `Le type de terme ${shown} n’est pas possible pour ${POSITIONS[position].fr}.`,
      en: `The term type ${shown} is not possible for ${POSITIONS[position].en}.`,
    },
    { fr: `Écrivez l’un de ceux-ci : ${choices}.`, en: `Write one of these: ${choices}.` },
  ];
}

/** A literal where only an IRI can be a constant. @param isTyped whether `rml:termType` stands beside it */
export function literalConstant(value: string, position: Position, isTyped: boolean): Texts {
  const still = isTyped
    ? {
        fr: ' ; rml:termType ne change rien à une constante',
        en: '; rml:termType changes nothing of a constant',
      }
    : { fr: '', en: '' };
  const blank =
    position === 'subject' && isTyped
      ? {
          fr: ' Pour un nœud anonyme, retirez rml:constant et gardez rml:termType rml:BlankNode.',
          en: ' For a blank node, remove rml:constant and keep rml:termType rml:BlankNode.',
        }
      : { fr: '', en: '' };
  return [
    {
      fr: `La constante "${value}" est un littéral, ce qu’${POSITIONS[position].fr} ne peut pas être${still.fr}.`,
      en: `The constant "${value}" is a literal, which ${POSITIONS[position].en} cannot be${still.en}.`,
    },
    {
      fr: `Écrivez une IRI entre chevrons, <…>.${blank.fr}`,
      en: `Write an IRI between angle brackets, <…>.${blank.en}`,
    },
  ];
}

export const blankConstant = (): Texts => [
  {
    fr: 'La constante est un nœud anonyme, qui n’a de nom que dans ce document.',
    en: 'The constant is a blank node, which has a name in this document only.',
  },
  {
    fr: 'Écrivez une IRI, ou retirez rml:constant et écrivez rml:termType rml:BlankNode.',
    en: 'Write an IRI, or remove rml:constant and write rml:termType rml:BlankNode.',
  },
];

export const badLanguage = (tag: string): Texts => [
  { fr: `« ${tag} » n’est pas une étiquette de langue.`, en: `“${tag}” is not a language tag.` },
  { fr: 'Écrivez par exemple fr ou en-GB.', en: 'Write fr or en-GB for example.' },
];

export const unknownParent = (name: string, near: string | undefined): Texts => [
  {
    fr: `La règle parente « ${name} » n’existe pas.`,
    en: `The parent triples map “${name}” does not exist.`,
  },
  near === undefined
    ? { fr: 'Corrigez rml:parentTriplesMap.', en: 'Correct rml:parentTriplesMap.' }
    : { fr: `Vouliez-vous dire <${near}> ?`, en: `Did you mean <${near}>?` },
];

export const unknownField = (name: string, near: string | undefined, keys: readonly string[]): Texts => [
  {
    fr: `La vue n’a pas de champ « ${name} ».`,
    en: `The view has no field “${name}”.`,
  },
  near === undefined
    ? { fr: `Ses champs : ${keys.join(', ')}.`, en: `Its fields: ${keys.join(', ')}.` }
    : { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` },
];

export const unknownTerm = (term: string, near: string | undefined, of = 'RML'): Texts => [
  { fr: `${term} n’est pas un terme de ${of}.`, en: `${term} is not a term of ${of}.` },
  near === undefined
    ? { fr: 'Retirez-le.', en: 'Remove it.' }
    : { fr: `Vouliez-vous dire ${near} ?`, en: `Did you mean ${near}?` },
];

export const wrongNamespace = (namespace: string): Texts => [
  {
    fr: `L’espace de noms <${namespace}> n’est pas celui de RML : ses termes ne seraient pas lus.`,
    en: `The namespace <${namespace}> is not that of RML: its terms would not be read.`,
  },
  { fr: `Écrivez <${rml.namespace}>.`, en: `Write <${rml.namespace}>.` },
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
