/// <reference path="./shacl-engine.d.ts" />
import { type CompileComponent, type CompiledComponent, type EngineShape, Validator } from 'shacl-engine';
import {
  blankNode,
  defaultGraph,
  iri,
  literal,
  namedNode,
  quad,
  type RDF,
  sh,
  variable,
} from '../rdf/index.ts';
import { VALUE_COMPONENTS, type ValueComponent } from './components.ts';
import { type ComponentTools, JUDGING_COMPONENTS, type JudgingComponent } from './judging-components.ts';
import { admitsOf, type Part } from './part.ts';
import { parsePath } from './paths.ts';
import { SHAPE_COMPONENTS } from './shape-components.ts';
import { isActive, type ShapeGraph } from './shape-graph.ts';
import { createSparqlCompiler } from './sparql/compile.ts';
import { judgingBy } from './sparql/judging.ts';
import { termKey } from './term-keys.ts';
import { type CompiledShape, type Finding, judge, type Visit, type World } from './visit.ts';
import { compilePath } from './walk-path.ts';

/** Judges a focus node by a shape. Nothing is remembered from one call to the next. */
export type Engine = (shape: RDF.Term, focusNode: RDF.Term, world: World) => readonly Finding[];

const FACTORY = { namedNode, blankNode, literal, quad, defaultGraph, variable };

/**
 * shacl-engine 1.1.2: it reads the shapes and its registry compiles their constraints, with components of our own
 * wherever its answers are wrong (the tables say how). Walking from node to node is ours, because there the engine
 * remembers what it has already seen. Shapes have to be checked before (`check-shapes.ts`): recursive ones do not end.
 */
export function createEngine(graph: ShapeGraph, part: Part = 'all'): Engine {
  const shapeOf = createCompiler(graph, part);
  return (term, focusNode, world) => {
    const findings: Finding[] = [];
    const shape = shapeOf(term);
    judge(shape, focusNode, { ...world, found: new Map(), top: { shape, focusNode, findings } }, findings);
    return findings;
  };
}

type ShapeCompiler = (term: RDF.Term) => CompiledShape;

/** Compiles shapes when they are first asked for; those inside others whole, whatever the part. */
function createCompiler(graph: ShapeGraph, part: Part): ShapeCompiler {
  const known = new Map<string, CompiledShape>();
  const partOf: ShapeCompiler = (term) => {
    const key = termKey(term);
    const shape = known.get(key) ?? compileShape(term, graph, componentsOf);
    known.set(key, shape);
    return shape;
  };
  const shapeOf = part === 'all' ? partOf : lazy(() => createCompiler(graph, 'all'));
  const admits = admitsOf(part, graph);
  const componentsOf = createComponentCompiler({ graph, shapeOf, partOf, admits }, part);
  return partOf;
}

function lazy(create: () => ShapeCompiler): ShapeCompiler {
  let made: ShapeCompiler | undefined;
  return (term) => {
    made ??= create();
    return made(term);
  };
}

type ComponentCompiler = (shape: RDF.Term) => readonly CompiledComponent[];

function compileShape(term: RDF.Term, graph: ShapeGraph, componentsOf: ComponentCompiler): CompiledShape {
  const node = graph.object(term, sh.path);
  const path = node && parsePath(node, graph);
  let components: readonly CompiledComponent[] | undefined;
  return {
    term,
    severity: graph.object(term, sh.severity) ?? iri(sh.Violation),
    ...(path && { path, walk: compilePath(path) }),
    get components() {
      components ??= isActive(graph, term) ? componentsOf(term) : [];
      return components;
    },
  };
}

/** The engine's registry compiles each parameter of a shape, those in the tables by rows of our own. */
function createComponentCompiler(tools: ComponentTools, part: Part): ComponentCompiler {
  const { graph, admits } = tools;
  const validator = new Validator(graph.quads, { factory: FACTORY, validations: overrides(tools) });
  const { validations } = validator.registry;
  const sparql = createSparqlCompiler(graph);
  return (term) => {
    const shape = validator.shape(validator.shapesPtr.node([term]));
    const admitted = graph.quads.match(term).filter(admits);
    const parameters = new Set(shape ? admitted.map(({ predicate }) => predicate.value) : []);
    return [
      ...[...parameters].flatMap((parameter) => (shape && validations.get(iri(parameter))?.(shape)) ?? []),
      ...(part === 'own' ? [] : sparql(term)).map(judgingBy),
    ];
  };
}

function overrides(tools: ComponentTools): [RDF.Term, CompileComponent][] {
  const values = Object.entries(VALUE_COMPONENTS).map(([parameter, row]): [string, JudgingComponent] => [
    parameter,
    judgingValues(row),
  ]);
  const rows = [...values, ...Object.entries({ ...JUDGING_COMPONENTS, ...SHAPE_COMPONENTS })];
  return rows.map(([parameter, row]) => [iri(parameter), (shape) => compiled(shape, parameter, row, tools)]);
}

const judgingValues = ({ component, compile }: ValueComponent): JudgingComponent => ({
  compile: (parameter, shape, { graph }) => {
    const test = compile(parameter, shape, graph);
    return (visit) => {
      for (const value of visit.values.terms) if (!test(value)) visit.report(component, { value, parameter });
    };
  },
});

/** Every value of the parameter is a constraint of its own (SHACL 3.4.2). */
function compiled(
  { ptr }: EngineShape,
  parameter: string,
  row: JudgingComponent,
  tools: ComponentTools,
): CompiledComponent | null {
  const [shape] = ptr.terms;
  if (!shape) return null;
  const { graph, admits } = tools;
  const judgements = graph.quads
    .match(shape, iri(parameter))
    .filter(admits)
    .map(({ object }) => row.compile(object, shape, tools))
    .filter((judgement) => judgement !== undefined);
  const all = (visit: Visit): void => {
    for (const judgement of judgements) judgement(visit);
  };
  return row.ofProperties ? { property: all } : { node: all, property: all };
}
