import { type Bilingual, LANGUAGES, type Language } from '../model/index.ts';
import { type RDF, sh } from '../rdf/index.ts';
import { parsePath, pathText } from './paths.ts';
import { SENTENCES } from './sentences.ts';
import { shapeName } from './shape-complaint.ts';
import type { ShapeGraph } from './shape-graph.ts';

const MOST_LISTED = 12;
/** Characters of a parameter's value, and of a whole message. */
const LONGEST_VALUE = 300;
const LONGEST = 2000;

/**
 * What a result says to people, in both languages: the shape's `sh:message` in that language, else its message
 * without language, else a sentence made from the constraint. `{$minCount}` stands for the parameter's value.
 * @param component local name: `MinCountConstraintComponent`
 * @param value of the parameter, where a shape has several
 */
export function messageOf(
  graph: ShapeGraph,
  shape: RDF.Term,
  component: string,
  value?: RDF.Term,
): Bilingual {
  const parameter = parameterOf(component);
  const constraint = { graph, shape, parameter, value: value ?? graph.object(shape, parameter) };
  const texts = LANGUAGES.map((language) => [
    language,
    bounded(declared(graph, shape, language) ?? generated(constraint, language), constraint, language),
  ]);
  return Object.fromEntries(texts) as Bilingual;
}

/** With parameters filled in, but not without end. */
function bounded(pattern: string, constraint: Constraint, language: Language): string {
  const message = withParameters(pattern.slice(0, 2 * LONGEST), constraint);
  if (message.length <= LONGEST && pattern.length <= 2 * LONGEST) return message;
  return `${message.slice(0, LONGEST)}… ${{ fr: '[tronqué]', en: '[truncated]' }[language]}`;
}

/** SHACL's own components by their local names, others by their IRIs. */
export const componentName = (component: string): string =>
  component.startsWith(sh.namespace) ? component.slice(sh.namespace.length) : component;

interface Constraint {
  readonly graph: ShapeGraph;
  readonly shape: RDF.Term;
  readonly parameter: string;
  readonly value: RDF.Term | undefined;
}

/** `MinCountConstraintComponent` → `sh:minCount`. */
export function parameterOf(component: string): string {
  const name = component.replace(/ConstraintComponent$/, '');
  return sh.namespace + name.slice(0, 1).toLowerCase() + name.slice(1);
}

const declared = (graph: ShapeGraph, shape: RDF.Term, language: Language): string | undefined =>
  inLanguage(graph.objects(shape, sh.message), language);

/** The text in a language, else the one without language. */
export function inLanguage(texts: readonly RDF.Term[], language: Language): string | undefined {
  const literals = texts.filter((text): text is RDF.Literal => text.termType === 'Literal');
  const tagged = literals.find((text) => text.language.toLowerCase().split('-')[0] === language);
  return (tagged ?? literals.find((text) => text.language === ''))?.value;
}

function generated({ graph, shape, parameter, value }: Constraint, language: Language): string {
  const name = nameOf(graph, shape, language);
  const sentence = SENTENCES[parameter]?.[language];
  if (sentence) return sentence(name, parameterText(graph, value));
  return language === 'fr' ? `${name} ne convient pas.` : `${name} does not fit.`;
}

/** How a sentence calls what a shape judges: the shape's name, its path, or the resource. */
export function nameOf(graph: ShapeGraph, shape: RDF.Term, language: Language): string {
  const declaredName = inLanguage(graph.objects(shape, sh.name), language);
  const node = graph.object(shape, sh.path);
  const path = node && parsePath(node, graph);
  const name = declaredName ?? (path && pathText(path, graph.shortened));
  if (name === undefined) return language === 'fr' ? 'La ressource' : 'The resource';
  return language === 'fr' ? `« ${name} »` : `“${name}”`;
}

/** The value of a parameter in short: lists by their first members. */
export function parameterText(graph: ShapeGraph, value: RDF.Term | undefined): string {
  if (value === undefined) return '';
  if (value.termType === 'Literal') return cut(value.value);
  const members = graph.list(value);
  if (!members?.length) return graph.shortened(shapeName(graph, value));
  const listed = members.slice(0, MOST_LISTED).map((member) => parameterText(graph, member));
  return [...listed, ...(members.length > MOST_LISTED ? ['…'] : [])].join(', ');
}

const cut = (text: string): string =>
  text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;

/** `{$name}` and `{?name}` become the value of the shape's parameter of that name; others stay as they are. */
function withParameters(message: string, { graph, shape, parameter, value }: Constraint): string {
  return message.replace(/\{[$?](\w+)\}/g, (whole, name: string) => {
    const named = sh.namespace + name;
    const found = named === parameter ? value : graph.object(shape, named);
    return found === undefined ? whole : parameterText(graph, found);
  });
}
