import type { Complaint } from '../../model/index.ts';
import { compactIri, type RDF, sh } from '../../rdf/index.ts';
import type { Reading } from '../reading.ts';
import { complainOf } from '../shape-complaint.ts';
import type { ShapeGraph, ShapeStatement } from '../shape-graph.ts';
import {
  type ComponentParameter,
  type DeclaredComponent,
  declaredComponents,
  validatorFor,
} from './components.ts';

/** Components that would conform in silence, or whose parameters have several values at once. */
export function componentComplaints(graph: ShapeGraph, reading: Reading): readonly Complaint[] {
  return declaredComponents(graph).flatMap((declared) => [
    ...(reading === 'house' ? withoutRequired(declared, graph) : []),
    ...usesOf(declared, graph).flatMap((use) => [
      ...severalValues(declared, use, graph),
      ...(reading === 'house' ? unapplied(declared, use, graph) : []),
    ]),
  ]);
}

/** A statement by which a shape gives a parameter. */
interface Use {
  readonly parameter: ComponentParameter;
  readonly statement: ShapeStatement;
}

function usesOf({ parameters }: DeclaredComponent, graph: ShapeGraph): readonly Use[] {
  return parameters.flatMap((parameter) =>
    graph.statements
      .filter(({ quad }) => quad.predicate.value === parameter.property && isShape(quad.subject, graph))
      .map((statement) => ({ parameter, statement })),
  );
}

/** Data may have the same properties as shapes, in the same file. */
const isShape = (node: RDF.Term, graph: ShapeGraph): boolean =>
  graph.quads
    .match(node)
    .some(({ predicate, object }) =>
      [predicate.value, object.value].some((name) => name.startsWith(sh.namespace)),
    );

function withoutRequired({ component, parameters }: DeclaredComponent, graph: ShapeGraph): Complaint[] {
  const statement = graph.statements.find(({ quad }) => quad.subject.equals(component));
  if (!statement || parameters.some(({ optional }) => !optional)) return [];
  return [
    complainOf(statement, sh.parameter, {
      found: {
        fr: `Le composant ${compactIri(component.value)} n’a pas de paramètre obligatoire : rien ne l’appliquerait.`,
        en: `The component ${compactIri(component.value)} has no required parameter: nothing would apply it.`,
      },
      remedy: {
        fr: 'Donnez-lui un sh:parameter [ sh:path … ] sans sh:optional.',
        en: 'Give it an sh:parameter [ sh:path … ] without sh:optional.',
      },
    }),
  ];
}

function severalValues({ parameters }: DeclaredComponent, use: Use, graph: ShapeGraph): Complaint[] {
  const { statement, parameter } = use;
  if (parameters.length < 2 || graph.objects(statement.quad.subject, parameter.property).length < 2)
    return [];
  const name = compactIri(parameter.property);
  return [
    complainOf(statement, parameter.property, {
      found: {
        fr: `Une même forme a plusieurs ${name}, dont le composant a plusieurs paramètres.`,
        en: `One shape has several ${name}, whose component has several parameters.`,
      },
      remedy: {
        fr: 'N’en gardez qu’un par forme ; écrivez une seconde forme pour l’autre.',
        en: 'Keep one a shape; write a second shape for the other.',
      },
    }),
  ];
}

function unapplied({ component, parameters }: DeclaredComponent, use: Use, graph: ShapeGraph): Complaint[] {
  const { statement, parameter } = use;
  const shape = statement.quad.subject;
  const missing = parameters.find(
    ({ optional, property }) => !optional && graph.objects(shape, property).length === 0,
  );
  const name = compactIri(parameter.property);
  if (missing)
    return [
      complainOf(statement, parameter.property, {
        found: {
          fr: `${name} est sans ${compactIri(missing.property)} : le composant ne serait pas appliqué.`,
          en: `${name} is without ${compactIri(missing.property)}: the component would not be applied.`,
        },
        remedy: {
          fr: `Ajoutez ${compactIri(missing.property)}, ou retirez ${name}.`,
          en: `Add ${compactIri(missing.property)}, or take ${name} out.`,
        },
      }),
    ];
  const isProperty = graph.objects(shape, sh.path).length > 0;
  if (validatorFor(component, isProperty, graph)) return [];
  return [
    complainOf(statement, parameter.property, {
      found: {
        fr: `Le composant de ${name} n’a pas de validateur pour une forme ${isProperty ? 'avec' : 'sans'} sh:path.`,
        en: `The component of ${name} has no validator for a shape ${isProperty ? 'with' : 'without'} sh:path.`,
      },
      remedy: {
        fr: `Donnez-lui un ${isProperty ? 'sh:propertyValidator' : 'sh:nodeValidator'} ou un sh:validator.`,
        en: `Give it an ${isProperty ? 'sh:propertyValidator' : 'sh:nodeValidator'} or an sh:validator.`,
      },
    }),
  ];
}
