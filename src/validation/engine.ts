/// <reference path="./shacl-engine.d.ts" />
import { type CompiledComponent, type EngineResult, type EngineShape, Validator } from 'shacl-engine';
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
import {
  repeatedLanguages,
  UNIQUE_LANG_COMPONENT,
  VALUE_COMPONENTS,
  type ValueComponent,
} from './components.ts';
import type { QuadSet } from './quad-set.ts';
import type { ShapeGraph } from './shape-graph.ts';

/** Judges focus nodes of a small dataset by one shape; nothing is remembered from one call to the next. */
export type Engine = (
  dataset: QuadSet,
  focusNodes: readonly RDF.Term[],
  shape: RDF.Term,
) => Promise<readonly EngineResult[]>;

const FACTORY = { namedNode, blankNode, literal, quad, defaultGraph, variable };

/**
 * shacl-engine 1.1.2 with components of our own in the places where it answers wrongly. Its memo of shapes and focus
 * nodes already seen lives as long as one call of `validate`: one call judges one shape on the nodes of one thing.
 */
export function createEngine(graph: ShapeGraph): Engine {
  const validator = new Validator(graph.quads, { factory: FACTORY, validations: overrides(graph) });
  return async (dataset, focusNodes, shape) =>
    (await validator.validate({ dataset, terms: focusNodes }, [{ terms: [shape] }])).results;
}

function overrides(graph: ShapeGraph): [RDF.Term, (shape: EngineShape) => CompiledComponent | null][] {
  const values = Object.entries(VALUE_COMPONENTS).map(
    ([parameter, row]): [RDF.Term, (shape: EngineShape) => CompiledComponent] => [
      iri(parameter),
      (shape) => compiled(shape, parameter, row, graph),
    ],
  );
  return [...values, [iri(sh.uniqueLang), (shape) => uniqueLang(shape, graph)]];
}

function compiled(
  { ptr }: EngineShape,
  parameter: string,
  row: ValueComponent,
  graph: ShapeGraph,
): CompiledComponent {
  const shape = onlyTerm(ptr.terms);
  const component = iri(row.component);
  const test = row.compile(onlyTerm(graph.objects(shape, parameter)), shape, graph);
  return {
    generic: (context) => {
      if (!test(onlyTerm(context.valueOrNode.terms)))
        context.violation(component, { value: context.valueOrNode });
    },
  };
}

/** The engine counts tags with their case, and is silent where the parameter is written `1`. */
function uniqueLang({ ptr }: EngineShape, graph: ShapeGraph): CompiledComponent | null {
  const asked = graph.object(onlyTerm(ptr.terms), sh.uniqueLang)?.value;
  if (asked !== 'true' && asked !== '1') return null;
  return {
    property: (context) => {
      for (const _ of repeatedLanguages(context.values.terms))
        context.violation(iri(UNIQUE_LANG_COMPONENT), {});
    },
  };
}

function onlyTerm(terms: readonly RDF.Term[]): RDF.Term {
  const [term] = terms;
  if (!term) throw new TypeError('A pointer of the engine, or a parameter of a shape, has no term.');
  return term;
}
