import { type RDF, rdf, sh } from '../rdf/index.ts';
import { isInstance } from './class-hierarchy.ts';
import { compareLiterals } from './compare-literals.ts';
import type { Admits } from './part.ts';
import { isTrue, type ShapeGraph } from './shape-graph.ts';
import { distinctTerms, sameTerm, termKey } from './term-keys.ts';
import { tooFar } from './too-costly.ts';
import { type CompiledShape, componentIri, type Visit } from './visit.ts';

/** What a component is compiled with. */
export interface ComponentTools {
  readonly graph: ShapeGraph;
  /** Another shape of the graph, whole; compiled when it first judges. */
  readonly shapeOf: (term: RDF.Term) => CompiledShape;
  /** A shape of which only the part is asked that is judged. */
  readonly partOf: (term: RDF.Term) => CompiledShape;
  /** Whether a constraint belongs to the part that is judged. */
  readonly admits: Admits;
}

/** Judges all value nodes of a shape together. */
export type Judgement = (visit: Visit) => void;

/** A constraint component that looks at more than one value: compiled once for each value of its parameter. */
export interface JudgingComponent {
  /** Only on property shapes; on others SHACL gives it no meaning. */
  readonly ofProperties?: boolean;
  compile(parameter: RDF.Term, shape: RDF.Term, tools: ComponentTools): Judgement | undefined;
}

/** Components that take the place of the engine's own; a row says what those answer wrongly. */
export const JUDGING_COMPONENTS: Readonly<Record<string, JudgingComponent>> = {
  // The engine crashes on two of them.
  [sh.hasValue]: { compile: hasValue },
  // The engine counts tags with their case, and is silent where the parameter is written `1`.
  [sh.uniqueLang]: { compile: uniqueLang, ofProperties: true },
  // The engine reads subclass statements of the shapes graph only.
  [sh.class]: { compile: ofClass },
  // The engine takes the end of an inverse path for an allowed predicate, and tells one object of several.
  [sh.closed]: { compile: closed },
  // The engine crashes on two of them, and tells one difference of several on a node shape.
  [sh.equals]: { compile: equals },
  // The engine asks the size of the matches, which not every dataset knows.
  [sh.disjoint]: { compile: disjoint },
  // The engine compares by JavaScript: text by locale, long numbers rounded.
  [sh.lessThan]: { compile: ordered('LessThan', (order) => order < 0), ofProperties: true },
  [sh.lessThanOrEquals]: { compile: ordered('LessThanOrEquals', (order) => order <= 0), ofProperties: true },
};

function hasValue(parameter: RDF.Term): Judgement {
  return (visit) => {
    if (!visit.values.terms.some((value) => sameTerm(value, parameter)))
      visit.report(componentIri('HasValue'), { parameter });
  };
}

function uniqueLang(parameter: RDF.Term): Judgement | undefined {
  if (!isTrue(parameter)) return undefined;
  return (visit) => {
    for (const _ of repeatedLanguages(visit.values.terms)) visit.report(componentIri('UniqueLang'), {});
  };
}

/** Languages that occur more than once among values, whatever the case of their tags. */
function repeatedLanguages(values: readonly RDF.Term[]): string[] {
  if (values.length < 2) return [];
  const counts = new Map<string, number>();
  for (const value of values) {
    const language = value.termType === 'Literal' ? value.language.toLowerCase() : '';
    if (language !== '') counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([language]) => language);
}

function ofClass(parameter: RDF.Term): Judgement {
  return (visit) => {
    const { data, superclasses } = visit.world;
    for (const value of visit.values.terms)
      if (!isInstance(value, parameter.value, data, superclasses))
        visit.report(componentIri('Class'), { value, parameter });
  };
}

/** SHACL 4.8.1: only predicates that are a property shape's whole path, or are listed, may be used. */
function closed(parameter: RDF.Term, shape: RDF.Term, { graph }: ComponentTools): Judgement | undefined {
  if (!isTrue(parameter)) return undefined;
  const paths = graph.objects(shape, sh.property).flatMap((property) => graph.objects(property, sh.path));
  const ignored = graph.object(shape, sh.ignoredProperties);
  const allowed = new Set(
    [...paths, ...((ignored && graph.list(ignored)) ?? [])]
      .filter(({ termType, value }) => termType === 'NamedNode' && value !== rdf.nil)
      .map(({ value }) => value),
  );
  return (visit) => {
    for (const node of visit.values.terms)
      for (const [predicate, objects] of visit.world.data.statementsOf(node))
        if (!allowed.has(predicate)) reportClosed(visit, predicate, objects);
  };
}

function reportClosed(visit: Visit, predicate: string, objects: readonly RDF.Term[]): void {
  for (const value of distinctTerms(objects))
    visit.report(componentIri('Closed'), { path: { kind: 'predicate', iri: predicate }, value });
}

function equals(parameter: RDF.Term): Judgement {
  return (visit) => {
    const { terms } = visit.values;
    const others = distinctTerms(visit.world.data.objects(visit.focusNode, parameter.value));
    const lonely = [...without(terms, others), ...without(others, terms)];
    for (const value of lonely) visit.report(componentIri('Equals'), { value, parameter });
  };
}

/** The terms that are not among the others. */
function without(terms: readonly RDF.Term[], others: readonly RDF.Term[]): readonly RDF.Term[] {
  const keys = new Set(others.map(termKey));
  return terms.filter((term) => !keys.has(termKey(term)));
}

function disjoint(parameter: RDF.Term): Judgement {
  return (visit) => {
    const others = visit.world.data.objects(visit.focusNode, parameter.value);
    if (others.length === 0) return;
    const keys = new Set(others.map(termKey));
    for (const value of visit.values.terms)
      if (keys.has(termKey(value))) visit.report(componentIri('Disjoint'), { value, parameter });
  };
}

const MOST_PAIRS = 5_000_000;

/** One result for each pair that is not in order, or cannot be compared. */
function ordered(name: string, inOrder: (order: number) => boolean): JudgingComponent['compile'] {
  return (parameter) => (visit) => {
    const others = distinctTerms(visit.world.data.objects(visit.focusNode, parameter.value));
    if (visit.values.terms.length * others.length > MOST_PAIRS) throw tooFar();
    for (const value of visit.values.terms)
      for (const other of others) {
        const order = compared(value, other);
        if (order === undefined || !inOrder(order)) visit.report(componentIri(name), { value, parameter });
      }
  };
}

const compared = (left: RDF.Term, right: RDF.Term): number | undefined =>
  left.termType === 'Literal' && right.termType === 'Literal' ? compareLiterals(left, right) : undefined;
