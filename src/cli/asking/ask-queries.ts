import type { AskedService, QuadStore, QueryKind, SparqlAnswer } from '../../model/index.ts';
import { chartOf, type DeclaredQuery, type QueryAnswer, type QueryAnswers } from '../../release/index.ts';
import { parseQuery } from '../../sparql/index.ts';
import { type ReadRows, readChartRows } from './chart-rows.ts';
import { summaryOf } from './summarise-answer.ts';

/** The store bounds each query; `milliseconds` all of them. */
export interface Asking {
  readonly queries: readonly DeclaredQuery[];
  readonly base: string;
  readonly store: Pick<QuadStore, 'answer'>;
  readonly milliseconds: number;
  readonly progress?: (asked: number) => void;
}

/** What queries answered: the shape of each, and the rows of those that are drawn, by name of the chart. */
export interface Asked {
  readonly queries: QueryAnswers;
  readonly charts: Readonly<Record<string, ReadRows>>;
}

/** Asks one query after the other, and keeps the shape of each answer. What is not asked says so. */
export async function askQueries(asking: Asking): Promise<Asked> {
  const { queries, milliseconds, progress } = asking;
  const answers: Record<string, QueryAnswer> = {};
  const end = performance.now() + milliseconds;
  const charts: Record<string, ReadRows> = {};
  for (const [index, query] of queries.entries()) {
    progress?.(index);
    const { answer, rows } = performance.now() > end ? LATE : await ask(query, asking);
    answers[query.name] = answer;
    const chart = chartOf(query);
    if (chart !== undefined) charts[chart] = rows ?? rowsOf(answer);
  }
  return { queries: answers, charts };
}

interface AskedOne {
  readonly answer: QueryAnswer;
  readonly rows?: ReadRows;
}

const LATE: AskedOne = { answer: { kind: 'unasked', reason: 'late' } };

/** Where there was no answer to read. */
const rowsOf = (answer: QueryAnswer): ReadRows =>
  answer.kind === 'answered' ? { kind: 'failed', reason: 'no rows' } : answer;

const MEDIA_TYPES: Readonly<Record<QueryKind, string>> = {
  select: 'application/sparql-results+json',
  ask: 'application/sparql-results+json',
  construct: 'application/n-triples',
  describe: 'application/n-triples',
};

async function ask({ text, chart }: DeclaredQuery, { base, store }: Asking): Promise<AskedOne> {
  const parsed = parseQuery(text, { base });
  if (parsed.kind !== 'parsed') return failed(parsed.kind);
  const { kind: _kind, queryKind: kind, ...question } = parsed;
  if (question.services.some((service) => asksOthers(service, base)))
    return { answer: { kind: 'unasked', reason: 'others' } };
  const answer = await store.answer({ ...question, text, kind, mediaType: MEDIA_TYPES[kind] });
  if (answer.kind !== 'answered') return failed(reasonOf(answer));
  const body = await textOf(answer.body);
  const summary = summaryOf(body, kind);
  if (chart === undefined) return { answer: summary };
  const rows = readChartRows(body, chart);
  return { answer: isDrawn(rows) ? summary : { kind: 'failed', reason: faultOf(rows) }, rows };
}

const failed = (reason: string): AskedOne => ({ answer: { kind: 'failed', reason } });

const isDrawn = ({ kind }: ReadRows): boolean => kind === 'rows';

/** Told before publishing like a query that fails: there is nothing to be drawn. */
const faultOf = (rows: ReadRows): string =>
  rows.kind === 'too-many'
    ? `cannot be drawn: ${rows.rows} rows, at most ${rows.most}`
    : rows.kind === 'failed'
      ? rows.reason
      : rows.kind;

const asksOthers = ({ iri }: AskedService, base: string): boolean => iri !== `${base}search`;

/** In English: it stands in a file. */
function reasonOf(answer: Exclude<SparqlAnswer, { kind: 'answered' }>): string {
  if (answer.kind === 'timed-out') return `timed-out (${answer.limitMilliseconds} ms)`;
  if (answer.kind === 'too-large') return `too-large (${answer.limit} ${answer.unit})`;
  if (!('reason' in answer)) return answer.kind;
  return `${answer.kind}: ${typeof answer.reason === 'string' ? answer.reason : answer.reason.en}`;
}

async function textOf(body: Extract<SparqlAnswer, { kind: 'answered' }>['body']): Promise<string> {
  return typeof body === 'string' ? body : Buffer.concat(await Array.fromAsync(body)).toString();
}
