import { type RDF, rdf, sh } from '../../rdf/index.ts';
import { createSuperclasses } from '../class-hierarchy.ts';
import { isTrue, type ShapeGraph } from '../shape-graph.ts';

/** A parameter of a constraint component (SHACL 6.2.1). */
export interface ComponentParameter {
  /** The property by which shapes give its value. */
  readonly property: string;
  /** The variable that has its value. */
  readonly name: string;
  readonly optional: boolean;
}

/** A constraint component that a shapes graph declares (SHACL 6). */
export interface DeclaredComponent {
  readonly component: RDF.Term;
  readonly parameters: readonly ComponentParameter[];
}

/** Every instance of `sh:ConstraintComponent`, its subclasses included. */
export function declaredComponents(graph: ShapeGraph): readonly DeclaredComponent[] {
  const superclasses = createSuperclasses([...graph.quads]);
  const instances = [...graph.quads]
    .filter(
      ({ predicate, object }) =>
        predicate.value === rdf.type && superclasses(object.value).has(sh.ConstraintComponent),
    )
    .map(({ subject }) => subject);
  return [...new Map(instances.map((one) => [one.value, one])).values()].map((component) => ({
    component,
    parameters: graph.objects(component, sh.parameter).flatMap((node) => parameterOf(node, graph)),
  }));
}

function parameterOf(node: RDF.Term, graph: ShapeGraph): ComponentParameter[] {
  const property = graph.object(node, sh.path)?.value;
  const name = property === undefined ? undefined : parameterName(property);
  if (property === undefined || name === undefined) return [];
  return [{ property, name, optional: graph.objects(node, sh.optional).some(isTrue) }];
}

/** The end of the IRI that is a name; undefined where it cannot be that of a variable. */
export const parameterName = (property: string): string | undefined =>
  /[\p{L}_][\p{L}\p{N}_]*$/u.exec(property)?.[0];

/** Values for one application of a component to a shape: none where a required one is missing. */
export function applications(
  { parameters }: DeclaredComponent,
  shape: RDF.Term,
  graph: ShapeGraph,
): readonly ReadonlyMap<string, RDF.Term>[] {
  const required = parameters.filter(({ optional }) => !optional);
  const [first, ...others] = required;
  if (!first || others.some(({ property }) => graph.objects(shape, property).length === 0)) return [];
  const beside = parameters
    .filter((one) => one !== first)
    .flatMap(({ name, property }): [string, RDF.Term][] => {
      const value = graph.object(shape, property);
      return value ? [[name, value]] : [];
    });
  return graph.objects(shape, first.property).map((value) => new Map([[first.name, value], ...beside]));
}

/** The validator that SHACL 6.2.3 chooses for a shape with or without a path. */
export const validatorFor = (
  component: RDF.Term,
  isProperty: boolean,
  graph: ShapeGraph,
): RDF.Term | undefined =>
  graph.object(component, isProperty ? sh.propertyValidator : sh.nodeValidator) ??
  graph.object(component, sh.validator);

export const VALIDATORS: readonly string[] = [sh.validator, sh.nodeValidator, sh.propertyValidator];
