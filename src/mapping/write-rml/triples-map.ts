import { rdf, rml } from '../../rdf/index.ts';
import type { PairRule, TermRule } from '../rules.ts';
import type { PlainRule } from './each.ts';
import { expressionMap } from './expressions.ts';
import type { Nodes } from './nodes.ts';
import { termMap, termStatements } from './terms.ts';
import { block, iriValue, type Statements, type TurtleValue } from './turtle.ts';

/** A triples map of one of the rule's subjects. */
export function triplesMapStatements(
  { source, base, graphs, condition, pairs }: PlainRule,
  subject: TermRule | undefined,
  nodes: Nodes,
): Statements {
  const classes = pairs[0] && classesOf(pairs[0]);
  const map: Statements = [
    ...(subject ? termMap(subject, 'subject', nodes) : []),
    [rml.class, classes ?? []],
    ...termStatements([rml.graph, rml.graphMap], graphs, 'graph', nodes),
    [rml.condition, condition ? [expressionMap(condition)] : []],
  ];
  return [
    ['a', [iriValue(rml.TriplesMap)]],
    [rml.baseIRI, base === undefined ? [] : [iriValue(base)]],
    [rml.logicalSource, [nodes.source(source)]],
    [rml.subjectMap, [block(...map)]],
    [rml.predicateObjectMap, (classes ? pairs.slice(1) : pairs).map((pair) => pairBlock(pair, nodes))],
  ];
}

/** Classes of a first pair that says nothing but `a` and constant IRIs: `rml:class` in short. */
function classesOf({ predicates, objects, graphs, condition }: PairRule): readonly TurtleValue[] | undefined {
  const iris = objects.map((object) => (object.kind === 'term' ? plainIri(object) : undefined));
  const [predicate] = predicates;
  const isShort =
    predicates.length === 1 &&
    predicate !== undefined &&
    plainIri(predicate) === rdf.type &&
    graphs.length === 0 &&
    condition === undefined &&
    iris.length > 0 &&
    iris.every((iri) => iri !== undefined) &&
    new Set(iris).size === iris.length;
  return isShort ? iris.filter((iri) => iri !== undefined).map(iriValue) : undefined;
}

function plainIri({ expression, termType, targets, gather }: TermRule): string | undefined {
  if (expression?.kind !== 'constant' || termType !== 'iri' || targets.length > 0 || gather) return undefined;
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^<>"{}|^`\\\s]*$/.test(expression.value) ? expression.value : undefined;
}

function pairBlock({ predicates, objects, graphs, condition }: PairRule, nodes: Nodes): TurtleValue {
  return block(
    ...termStatements([rml.predicate, rml.predicateMap], predicates, 'predicate', nodes),
    ...termStatements([rml.object, rml.objectMap], objects, 'object', nodes),
    ...termStatements([rml.graph, rml.graphMap], graphs, 'graph', nodes),
    [rml.condition, condition ? [expressionMap(condition)] : []],
  );
}
