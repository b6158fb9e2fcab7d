import { type Bilingual, LANGUAGES, type ShapeResult, type ShapeResultDetail } from '../model/index.ts';
import { type RDF, sh, termText } from '../rdf/index.ts';
import { componentName, inLanguage, parameterOf } from './messages.ts';
import { pathName } from './path-name.ts';
import { REASONS, SOME_REASON } from './reasons.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { dependsOnValue, suggestionsFor } from './suggestions.ts';
import { termKey } from './term-keys.ts';
import type { Finding } from './visit.ts';

/** What helps to understand and correct a finding. */
export type Advice = Pick<ShapeResult, 'why' | 'suggestions' | 'details'>;

type MessageFinder = (finding: Finding) => Bilingual;

const MOST_DETAILS = 20;
const DEEPEST = 6;
const MOST_SUGGESTIONS = 3;
/** Comparisons with members of closed lists in all: a long list and a hundred thousand faults would have no end. */
const MOST_COMPARED = 200_000;

/** Makes advice from the shapes; what one constraint has to say of all values is said once. */
export function createAdviser(graph: ShapeGraph, messageOf: MessageFinder): (finding: Finding) => Advice {
  const reasonOf = createReasonFinder(graph);
  const suggest = createSuggester(graph);
  return (finding) => {
    const inner = innermost(finding);
    const suggestions = [...new Set([finding, ...inner].flatMap(suggest))].slice(0, MOST_SUGGESTIONS);
    const details = inner.map((one) => detailOf(one, messageOf));
    return {
      why: reasonOf(finding),
      ...(suggestions.length > 0 ? { suggestions } : {}),
      ...(details.length > 0 ? { details } : {}),
    };
  };
}

/** The shape's own description by language, else why such constraints exist. */
function createReasonFinder(graph: ShapeGraph): (finding: Finding) => Bilingual {
  const known = new Map<string, Bilingual>();
  return ({ shape, component }) => {
    const key = `${termKey(shape)} ${component}`;
    const reason = known.get(key) ?? reasonOf(graph, shape, parameterName(component));
    known.set(key, reason);
    return reason;
  };
}

function reasonOf(graph: ShapeGraph, shape: Finding['shape'], parameter: string): Bilingual {
  const descriptions = graph.objects(shape, sh.description);
  const usual = REASONS[parameter] ?? SOME_REASON;
  const texts = LANGUAGES.map((language) => [
    language,
    inLanguage(descriptions, language) ?? usual[language],
  ]);
  return Object.fromEntries(texts) as Bilingual;
}

const parameterName = (component: string): string => parameterOf(componentName(component));

/** A constraint of which something is known: its parameter, and what it suggests whatever the value. */
interface Constraint {
  readonly name: string;
  readonly parameter: RDF.Term;
  readonly members: readonly RDF.Term[];
  readonly always?: readonly string[];
  /** Value → suggestions. */
  readonly known: Map<string, readonly string[]>;
}

const NOTHING: readonly string[] = [];

function createSuggester(graph: ShapeGraph): (finding: Finding) => readonly string[] {
  const constraints = new Map<string, Constraint | undefined>();
  let left = MOST_COMPARED;
  return (finding) => {
    const { shape, component, parameter, value } = finding;
    const key = `${termKey(shape)} ${component} ${parameter ? termKey(parameter) : ''}`;
    if (!constraints.has(key)) constraints.set(key, constraintOf(finding, graph));
    const constraint = constraints.get(key);
    if (constraint === undefined) return NOTHING;
    if (constraint.always) return constraint.always;
    const before = constraint.known.get(value ? termKey(value) : '');
    if (before) return before;
    left -= constraint.members.length;
    if (left < 0) return NOTHING;
    const found = suggestionsFor(constraint.name, { ...constraint, shape, value }, graph);
    constraint.known.set(value ? termKey(value) : '', found);
    return found;
  };
}

function constraintOf({ shape, component, parameter }: Finding, graph: ShapeGraph): Constraint | undefined {
  const name = parameterName(component);
  const asked = parameter ?? graph.object(shape, name);
  if (asked === undefined) return undefined;
  const constraint = { name, parameter: asked, members: graph.list(asked) ?? [], known: new Map() };
  if (dependsOnValue(name)) return constraint;
  return { ...constraint, always: suggestionsFor(name, { ...constraint, shape, value: undefined }, graph) };
}

/** What shapes inside found, without those that only pass it on; bounded, because shared parts can repeat for ever. */
function innermost({ details = [] }: Finding): readonly Finding[] {
  const found: Finding[] = [];
  const collect = (findings: readonly Finding[], depth: number): void => {
    for (const one of findings) {
      if (found.length === MOST_DETAILS) return;
      if (one.details?.length && depth < DEEPEST) collect(one.details, depth + 1);
      else found.push(one);
    }
  };
  collect(details, 1);
  return found;
}

function detailOf(finding: Finding, messageOf: MessageFinder): ShapeResultDetail {
  const { focusNode, component, path, value } = finding;
  return {
    focusNode: focusNode.value,
    component: componentName(component),
    ...(path === undefined ? {} : { path: pathName(path) }),
    ...(value === undefined ? {} : { value: value.value }),
    message: messageOf(finding),
  };
}

/** The value as N-Triples writes it, where there is one. */
export const valueAndTerm = ({ value }: Finding): Pick<ShapeResult, 'value' | 'term'> =>
  value === undefined ? {} : { value: value.value, term: termText(value) };
