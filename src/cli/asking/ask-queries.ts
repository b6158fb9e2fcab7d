import type { AskedService, QuadStore, QueryKind, SparqlAnswer } from '../../model/index.ts';
import type { DeclaredQuery, QueryAnswer, QueryAnswers } from '../../release/index.ts';
import { parseQuery } from '../../sparql/index.ts';
import { summaryOf } from './summarise-answer.ts';

/** The store bounds each query; `milliseconds` all of them. */
export interface Asking {
  readonly queries: readonly DeclaredQuery[];
  readonly base: string;
  readonly store: Pick<QuadStore, 'answer'>;
  readonly milliseconds: number;
  readonly progress?: (asked: number) => void;
}

/** Asks one query after the other, and keeps the shape of each answer. What is not asked says so. */
export async function askQueries(asking: Asking): Promise<QueryAnswers> {
  const { queries, milliseconds, progress } = asking;
  const answers: Record<string, QueryAnswer> = {};
  const end = performance.now() + milliseconds;
  for (const [index, { name, text }] of queries.entries()) {
    progress?.(index);
    answers[name] = performance.now() > end ? { kind: 'unasked', reason: 'late' } : await ask(text, asking);
  }
  return answers;
}

const MEDIA_TYPES: Readonly<Record<QueryKind, string>> = {
  select: 'application/sparql-results+json',
  ask: 'application/sparql-results+json',
  construct: 'application/n-triples',
  describe: 'application/n-triples',
};

async function ask(text: string, { base, store }: Asking): Promise<QueryAnswer> {
  const parsed = parseQuery(text, { base });
  if (parsed.kind !== 'parsed') return { kind: 'failed', reason: parsed.kind };
  const { kind: _kind, queryKind: kind, ...question } = parsed;
  if (question.services.some((service) => asksOthers(service, base)))
    return { kind: 'unasked', reason: 'others' };
  const answer = await store.answer({ ...question, text, kind, mediaType: MEDIA_TYPES[kind] });
  if (answer.kind !== 'answered') return { kind: 'failed', reason: reasonOf(answer) };
  return summaryOf(await textOf(answer.body), kind);
}

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
