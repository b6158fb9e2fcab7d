import { Fault, type GraphStore, type ShapeResult, withoutFragment } from '../../model/index.ts';
import { iri, quad, type RDF, rdfs, sh } from '../../rdf/index.ts';
import { createSuperclasses } from '../class-hierarchy.ts';
import type { StatementReader } from '../graph-view.ts';
import { parsePath } from '../paths.ts';
import { createPresenter } from '../present.ts';
import type { ShapeGraph } from '../shape-graph.ts';
import type { Finding } from '../visit.ts';
import type { SparqlConstraint, SparqlFault } from './constraint.ts';
import { createRowSentences } from './row-sentences.ts';
import { type SetConstraint, setConstraints } from './set-constraints.ts';
import { faultOf, solutionsOver } from './solutions.ts';
import { createSubclasses, targetTable } from './target-tables.ts';
import { asWritten, termOf } from './terms-in-queries.ts';

export interface SetsToJudge {
  /** Checked shapes. */
  readonly graph: ShapeGraph;
  /** Statements whose `rdfs:subClassOf` count beside those of shapes and store. */
  readonly ontologies?: readonly RDF.Quad[];
  /** Holds all the data. */
  readonly store: GraphStore;
  /** Reads a focus node's own statements: with it, literals are told as they are written there. */
  readonly read?: StatementReader;
  /** IRIs of the only nodes to be judged; all targets where absent. */
  readonly among?: readonly string[];
}

/** Nodes in one query, where nodes are given. */
const NODES = 2_000;

/**
 * Judges the target nodes of a whole store by the constraints in SPARQL that stand on shapes with targets and on their
 * properties: one query each, which finds the targets too.
 * @throws RefusedInput where the store does not answer
 */
export async function judgeSets(request: SetsToJudge): Promise<readonly ShapeResult[]> {
  const { graph } = request;
  const constraints = setConstraints(graph);
  if (constraints.length === 0) return [];
  const tableOf = await createTables(request);
  const present = createPresenter(graph);
  const sentences = createRowSentences(graph);
  // A property shape that several shapes share speaks once of each fault.
  const results = new Map<string, ShapeResult>();
  for (const one of constraints)
    for (const table of tableOf(one))
      for (const solution of await solutionsOver(one.constraint, table, request)) {
        const fault = faultOf(one.constraint, solution, sentences);
        const node = solution.get('this');
        if (!node) continue;
        const finding = findingOf(one.constraint, termOf(node), { ...request, fault });
        const result = present(finding, withoutFragment(node.value));
        results.set(JSON.stringify(result), result);
      }
  return [...results.values()];
}

function findingOf(
  { shape, component, path }: SparqlConstraint,
  focusNode: RDF.Term,
  { graph, read, fault }: Pick<SetsToJudge, 'graph' | 'read'> & { readonly fault: SparqlFault },
): Finding {
  const node = graph.object(shape, sh.path);
  const own = node && parsePath(node, graph);
  const { say, value, ...told } = fault;
  const written = value && asWritten(value, statedBy(focusNode, value, read));
  return {
    focusNode,
    shape,
    component,
    severity: graph.object(shape, sh.severity) ?? iri(sh.Violation),
    ...(own && { path: own }),
    ...(path === undefined && { value: focusNode }),
    ...(written && { value: written }),
    ...told,
    said: say(new Map(written ? [['value', written]] : [])),
  };
}

/** Only literals have several forms. */
const statedBy = (node: RDF.Term, value: RDF.Term, read: StatementReader | undefined): readonly RDF.Term[] =>
  read && node.termType === 'NamedNode' && value.termType === 'Literal'
    ? read(node.value).map(({ object }) => object)
    : [];

type TableFinder = (one: SetConstraint) => readonly string[];

async function createTables(request: SetsToJudge): Promise<TableFinder> {
  const { graph, ontologies = [], store, among } = request;
  const statements = [...graph.quads, ...ontologies, ...(await subclassesIn(store))];
  const subclasses = createSubclasses(statements, createSuperclasses(statements));
  return ({ target, constraint }) =>
    partsOf(among).flatMap((nodes) => {
      const table = targetTable(target, { graph, subclasses }, nodes);
      return table === undefined ? [] : [withValues(table, constraint)];
    });
}

/** An ASK is asked of every value node. */
function withValues(table: string, { query, path }: SparqlConstraint): string {
  if (query.form === 'select') return table;
  if (path === undefined) return `${table} BIND(?this AS ?value)`;
  return `{ SELECT DISTINCT ?this ?value WHERE { ${table} ?this ${path} ?value } }`;
}

function partsOf(among: readonly string[] | undefined): readonly (readonly RDF.Term[] | undefined)[] {
  if (!among) return [undefined];
  const parts = Math.ceil(among.length / NODES);
  return Array.from({ length: parts }, (_, part) =>
    among.slice(part * NODES, (part + 1) * NODES).map((node) => iri(node)),
  );
}

async function subclassesIn(store: GraphStore): Promise<readonly RDF.Quad[]> {
  const answer = await store.select(`SELECT ?below ?above WHERE { ?below <${rdfs.subClassOf}> ?above }`);
  if (answer.kind !== 'answered') throw unread(answer.kind);
  return answer.rows.flatMap(([below, above]) =>
    below && above ? [quad(iri(below.value), iri(rdfs.subClassOf), iri(above.value))] : [],
  );
}

const unread = (kind: string): Fault =>
  new Fault(
    {
      fr: `L’entrepôt de travail n’a pas dit ses sous-classes (${kind}).`,
      en: `The working store did not tell its subclasses (${kind}).`,
    },
    { fr: 'Vérifiez la mémoire disponible.', en: 'Check the available memory.' },
  );
