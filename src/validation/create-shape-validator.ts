import type { EngineResult } from 'shacl-engine';
import type {
  Bilingual,
  Complaint,
  ResourceStar,
  Severity,
  ShapeResult,
  ShapeValidator,
} from '../model/index.ts';
import { parseLines, type RDF, sh, termText } from '../rdf/index.ts';
import { checkShapes } from './check-shapes.ts';
import { createEngine, type Engine } from './engine.ts';
import { messageOf } from './messages.ts';
import { QuadSet } from './quad-set.ts';
import { ShapeGraph, type ShapesFile } from './shape-graph.ts';
import { createTargetFinder, type TargetFinder } from './targets.ts';

/** A validator, or everything that keeps the shapes from being applied as they are written. */
export type CreatedShapeValidator =
  | { readonly kind: 'ready'; readonly validator: ShapeValidator }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

const SEVERITIES: Readonly<Record<string, Severity>> = {
  [sh.Violation]: 'violation',
  [sh.Warning]: 'warning',
  [sh.Info]: 'info',
};

/**
 * Compiles shapes files to one validator (SHACL 1.0 core; the terms of `shape-terms.ts`). A term that would not be
 * applied is a complaint, never silence.
 * @param ontologies statements whose `rdfs:subClassOf` widen class targets
 */
export function createShapeValidator({
  shapes,
  ontologies = [],
}: {
  readonly shapes: readonly ShapesFile[];
  readonly ontologies?: readonly RDF.Quad[];
}): CreatedShapeValidator {
  const graph = new ShapeGraph(shapes);
  const complaints = checkShapes(graph);
  if (complaints.length > 0) return { kind: 'refused', complaints };
  const tools: Tools = {
    engine: createEngine(graph),
    findTargets: createTargetFinder(graph, ontologies),
    present: createPresenter(graph),
  };
  return { kind: 'ready', validator: { validate: (stars) => validateStars(stars, tools) } };
}

interface Tools {
  readonly engine: Engine;
  readonly findTargets: TargetFinder;
  readonly present: (result: EngineResult, thing: string) => ShapeResult;
}

async function validateStars(stars: readonly ResourceStar[], tools: Tools): Promise<ShapeResult[]> {
  const results: ShapeResult[] = [];
  for (const star of stars) results.push(...(await validateStar(star, tools)));
  return results;
}

/** A property shape that several shapes share speaks once of each fault of a thing. */
async function validateStar({ iri, lines }: ResourceStar, tools: Tools): Promise<ShapeResult[]> {
  const quads = parseLines(lines);
  const dataset = new QuadSet(quads);
  const said = new Map<string, ShapeResult[]>();
  for (const { shape, focusNodes } of tools.findTargets(quads)) {
    const found = await tools.engine(dataset, focusNodes, shape);
    const byFault = Map.groupBy(found, faultOf);
    for (const [fault, results] of byFault)
      if (!said.has(fault))
        said.set(
          fault,
          results.map((result) => tools.present(result, iri)),
        );
  }
  return [...said.values()].flat();
}

function faultOf({ shape, constraintComponent, focusNode, value }: EngineResult): string {
  const terms = [...shape.ptr.terms, constraintComponent, ...focusNode.terms, ...(value?.terms ?? [])];
  return terms.map(termText).join(' ');
}

/** Turns the engine's results into the platform's: named shapes, sentences in both languages. */
function createPresenter(graph: ShapeGraph): Tools['present'] {
  const messages = new Map<string, Bilingual>();
  return (result, thing) => {
    const [shape] = result.shape.ptr.terms;
    const [focusNode] = result.focusNode.terms;
    if (!shape || !focusNode) throw new TypeError('A result of the engine has no shape or no focus node.');
    const component = result.constraintComponent.value.slice(sh.namespace.length);
    const key = `${termText(shape)} ${component}`;
    const message = messages.get(key) ?? messageOf(graph, shape, component);
    messages.set(key, message);
    const path = result.shape.path?.[0]?.predicates[0]?.value;
    const value = result.value?.terms[0]?.value;
    return {
      thing,
      focusNode: focusNode.value,
      shape: shapeName(graph, shape),
      component,
      severity: SEVERITIES[result.severity.value] ?? 'violation',
      ...(path === undefined ? {} : { path }),
      ...(value === undefined ? {} : { value }),
      message,
    };
  };
}

/** The shape's IRI, or that of the shape that holds an anonymous one. */
function shapeName(graph: ShapeGraph, shape: RDF.Term): string {
  if (shape.termType === 'NamedNode') return shape.value;
  const [holder] = graph.quads.match(null, null, shape);
  return holder ? shapeName(graph, holder.subject) : shape.value;
}
