import { type Bilingual, type Complaint, type GraphStore, RefusedInput } from '../model/index.ts';
import { isIri, type RDF } from '../rdf/index.ts';
import { checkShapes } from './check-shapes.ts';
import { type JudgedBy, judgeGraph } from './find-in-graph.ts';
import { createMessageFinder } from './present.ts';
import type { Reading } from './reading.ts';
import { shapeName } from './shape-complaint.ts';
import { ShapeGraph, type ShapesFile } from './shape-graph.ts';
import { requireSoundness } from './soundness.ts';
import { judgeGraphWithStore } from './sparql/judge-with-store.ts';
import type { Finding } from './visit.ts';

/** One `sh:ValidationResult`, in terms of the graphs; IRIs are full. */
export interface GraphResult extends Omit<Finding, 'details'> {
  readonly message: Bilingual;
  /** IRI of the shape, or of the one that holds it where it has none; absent where no holder has one either. */
  readonly shapeIri?: string;
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
      /** The same results by the shape whose target led to them; shapes that judged nothing too. */
      readonly judged: readonly JudgedShape[];
    }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/** A shape with a target, and its results. */
export interface JudgedShape {
  readonly shape: RDF.Term;
  /** The nodes that it judged, each once. */
  readonly focusNodes: readonly RDF.Term[];
  readonly results: readonly GraphResult[];
}

export interface GraphToValidate {
  readonly shapes: readonly ShapesFile[];
  readonly data: readonly RDF.Quad[];
  /** Statements whose `rdfs:subClassOf` count beside those of shapes and data. */
  readonly ontologies?: readonly RDF.Quad[];
  /** `house` unless given: see `Reading`. */
  readonly reading?: Reading;
  /** For IRIs in messages; the platform's unless given. */
  readonly prefixes?: Readonly<Record<string, string>>;
}

/**
 * Validates a whole graph in memory (SHACL 1.0 core, https://www.w3.org/TR/shacl/). Every focus node is judged once by
 * every shape that targets it; a property shape reached by two ways speaks twice, as the W3C suite has it.
 */
export function validateGraph({
  shapes,
  data,
  ontologies = [],
  reading,
  prefixes,
}: GraphToValidate): ValidatedGraph {
  requireSoundness();
  const graph = new ShapeGraph(shapes, prefixes);
  const complaints = checkShapes(graph, reading === undefined ? {} : { reading });
  if (complaints.length > 0) return { kind: 'refused', complaints };
  return validated(graph, judgeGraph({ graph, data, ontologies }));
}

/**
 * The same with SHACL-SPARQL (SHACL 5 and 6: `sh:sparql`, constraint components). Queries are asked of a store that is
 * made, loaded with the data and closed here, and only where shapes have queries to ask. A query that the store does
 * not answer in its bounds, or that tells its own failure, makes the whole refused.
 */
export async function validateGraphWithStore(
  { shapes, data, ontologies = [], reading, prefixes }: GraphToValidate,
  createStore: () => GraphStore,
): Promise<ValidatedGraph> {
  requireSoundness();
  const graph = new ShapeGraph(shapes, prefixes);
  const complaints = checkShapes(graph, { sparql: true, ...(reading === undefined ? {} : { reading }) });
  if (complaints.length > 0) return { kind: 'refused', complaints };
  try {
    return validated(graph, await judgeGraphWithStore({ graph, data, ontologies }, createStore));
  } catch (error) {
    if (error instanceof RefusedInput) return { kind: 'refused', complaints: error.complaints };
    throw error;
  }
}

function validated(graph: ShapeGraph, found: readonly JudgedBy[]): ValidatedGraph {
  const resultOf = createMessenger(graph);
  const judged = found.map(({ shape, focusNodes, findings }) => ({
    shape,
    focusNodes,
    results: findings.map(resultOf),
  }));
  const results = judged.flatMap((one) => one.results);
  return { kind: 'validated', conforms: results.length === 0, results, judged };
}

/** Findings that several others have for a reason are made results once. */
function createMessenger(graph: ShapeGraph): (finding: Finding) => GraphResult {
  const messageFor = createMessageFinder(graph);
  const nameOf = createNamer(graph);
  const known = new Map<Finding, GraphResult>();
  const resultOf = (finding: Finding): GraphResult => {
    const { details = [] } = finding;
    const made = known.get(finding) ?? {
      ...finding,
      message: messageFor(finding),
      ...nameOf(finding.shape),
      details: details.map(resultOf),
    };
    known.set(finding, made);
    return made;
  };
  return resultOf;
}

type Named = Pick<GraphResult, 'shapeIri'>;

/** A shape's name is looked for once. */
function createNamer(graph: ShapeGraph): (shape: RDF.Term) => Named {
  const known = new Map<RDF.Term, Named>();
  return (shape) => {
    const named = known.get(shape) ?? namedAs(graph, shape);
    known.set(shape, named);
    return named;
  };
}

function namedAs(graph: ShapeGraph, shape: RDF.Term): Named {
  const name = shapeName(graph, shape);
  return isIri(name) ? { shapeIri: name } : {};
}
