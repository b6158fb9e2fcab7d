import type { Complaint } from '../model/index.ts';
import { compactIri, sh } from '../rdf/index.ts';
import { isInverse, isOneStep, parsePath } from './paths.ts';
import { type ClassifiedConstraint, classifyConstraints, createDistances, type Distances } from './reach.ts';
import { askedShapes, shapeNesting } from './references.ts';
import { complainOf, distinctComplaints, shown } from './shape-complaint.ts';
import type { ShapeGraph, ShapeStatement } from './shape-graph.ts';
import { termKey } from './term-keys.ts';

/** What can be asked beside the thing that is judged: nothing, the statements of any subject, or all statements. */
export type Answerable = 'thing' | 'subjects' | 'all';

/** Constraints and targets that cannot be judged with what can be asked: answering them would be guessing. */
export function checkReach(graph: ShapeGraph, answerable: Answerable): Complaint[] {
  return distinctComplaints([
    ...literalTargets(graph),
    ...(answerable === 'all' || isTooDeep(graph) ? [] : tooFarIn(graph, answerable)),
  ]);
}

/** That is complained of elsewhere, and cannot be measured here. */
const isTooDeep = (graph: ShapeGraph): boolean => shapeNesting(graph).tooDeep.length > 0;

function tooFarIn(graph: ShapeGraph, answerable: Answerable): Complaint[] {
  const distances = createDistances(graph);
  const constraints = classifyConstraints(graph).filter(
    (one) => isTooFar(one, answerable) && !isEcho(one, graph, distances, answerable),
  );
  const paths = graph.statements.filter((statement) => leadsTooFar(statement, graph, answerable));
  const shapes = new Set(paths.map(({ quad }) => termKey(quad.subject)));
  const others = constraints.filter(({ statement }) => !shapes.has(termKey(statement.quad.subject)));
  const objects = answerable === 'thing' ? judgedObjects(graph, distances) : [];
  return [...paths, ...others.map(({ statement }) => statement), ...objects].map((one) =>
    tooFar(one, answerable),
  );
}

/** Only resources are given to be judged. */
const literalTargets = (graph: ShapeGraph): Complaint[] =>
  graph.statements
    .filter(({ quad }) => quad.predicate.value === sh.targetNode && quad.object.termType !== 'NamedNode')
    .map((statement) =>
      complainOf(statement, sh.targetNode, {
        found: {
          fr: `La cible ${shown(statement.quad.object)} n’est pas une ressource : elle ne serait jamais jugée.`,
          en: `The target ${shown(statement.quad.object)} is no resource: it would never be judged.`,
        },
        remedy: { fr: 'Donnez l’IRI d’une ressource.', en: 'Give the IRI of a resource.' },
      }),
    );

const isTooFar = ({ reach, inverse }: ClassifiedConstraint, answerable: Answerable): boolean =>
  reach === 'cross' && (answerable === 'thing' || inverse);

/** A shape inside is complained of itself. */
function isEcho(
  { statement }: ClassifiedConstraint,
  graph: ShapeGraph,
  distances: Distances,
  answerable: Answerable,
): boolean {
  const { predicate, object } = statement.quad;
  return askedShapes(predicate.value, object, graph).some((asked) => {
    const { reads, inverse } = distances.ofShape(asked);
    return inverse || (answerable === 'thing' && reads > 0);
  });
}

function leadsTooFar({ quad }: ShapeStatement, graph: ShapeGraph, answerable: Answerable): boolean {
  const path = quad.predicate.value === sh.path ? parsePath(quad.object, graph) : undefined;
  return path !== undefined && (isInverse(path) || (answerable === 'thing' && !isOneStep(path)));
}

/** `sh:targetObjectsOf` chooses nodes that are described elsewhere: their properties would seem to be missing. */
const judgedObjects = (graph: ShapeGraph, distances: Distances): ShapeStatement[] =>
  graph.statements.filter(
    ({ quad }) => quad.predicate.value === sh.targetObjectsOf && distances.ofShape(quad.subject).reads >= 0,
  );

function tooFar(statement: ShapeStatement, answerable: Answerable): Complaint {
  const { predicate } = statement.quad;
  const name = compactIri(predicate.value);
  const inverse = answerable === 'subjects';
  return complainOf(statement, predicate.value, {
    found: inverse
      ? {
          fr: `${name} demande qui se réfère à une ressource, ce qui ne peut pas être lu ici.`,
          en: `${name} asks who refers to a resource, which cannot be read here.`,
        }
      : {
          fr: `${name} regarde ici ce qui est dit d’autres ressources, alors que chaque ressource est jugée par ses propres déclarations.`,
          en: `${name} looks here at what is said of other resources, but each resource is judged by its own statements.`,
        },
    remedy: {
      fr: 'Dites-le par des contraintes sur la ressource elle-même (sh:nodeKind, sh:pattern …), ou donnez toutes les données au validateur.',
      en: 'Say it by constraints on the resource itself (sh:nodeKind, sh:pattern …), or give the validator all the data.',
    },
  });
}
