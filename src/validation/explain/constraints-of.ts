import type { Bilingual } from '../../model/index.ts';
import { type RDF, sh } from '../../rdf/index.ts';
import { PARAMETERS, queryTest } from '../reach.ts';
import { askedShapes } from '../references.ts';
import { isActive, isTrue, type ShapeGraph } from '../shape-graph.ts';
import { TERM_RULES } from '../shape-terms.ts';
import { declaredComponents } from '../sparql/components.ts';
import { sameTerm } from '../term-keys.ts';
import { componentIri, type Finding } from '../visit.ts';
import { constraintPhrase } from './constraint-phrases.ts';
import type { ConstraintVerdict } from './explanation.ts';

/** A constraint of a shape, what the engine found of it in one node, and the shapes that it asks. */
export interface TriedConstraint extends Pick<ConstraintVerdict, 'parameter' | 'asks' | 'outcome'> {
  readonly found: readonly Finding[];
  readonly asked: readonly RDF.Term[];
}

/**
 * Every constraint of a shape but `sh:property`, with its findings. Findings that belong to none come last: nothing that
 * was found is left out.
 */
export type ConstraintReader = (shape: RDF.Term, found: readonly Finding[]) => readonly TriedConstraint[];

/** @param isAnswered whether constraints in SPARQL were asked */
export function createConstraintReader(graph: ShapeGraph, isAnswered: boolean): ConstraintReader {
  const isQuery = queryTest(graph);
  const componentsOf = createComponentFinder(graph);
  const triedOf = (quad: RDF.Quad, found: readonly Finding[]): TriedConstraint => {
    const { predicate, object } = quad;
    const own = found.filter((one) => isOf(one, quad, componentsOf(predicate.value)));
    const isTried = isQuery(predicate.value) ? isAnswered && !isOff(object, graph) : hasMeaning(quad, graph);
    return {
      parameter: predicate.value,
      asks: constraintPhrase(graph, quad),
      outcome: own.length > 0 ? 'violated' : isTried ? 'kept' : 'not-tried',
      found: own,
      asked: askedShapes(predicate.value, object, graph),
    };
  };
  return (shape, found) => {
    const declared = graph.quads
      .match(shape)
      .filter((quad) => isConstraint(quad) || isQuery(quad.predicate.value))
      .map((quad) => triedOf(quad, found));
    const told = new Set(declared.flatMap((one) => one.found));
    const others = Map.groupBy(
      found.filter((one) => !told.has(one)),
      ({ component }) => component,
    );
    return [...declared, ...[...others].map(([component, own]) => undeclared(component, own))];
  };
}

/** `sh:uniqueLang false` and `sh:closed false` ask nothing. */
export function isConstraint({ predicate: { value: name }, object }: RDF.Quad): boolean {
  if (name === sh.uniqueLang || name === sh.closed) return isTrue(object);
  return name !== sh.property && PARAMETERS.has(name);
}

const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  [sh.qualifiedValueShape]: ['QualifiedMinCount', 'QualifiedMaxCount'].map(componentIri),
  [sh.sparql]: [componentIri('SPARQL')],
};

/** IRIs of the components by which results name the constraints of a parameter. */
export function createComponentFinder(graph: ShapeGraph): (parameter: string) => readonly string[] {
  const declared = Map.groupBy(
    declaredComponents(graph).flatMap(({ component, parameters }) =>
      parameters.map(({ property }) => ({ property, component: component.value })),
    ),
    ({ property }) => property,
  );
  return (parameter) => {
    const name = parameter.slice(sh.namespace.length);
    const own = componentIri(name.slice(0, 1).toUpperCase() + name.slice(1));
    return SEVERAL[parameter] ?? declared.get(parameter)?.map(({ component }) => component) ?? [own];
  };
}

/** Where a parameter has several values, findings tell which. */
function isOf(
  { component, parameter, sourceConstraint }: Finding,
  { predicate, object }: RDF.Quad,
  components: readonly string[],
): boolean {
  if (!components.includes(component)) return false;
  if (predicate.value === sh.qualifiedValueShape) return true;
  const said = sourceConstraint ?? parameter;
  return said === undefined || sameTerm(said, object);
}

/** Parameters of property shapes alone say nothing on others. */
function hasMeaning({ subject, predicate }: RDF.Quad, graph: ShapeGraph): boolean {
  const rule = TERM_RULES[predicate.value];
  return rule !== undefined && (!rule.ofProperties || graph.objects(subject, sh.path).length > 0);
}

const isOff = (constraint: RDF.Term, graph: ShapeGraph): boolean =>
  constraint.termType !== 'Literal' && !isActive(graph, constraint);

function undeclared(component: string, found: readonly Finding[]): TriedConstraint {
  const asks: Bilingual = { fr: 'autre contrainte', en: 'other constraint' };
  return { parameter: component, asks, outcome: 'violated', found, asked: [] };
}
