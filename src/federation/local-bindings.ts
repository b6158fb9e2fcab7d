import { Buffer } from 'node:buffer';
import type { AnswerBody, QuadStore, SparqlAnswer, SparqlQuestion } from '../model/index.ts';
import { resultRows } from './remote/result-rows.ts';
import type { ResultTerm, TermTable } from './term-table.ts';

export type LocalBindings =
  | { readonly kind: 'bindings'; readonly table: TermTable }
  /** More than so many, or a variable that is not always bound: they narrow nothing. */
  | { readonly kind: 'unbounded' }
  | { readonly kind: 'unanswered'; readonly answer: SparqlAnswer };

/** The parts of a query that surround its pattern. */
export interface QueryFrame {
  /** BASE and PREFIX. */
  readonly prologue: string;
  /** FROM and FROM NAMED. */
  readonly datasets: string;
}

interface Wanted {
  readonly store: QuadStore;
  readonly question: SparqlQuestion;
  readonly frame: QueryFrame;
  readonly variables: readonly string[];
  readonly most: number;
}

const JSON_RESULTS = 'application/sparql-results+json';

/** Asks the store underneath which values some variables have in a pattern: one query. */
export async function localBindings(pattern: string, wanted: Wanted): Promise<LocalBindings> {
  const { store, question, frame, variables, most } = wanted;
  const names = variables.map((name) => `?${name}`).join(' ');
  const text = `${frame.prologue}\nSELECT DISTINCT ${names} ${frame.datasets} WHERE {\n${pattern}\n} LIMIT ${most + 1}`;
  const { services: _asked, ...rest } = question;
  const answer = await store.answer({ ...rest, text, kind: 'select', mediaType: JSON_RESULTS });
  if (answer.kind !== 'answered') return { kind: 'unanswered', answer };
  const rows = resultRows(await textOf(answer.body), variables);
  if (rows === undefined) return { kind: 'unanswered', answer: UNREADABLE };
  if (rows.length > most) return { kind: 'unbounded' };
  const always = variables.filter((_name, column) => rows.every((row) => row[column] !== undefined));
  return always.length === 0 && rows.length > 0
    ? { kind: 'unbounded' }
    : { kind: 'bindings', table: narrowed({ variables, rows }, always) };
}

const UNREADABLE: SparqlAnswer = {
  kind: 'failed',
  reason: 'The store gave bindings that could not be read.',
};

/** The columns that narrow, each row once; blank nodes are in no other endpoint. */
function narrowed({ variables, rows }: TermTable, always: readonly string[]): TermTable {
  const columns = always.map((name) => variables.indexOf(name));
  const kept = new Map<string, readonly (ResultTerm | undefined)[]>();
  for (const row of rows) {
    const cells = columns.map((column) => row[column]);
    if (cells.every((term) => term?.type !== 'bnode')) kept.set(JSON.stringify(cells), cells);
  }
  return { variables: always, rows: [...kept.values()] };
}

async function textOf(body: AnswerBody): Promise<string> {
  if (typeof body === 'string') return body;
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
