import { type Bilingual, SEVERITIES, type Severity } from '../../model/index.ts';
import { iriText, PREFIXES, type RDF, sh } from '../../rdf/index.ts';
import { pathText } from '../paths.ts';
import { termKey } from '../term-keys.ts';
import type { GraphResult, JudgedShape } from '../validate-graph.ts';
import { createDescriber, type Describer } from './describe.ts';

const MOST_SAMPLES = 5;

/** Characters of a value that machines are told. */
export const LONGEST_VALUE = 10_000;

const BY_IRI: Readonly<Record<string, Severity>> = { [sh.Warning]: 'warning', [sh.Info]: 'info' };

/** A severity that SHACL does not know counts as a violation. */
export const severityOf = ({ severity }: Pick<GraphResult, 'severity'>): Severity =>
  BY_IRI[severity.value] ?? 'violation';

type Prefixes = Readonly<Record<string, string>>;

/** What was validated, by what, and what was found. */
export interface GraphJudgement {
  /** Files as they were named. */
  readonly data: readonly string[];
  readonly shapes: readonly string[];
  readonly statements: readonly RDF.Quad[];
  readonly judged: readonly JudgedShape[];
  /** At most so many results are told one by one; counts are of all. */
  readonly limit?: number;
  /** For IRIs in texts; the platform's unless given. */
  readonly prefixes?: Prefixes;
}

/** Everything there is to say of one validation: what the reports are made from. */
export interface GraphReport {
  readonly data: readonly string[];
  readonly shapes: readonly string[];
  readonly statements: number;
  /** As SHACL has it: no result at all, whatever the severity. */
  readonly conforms: boolean;
  readonly resultCount: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Questions asked: focus nodes, once for each shape that judges them. */
  readonly focusNodes: number;
  /** Results told one by one, gravest first. */
  readonly told: readonly GraphResult[];
  /** Whether a limit kept results from being told one by one. */
  readonly truncated: boolean;
  readonly shapesJudged: readonly ShapeJudgement[];
  /** Of all groups: reports tell a thousand. */
  readonly groupCount: number;
  readonly describe: Describer;
  readonly prefixes: Prefixes;
}

/** A shape with a target: its results, grouped. */
export interface ShapeJudgement {
  readonly shape: RDF.Term;
  /** How many nodes it judged. */
  readonly focusNodes: number;
  readonly groups: readonly ResultGroup[];
}

/** Results of one shape, component, path, severity and message. */
export interface ResultGroup {
  /** The shape whose target led to the nodes. */
  readonly shape: RDF.Term;
  /** Nodes that it judged. */
  readonly judged: number;
  readonly first: GraphResult;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly count: number;
  /** Distinct nodes that have such a result. */
  readonly concerned: number;
  /** What part of the nodes judged they are; absent where shapes inside found it in other nodes. */
  readonly share?: number;
  readonly samples: readonly GraphResult[];
}

/** Groups and counts what was found; the gravest first. */
export function createReport({
  data,
  shapes,
  statements,
  judged,
  limit,
  prefixes = PREFIXES,
}: GraphJudgement): GraphReport {
  const results = byGravity(judged.flatMap((one) => one.results));
  const told = results.slice(0, limit);
  const isTold = new Set(told);
  const counts = Object.groupBy(results, severityOf);
  const shapesJudged = judged.map((one) => judgementOf(one, isTold));
  return {
    data,
    shapes,
    statements: statements.length,
    conforms: results.length === 0,
    resultCount: results.length,
    counts: {
      violation: counts.violation?.length ?? 0,
      warning: counts.warning?.length ?? 0,
      info: counts.info?.length ?? 0,
    },
    focusNodes: judged.reduce((sum, { focusNodes }) => sum + focusNodes.length, 0),
    told,
    truncated: told.length < results.length,
    shapesJudged,
    groupCount: shapesJudged.reduce((sum, { groups }) => sum + groups.length, 0),
    describe: createDescriber(statements, prefixes),
    prefixes,
  };
}

/** What a sample says of itself where that is not what its group says: sentences that queries make. */
export const ownMessage = (
  sample: GraphResult,
  { message }: Pick<ResultGroup, 'message'>,
): Bilingual | undefined =>
  sample.message.fr === message.fr && sample.message.en === message.en ? undefined : sample.message;

const MOST_GROUPS = 1000;

/** The gravest and most frequent groups, a thousand at most. */
export const groupsOf = ({ shapesJudged }: Pick<GraphReport, 'shapesJudged'>): readonly ResultGroup[] =>
  inOrder(shapesJudged.flatMap(({ groups }) => groups)).slice(0, MOST_GROUPS);

const inOrder = (groups: readonly ResultGroup[]): readonly ResultGroup[] =>
  [...groups].sort((a, b) => rank(a.severity) - rank(b.severity) || b.count - a.count);

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

const byGravity = (results: readonly GraphResult[]): readonly GraphResult[] =>
  [...results].sort((a, b) => rank(severityOf(a)) - rank(severityOf(b)));

type Told = ReadonlySet<GraphResult>;

function judgementOf(judged: JudgedShape, told: Told): ShapeJudgement {
  const { shape, focusNodes, results } = judged;
  const nodes = new Set(results.length === 0 ? [] : focusNodes.map(termKey));
  const groups = [...Map.groupBy(results, kindOf).values()].flatMap((alike) =>
    groupOf(alike, judged, { nodes, told }),
  );
  return { shape, focusNodes: focusNodes.length, groups: inOrder(groups) };
}

/** Sentences that queries make differ from one result to the next: those are told by the constraint. */
function kindOf({ shape, component, path, severity, message, said, sourceConstraint }: GraphResult): string {
  const name = path === undefined ? '' : pathText(path, iriText);
  const told = said ? [sourceConstraint && termKey(sourceConstraint)] : [message.fr, message.en];
  return JSON.stringify([termKey(shape), component, name, severity.value, ...told]);
}

function groupOf(
  results: readonly GraphResult[],
  { shape, focusNodes }: JudgedShape,
  { nodes, told }: { readonly nodes: ReadonlySet<string>; readonly told: Told },
): readonly ResultGroup[] {
  const [first] = results;
  if (first === undefined) return [];
  const concerned = new Set(results.map(({ focusNode }) => termKey(focusNode)));
  return [
    {
      shape,
      judged: focusNodes.length,
      first,
      severity: severityOf(first),
      message: first.message,
      count: results.length,
      concerned: concerned.size,
      ...([...concerned].every((node) => nodes.has(node)) ? { share: concerned.size / nodes.size } : {}),
      samples: results.filter((one) => told.has(one)).slice(0, MOST_SAMPLES),
    },
  ];
}
