import type { Project } from '../../declarations/index.ts';
import { boundQuery, readParameterValue } from '../../declarations/index.ts';
import type { ApiQuery, AskedService, QuadStore, QueryKind, SparqlAnswer } from '../../model/index.ts';
import { type ParameterTerm, parseQuery } from '../../sparql/index.ts';
import type { QueryAnswer, QueryAnswers, UnaskedReason } from './breaks.ts';
import { summaryOf } from './summarise-answer.ts';

/** What is asked of a release before it is published. The store bounds each query; `milliseconds` all of them. */
export interface Asking {
  readonly project: Pick<Project, 'queries' | 'apiQueries' | 'base'>;
  readonly store: Pick<QuadStore, 'answer'>;
  readonly milliseconds: number;
  readonly progress?: (asked: number, of: number) => void;
}

interface Query {
  readonly name: string;
  readonly text: string;
}

/**
 * Asks every example and every query that is an address, with its default or example values, one after the other. What
 * is not asked says so.
 */
export async function askQueries({ project, store, milliseconds, progress }: Asking): Promise<QueryAnswers> {
  const queries = queriesOf(project);
  const answers: Record<string, QueryAnswer> = {};
  const end = performance.now() + milliseconds;
  for (const [index, { name, text }] of queries.entries()) {
    progress?.(index, queries.length);
    answers[name] =
      performance.now() > end ? { kind: 'unasked', reason: 'late' } : await ask(text, project.base, store);
  }
  return answers;
}

/** The answers where nothing can be asked. */
export const unaskedQueries = (project: Asking['project'], reason: UnaskedReason): QueryAnswers =>
  Object.fromEntries(queriesOf(project).map(({ name }) => [name, { kind: 'unasked', reason }]));

const queriesOf = ({ queries, apiQueries, base }: Asking['project']): readonly Query[] => [
  ...queries.map(({ name, text }) => ({ name: `examples/${name}`, text })),
  ...apiQueries.map((query) => ({ name: `api/${query.name}`, text: sampleText(query, base) })),
];

/** The query as its defaults, or else its examples, ask it. */
function sampleText(query: ApiQuery, base: string): string {
  const terms = query.parameters.flatMap((parameter): readonly (readonly [string, ParameterTerm])[] => {
    const written = parameter.default ?? (parameter.isRequired ? parameter.example : undefined);
    const value = written === undefined ? undefined : readParameterValue(parameter, written, base);
    return value?.kind === 'term' ? [[parameter.name, value.term]] : [];
  });
  return boundQuery(query, new Map(terms));
}

const MEDIA_TYPES: Readonly<Record<QueryKind, string>> = {
  select: 'application/sparql-results+json',
  ask: 'application/sparql-results+json',
  construct: 'application/n-triples',
  describe: 'application/n-triples',
};

async function ask(text: string, base: string, store: Asking['store']): Promise<QueryAnswer> {
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
