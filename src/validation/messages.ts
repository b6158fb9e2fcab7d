import { type Bilingual, LANGUAGES, type Language } from '../model/index.ts';
import { compactIri, type RDF, sh } from '../rdf/index.ts';
import type { ShapeGraph } from './shape-graph.ts';

/** A sentence for people: `name` is the property's name, `p` the parameter as text. */
type Sentence = (name: string, p: string) => string;

/** Sentences for shapes that have no `sh:message`: parameter of the component → French and English. */
const SENTENCES: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
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
};

const MOST_LISTED = 12;

/**
 * What a result says to people, in both languages: the shape's `sh:message` in that language, else its message
 * without language, else a sentence made from the constraint. `{$minCount}` stands for the parameter's value.
 * @param component local name: `MinCountConstraintComponent`
 */
export function messageOf(graph: ShapeGraph, shape: RDF.Term, component: string): Bilingual {
  const parameter = parameterOf(component);
  const texts = LANGUAGES.map((language) => [
    language,
    withParameters(
      declared(graph, shape, language) ?? generated(graph, shape, parameter, language),
      graph,
      shape,
    ),
  ]);
  return Object.fromEntries(texts) as Bilingual;
}

/** `MinCountConstraintComponent` → `sh:minCount`. */
function parameterOf(component: string): string {
  const name = component.replace(/ConstraintComponent$/, '');
  return sh.namespace + name.slice(0, 1).toLowerCase() + name.slice(1);
}

const declared = (graph: ShapeGraph, shape: RDF.Term, language: Language): string | undefined =>
  inLanguage(graph.objects(shape, sh.message), language);

function inLanguage(texts: readonly RDF.Term[], language: Language): string | undefined {
  const literals = texts.filter((text): text is RDF.Literal => text.termType === 'Literal');
  const tagged = literals.find((text) => text.language.toLowerCase().split('-')[0] === language);
  return (tagged ?? literals.find((text) => text.language === ''))?.value;
}

function generated(graph: ShapeGraph, shape: RDF.Term, parameter: string, language: Language): string {
  const name = nameOf(graph, shape, language);
  const sentence = SENTENCES[parameter]?.[language];
  if (sentence) return sentence(name, parameterText(graph, graph.object(shape, parameter)));
  return language === 'fr' ? `${name} ne convient pas.` : `${name} does not fit.`;
}

function nameOf(graph: ShapeGraph, shape: RDF.Term, language: Language): string {
  const declaredName = inLanguage(graph.objects(shape, sh.name), language);
  const path = graph.object(shape, sh.path)?.value;
  const name = declaredName ?? (path === undefined ? undefined : compactIri(path));
  if (name === undefined) return language === 'fr' ? 'La ressource' : 'The resource';
  return language === 'fr' ? `« ${name} »` : `“${name}”`;
}

function parameterText(graph: ShapeGraph, value: RDF.Term | undefined): string {
  if (value === undefined) return '';
  if (value.termType === 'Literal') return value.value;
  const members = graph.list(value);
  if (value.termType === 'NamedNode' && !members?.length) return compactIri(value.value);
  const listed = (members ?? []).slice(0, MOST_LISTED).map((member) => parameterText(graph, member));
  return [...listed, ...((members?.length ?? 0) > MOST_LISTED ? ['…'] : [])].join(', ');
}

/** `{$name}` and `{?name}` become the value of the shape's parameter of that name; others stay as they are. */
function withParameters(message: string, graph: ShapeGraph, shape: RDF.Term): string {
  return message.replace(/\{[$?](\w+)\}/g, (whole, name: string) => {
    const value = graph.object(shape, sh.namespace + name);
    return value === undefined ? whole : parameterText(graph, value);
  });
}
