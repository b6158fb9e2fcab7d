import {
  type Bilingual,
  type Complaint,
  type GraphAnswer,
  type GraphStore,
  RefusedInput,
} from '../../model/index.ts';
import { compactIri, sh, xsd } from '../../rdf/index.ts';
import { queryOver } from '../../sparql/index.ts';
import { complainOf } from '../shape-complaint.ts';
import type { ShapeStatement } from '../shape-graph.ts';
import { SPARQL_COMPONENT } from './compile.ts';
import type { Solution, SparqlConstraint, SparqlFault } from './constraint.ts';
import type { RowSentences } from './row-sentences.ts';
import { termOf } from './terms-in-queries.ts';

/** Of one constraint, over all nodes. */
export const MOST_SOLUTIONS = 1_000_000;

/** Who is asked, and how many solutions may come. */
interface Asking {
  readonly store: GraphStore;
  readonly most?: number;
}

/**
 * Asks a constraint of every row of a table, in one query.
 * @param table a group graph pattern without braces that binds `?this`, and `?value` for an ASK
 * @throws RefusedInput where the store does not answer, or the query tells its own failure (`?failure`, SHACL 5.3.2)
 */
export async function solutionsOver(
  constraint: SparqlConstraint,
  table: string,
  { store, most = MOST_SOLUTIONS }: Asking,
): Promise<readonly Solution[]> {
  const asked = `${table} ${constraint.bindings}`;
  const answer = bounded(await store.select(queryOver(constraint.query, asked, most + 1)), most);
  if (answer.kind !== 'answered') throw new RefusedInput([unanswered(constraint.statement, answer)]);
  const solutions = answer.rows.map((row) => solutionOf(answer.variables, row));
  if (solutions.some(tellsFailure)) throw new RefusedInput([failed(constraint.statement)]);
  return solutions;
}

/** One more is asked for, to know whether there are more: a store may run out of memory where all are asked for. */
const bounded = (answer: GraphAnswer, most: number): GraphAnswer =>
  answer.kind === 'answered' && answer.rows.length > most
    ? { kind: 'too-large', limitRows: MOST_SOLUTIONS }
    : answer;

type Row = Extract<GraphAnswer, { kind: 'answered' }>['rows'][number];

const solutionOf = (variables: readonly string[], row: Row): Solution =>
  new Map(
    row.flatMap((term, index) => {
      const name = variables[index];
      return term === undefined || name === undefined ? [] : [[name, term] as const];
    }),
  );

function tellsFailure(solution: Solution): boolean {
  const failure = solution.get('failure');
  return failure?.datatype === xsd.boolean && failure.value === 'true';
}

/** What a solution tells, but for the value of a node shape, which is the focus node itself. */
export function faultOf(
  constraint: SparqlConstraint,
  solution: Solution,
  sentences: RowSentences,
): SparqlFault {
  const value = solution.get('value');
  const path = solution.get('path');
  const [parameter] = constraint.parameters.values();
  return {
    ...(path?.type === 'uri' && { path: { kind: 'predicate', iri: path.value } }),
    ...(value && { value: termOf(value) }),
    ...(parameter && { parameter }),
    ...(constraint.component === SPARQL_COMPONENT && constraint.source
      ? { sourceConstraint: constraint.source }
      : {}),
    say: (written) => sentences(constraint, solution, written),
  };
}

const queryTerm = ({ quad }: ShapeStatement): string => quad.predicate.value;

function unanswered(
  statement: ShapeStatement,
  answer: Exclude<GraphAnswer, { kind: 'answered' }>,
): Complaint {
  const name = compactIri(queryTerm(statement));
  return complainOf(statement, queryTerm(statement), {
    found: reasonOf(name, answer),
    remedy:
      answer.kind === 'failed'
        ? {
            fr: 'Vérifiez la mémoire disponible, ou validez moins de données à la fois.',
            en: 'Check the available memory, or validate less data at once.',
          }
        : {
            fr: 'Écrivez une requête plus simple : partez de $this, évitez les produits de motifs sans lien.',
            en: 'Write a simpler query: begin at $this, and avoid products of unconnected patterns.',
          },
  });
}

function reasonOf(name: string, answer: Exclude<GraphAnswer, { kind: 'answered' }>): Bilingual {
  if (answer.kind === 'timed-out') {
    const seconds = answer.limitMilliseconds / 1000;
    return {
      fr: `La requête de ${name} n’a pas répondu dans le temps permis (${seconds.toLocaleString('fr')} s) : elle a été arrêtée.`,
      en: `The query of ${name} did not answer in the time allowed (${seconds} s): it was stopped.`,
    };
  }
  if (answer.kind === 'too-large')
    return {
      fr: `La requête de ${name} a trop de solutions (plus de ${answer.limitRows}, ou trop longues).`,
      en: `The query of ${name} has too many solutions (more than ${answer.limitRows}, or too long ones).`,
    };
  const reason = answer.reason.replace(/\.$/, '');
  return {
    fr: `La requête de ${name} n’a pas pu être exécutée : ${reason}.`,
    en: `The query of ${name} could not be run: ${reason}.`,
  };
}

const failed = (statement: ShapeStatement): Complaint =>
  complainOf(statement, sh.select, {
    found: {
      fr: 'La requête dit elle-même qu’elle n’a pas pu juger (?failure vaut true).',
      en: 'The query itself says that it could not judge (?failure is true).',
    },
    remedy: {
      fr: 'Corrigez la forme ou les données qu’elle suppose.',
      en: 'Correct the shape, or the data that it takes for granted.',
    },
  });
