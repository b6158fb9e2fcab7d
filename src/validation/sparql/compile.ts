import { BLANK_NODE_IRIS } from '../../model/index.ts';
import { type RDF, sh } from '../../rdf/index.ts';
import { type PreparedQuery, prepareQuery } from '../../sparql/index.ts';
import { parsePath } from '../paths.ts';
import { isActive, type ShapeGraph, type ShapeStatement } from '../shape-graph.ts';
import { sameTerm } from '../term-keys.ts';
import { applications, type DeclaredComponent, declaredComponents, validatorFor } from './components.ts';
import type { SparqlConstraint } from './constraint.ts';
import { prefixesOf } from './prefixes.ts';
import { pathInQuery, termInQuery } from './terms-in-queries.ts';

/** Gives the constraints in SPARQL of a shape; the queries were checked before (`check-queries.ts`). */
export type SparqlCompiler = (shape: RDF.Term) => readonly SparqlConstraint[];

export function createSparqlCompiler(graph: ShapeGraph): SparqlCompiler {
  const components = declaredComponents(graph);
  return (shape) => [
    ...graph
      .objects(shape, sh.sparql)
      .filter((source) => isActive(graph, source))
      .map((source) =>
        constraint({ shape, holder: source, component: SPARQL_COMPONENT, parameters: new Map() }, graph),
      ),
    ...components.flatMap((component) => applied(component, shape, graph)),
  ];
}

/** IRI of the component of `sh:sparql`. */
export const SPARQL_COMPONENT = `${sh.namespace}SPARQLConstraintComponent`;

function applied(declared: DeclaredComponent, shape: RDF.Term, graph: ShapeGraph): SparqlConstraint[] {
  const { component, parameters } = declared;
  const holder = validatorFor(component, graph.objects(shape, sh.path).length > 0, graph);
  if (!holder) return [];
  const names = parameters.map(({ name }) => name);
  return applications(declared, shape, graph).map((values) =>
    constraint({ shape, holder, component: component.value, parameters: values, names }, graph),
  );
}

/** A query of the shapes graph: who holds it, and for which shape it is asked. */
interface Holding {
  readonly shape: RDF.Term;
  /** The node with `sh:select` or `sh:ask`. */
  readonly holder: RDF.Term;
  readonly component: string;
  readonly parameters: ReadonlyMap<string, RDF.Term>;
  readonly names?: readonly string[];
}

function constraint(
  { shape, holder, component, parameters, names = [] }: Holding,
  graph: ShapeGraph,
): SparqlConstraint {
  const node = graph.object(shape, sh.path);
  const parsed = node && parsePath(node, graph);
  const path = parsed && pathInQuery(parsed);
  const prepared = preparedQuery({ holder, names, ...(path && { path }) }, graph);
  const statement = queryStatement(holder, graph);
  if (prepared?.kind !== 'prepared' || !statement)
    throw new TypeError('Queries of shapes are checked before they are compiled.');
  const bound = new Map([...parameters, ...currentShape(shape, statement)]);
  return {
    shape,
    component,
    ...(component === SPARQL_COMPONENT ? { source: holder } : {}),
    query: prepared.query,
    bindings: [...bound].map(([name, value]) => `BIND(${termInQuery(value)} AS ?${name})`).join(' '),
    parameters,
    messages: graph.objects(holder, sh.message),
    ...(path && { path }),
    statement,
  };
}

/** `$currentShape` is bound where it is asked for. */
const currentShape = (shape: RDF.Term, { quad }: ShapeStatement): [string, RDF.Term][] =>
  asksCurrentShape(quad.object.value) ? [['currentShape', shape]] : [];

const asksCurrentShape = (text: string): boolean => /[?$]currentShape(?!\w)/.test(text);

/** The statement with the text of a query. */
export const queryStatement = (holder: RDF.Term, graph: ShapeGraph): ShapeStatement | undefined =>
  graph.statements.find(
    ({ quad }) => QUERIES.includes(quad.predicate.value) && sameTerm(quad.subject, holder),
  );

const QUERIES: readonly string[] = [sh.select, sh.ask];

/** The query of a constraint or a validator; undefined where it has none. */
export function preparedQuery(
  { holder, names, path }: Pick<Holding, 'holder'> & { names: readonly string[]; path?: string },
  graph: ShapeGraph,
): PreparedQuery | undefined {
  const statement = queryStatement(holder, graph);
  if (!statement) return undefined;
  const { predicate, object } = statement.quad;
  const form = predicate.value === sh.ask ? 'ask' : 'select';
  return prepareQuery({
    text: object.value,
    form,
    prefixes: prefixesOf(holder, graph),
    prebound: [
      'this',
      ...(form === 'ask' ? ['value'] : []),
      ...names,
      ...(asksCurrentShape(object.value) ? ['currentShape'] : []),
    ],
    blankNodes: BLANK_NODE_IRIS,
    ...(path === undefined ? {} : { path }),
  });
}
