import { type RDF, sh } from '../rdf/index.ts';
import type { ComponentTools, Judgement, JudgingComponent } from './judging-components.ts';
import { isTrue } from './shape-graph.ts';
import { termKey } from './term-keys.ts';
import {
  type CompiledShape,
  componentIri,
  type Finding,
  faultsOf,
  type Inquiry,
  judge,
  type Visit,
} from './visit.ts';

/**
 * Components that ask other shapes. The engine answers a second question about a shape and a node with silence, which
 * reads as “conforms”; here every question is answered anew, and recursive shapes are refused before.
 */
export const SHAPE_COMPONENTS: Readonly<Record<string, JudgingComponent>> = {
  [sh.property]: { compile: property },
  // The engine takes a custom severity for no result.
  [sh.node]: { compile: node },
  // The engine crashes on two of them.
  [sh.not]: { compile: not },
  // The engine merges two lists on one shape.
  [sh.and]: { compile: among('And', (conforming, all) => conforming === all) },
  [sh.or]: { compile: among('Or', (conforming) => conforming > 0) },
  [sh.xone]: { compile: among('Xone', (conforming) => conforming === 1) },
  // Inside another property shape the engine judges the value of that one; and it leaves a value out only where it
  // conforms to all sibling shapes, of which one is enough.
  [sh.qualifiedValueShape]: { compile: qualified, ofProperties: true },
};

/** On a node shape the inner shape judges the same node, so that it is asked for the same part. */
function property(
  parameter: RDF.Term,
  shape: RDF.Term,
  { graph, shapeOf, partOf }: ComponentTools,
): Judgement {
  const isSameNode = graph.object(shape, sh.path) === undefined;
  const inner = isSameNode ? partOf(parameter) : shapeOf(parameter);
  // What several ways lead to is judged once: else the ways double with each level.
  if (!isSameNode)
    return (visit) => {
      for (const value of visit.values.terms)
        for (const finding of faultsOf(inner, value, visit.world)) visit.add(finding);
    };
  return (visit) => {
    if (inner.components.length === 0) return;
    for (const value of visit.values.terms) judge(inner, value, visit.world, visit.findings);
  };
}

function node(parameter: RDF.Term, _shape: RDF.Term, { shapeOf }: ComponentTools): Judgement {
  const inner = shapeOf(parameter);
  return (visit) => {
    for (const value of visit.values.terms) {
      const details = faultsOf(inner, value, visit.world);
      if (details.length > 0) visit.report(componentIri('Node'), { value, parameter, details });
    }
  };
}

function not(parameter: RDF.Term, _shape: RDF.Term, { shapeOf }: ComponentTools): Judgement {
  const inner = shapeOf(parameter);
  return (visit) => {
    for (const value of visit.values.terms)
      if (conforms(inner, value, visit.world)) visit.report(componentIri('Not'), { value, parameter });
  };
}

const conforms = (shape: CompiledShape, value: RDF.Term, inquiry: Inquiry): boolean =>
  faultsOf(shape, value, inquiry).length === 0;

/** A list of shapes, of which a certain number have to be conformed to. */
function among(
  name: string,
  holds: (conforming: number, all: number) => boolean,
): JudgingComponent['compile'] {
  return (parameter, _shape, { graph, shapeOf }) => {
    const members = (graph.list(parameter) ?? []).map(shapeOf);
    return (visit) => {
      for (const value of visit.values.terms) {
        const found = members.map((member) => faultsOf(member, value, visit.world));
        const conforming = found.filter((faults) => faults.length === 0).length;
        if (!holds(conforming, members.length))
          visit.report(componentIri(name), { value, parameter, details: found.flat() });
      }
    };
  };
}

/** SHACL 4.7.3: values that conform to the shape, and to no sibling where they are to be disjoint, are counted. */
function qualified(parameter: RDF.Term, shape: RDF.Term, tools: ComponentTools): Judgement {
  const { graph, shapeOf } = tools;
  const wanted = shapeOf(parameter);
  const siblings = siblingsOf(parameter, shape, tools);
  const least = graph.object(shape, sh.qualifiedMinCount);
  const most = graph.object(shape, sh.qualifiedMaxCount);
  return (visit) => {
    const details: Finding[] = [];
    const count = visit.values.terms.filter((value) => {
      const faults = faultsOf(wanted, value, visit.world);
      for (const fault of faults) details.push(fault);
      return faults.length === 0 && !siblings.some((sibling) => conforms(sibling, value, visit.world));
    }).length;
    if (least && count < Number(least.value)) report(visit, 'QualifiedMinCount', least, details);
    if (most && count > Number(most.value)) report(visit, 'QualifiedMaxCount', most, []);
  };
}

const report = (visit: Visit, name: string, parameter: RDF.Term, details: readonly Finding[]): void =>
  visit.report(componentIri(name), { parameter, details });

/** The qualified shapes of the property shapes beside this one. */
function siblingsOf(
  parameter: RDF.Term,
  shape: RDF.Term,
  { graph, shapeOf }: ComponentTools,
): readonly CompiledShape[] {
  const asked = graph.object(shape, sh.qualifiedValueShapesDisjoint);
  if (!asked || !isTrue(asked)) return [];
  const siblings = graph
    .subjects(sh.property, shape)
    .flatMap((parent) => graph.objects(parent, sh.property))
    .flatMap((sibling) => graph.objects(sibling, sh.qualifiedValueShape))
    .filter((sibling) => termKey(sibling) !== termKey(parameter));
  return [...new Map(siblings.map((sibling) => [termKey(sibling), sibling])).values()].map(shapeOf);
}
