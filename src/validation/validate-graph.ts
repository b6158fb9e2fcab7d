import type { Bilingual, Complaint } from '../model/index.ts';
import type { RDF } from '../rdf/index.ts';
import { checkShapes, type Reading } from './check-shapes.ts';
import { findInGraph } from './find-in-graph.ts';
import { createMessageFinder, type MessageFinder } from './present.ts';
import { ShapeGraph, type ShapesFile } from './shape-graph.ts';
import { requireSoundness } from './soundness.ts';
import type { Finding } from './visit.ts';

/** One `sh:ValidationResult`, in terms of the graphs; IRIs are full. */
export interface GraphResult extends Omit<Finding, 'details'> {
  readonly message: Bilingual;
  /** What the shapes inside `sh:node`, `sh:or` and their kin found (`sh:detail`). */
  readonly details: readonly GraphResult[];
}

/** Every result, or why the shapes cannot be applied as they are written. */
export type ValidatedGraph =
  | {
      readonly kind: 'validated';
      /** As SHACL has it: no result at all, whatever the severity. Decide by severity instead. */
      readonly conforms: boolean;
      readonly results: readonly GraphResult[];
    }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

export interface GraphToValidate {
  readonly shapes: readonly ShapesFile[];
  readonly data: readonly RDF.Quad[];
  /** Statements whose `rdfs:subClassOf` count beside those of shapes and data. */
  readonly ontologies?: readonly RDF.Quad[];
  /** `house` unless given: see `Reading`. */
  readonly reading?: Reading;
}

/**
 * Validates a whole graph in memory (SHACL 1.0 core, https://www.w3.org/TR/shacl/). Every focus node is judged once by
 * every shape that targets it; a property shape reached by two ways speaks twice, as the W3C suite has it.
 */
export function validateGraph({ shapes, data, ontologies = [], reading }: GraphToValidate): ValidatedGraph {
  requireSoundness();
  const graph = new ShapeGraph(shapes);
  const complaints = checkShapes(graph, reading);
  if (complaints.length > 0) return { kind: 'refused', complaints };
  const resultOf = createMessenger(createMessageFinder(graph));
  const results = findInGraph({ graph, data, ontologies }).map(resultOf);
  return { kind: 'validated', conforms: results.length === 0, results };
}

/** Findings that several others have for a reason are made results once. */
function createMessenger(messageFor: MessageFinder): (finding: Finding) => GraphResult {
  const known = new Map<Finding, GraphResult>();
  const resultOf = (finding: Finding): GraphResult => {
    const { details = [] } = finding;
    const made = known.get(finding) ?? {
      ...finding,
      message: messageFor(finding),
      details: details.map(resultOf),
    };
    known.set(finding, made);
    return made;
  };
  return resultOf;
}
