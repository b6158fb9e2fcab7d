import type { Bilingual } from '../../model/index.ts';
import { type RDF, sh } from '../../rdf/index.ts';
import { PARAMETERS } from '../reach.ts';
import { askedShapes } from '../references.ts';
import { isTrue, type ShapeGraph } from '../shape-graph.ts';
import { TERM_RULES } from '../shape-terms.ts';
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
 * Every constraint of a shape but `sh:property`, with its findings. Findings that belong to none (components that other
 * statements make) come last: nothing that was found is left out.
 */
export function constraintsOf(
  shape: RDF.Term,
  found: readonly Finding[],
  graph: ShapeGraph,
): readonly TriedConstraint[] {
  const declared = graph.quads
    .match(shape)
    .filter(isConstraint)
    .map((quad): TriedConstraint => {
      const own = found.filter((one) => isOf(one, quad));
      return {
        parameter: quad.predicate.value,
        asks: constraintPhrase(graph, quad),
        outcome: outcomeOf(own, quad, graph),
        found: own,
        asked: askedShapes(quad.predicate.value, quad.object, graph),
      };
    });
  const told = new Set(declared.flatMap((one) => one.found));
  const others = Map.groupBy(
    found.filter((one) => !told.has(one)),
    ({ component }) => component,
  );
  return [...declared, ...[...others].map(([component, own]) => undeclared(component, own))];
}

/** `sh:uniqueLang false` and `sh:closed false` ask nothing. */
export function isConstraint({ predicate: { value: name }, object }: RDF.Quad): boolean {
  if (name === sh.uniqueLang || name === sh.closed) return isTrue(object);
  return name !== sh.property && PARAMETERS.has(name);
}

/** Asked of a store, not of nodes: what it finds is told where it is found. */
const SPARQL = `${sh.namespace}sparql`;

const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  [sh.qualifiedValueShape]: ['QualifiedMinCount', 'QualifiedMaxCount'].map(componentIri),
  [SPARQL]: [componentIri('SPARQL')],
};

/** Where a parameter has several values, findings tell which. */
function isOf({ component, parameter }: Finding, { predicate, object }: RDF.Quad): boolean {
  const name = predicate.value.slice(sh.namespace.length);
  const own = componentIri(name.slice(0, 1).toUpperCase() + name.slice(1));
  if (!(COMPONENTS[predicate.value] ?? [own]).includes(component)) return false;
  const isBound = predicate.value === sh.qualifiedValueShape;
  return isBound || parameter === undefined || sameTerm(parameter, object);
}

function outcomeOf(
  found: readonly Finding[],
  { subject, predicate }: RDF.Quad,
  graph: ShapeGraph,
): ConstraintVerdict['outcome'] {
  if (found.length > 0) return 'violated';
  if (predicate.value === SPARQL) return 'not-tried';
  const rule = TERM_RULES[predicate.value];
  const hasMeaning = rule && (!rule.ofProperties || graph.objects(subject, sh.path).length > 0);
  return hasMeaning ? 'kept' : 'not-tried';
}

function undeclared(component: string, found: readonly Finding[]): TriedConstraint {
  const asks: Bilingual = { fr: 'autre contrainte', en: 'other constraint' };
  return { parameter: component, asks, outcome: 'violated', found, asked: [] };
}
