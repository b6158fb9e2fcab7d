import type { QueryKind } from '../../model/index.ts';
import type { QueryAnswer } from '../../release/index.ts';

/** SPARQL 1.1 Query Results JSON, as much of it as is looked at. */
interface Results {
  readonly head: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, unknown>>[] };
}

/** The shape of an answer. @param text results as JSON, or N-Triples of a graph */
export function summaryOf(text: string, kind: QueryKind): QueryAnswer {
  if (kind === 'construct' || kind === 'describe') return summary(text.split('\n').filter(Boolean).length);
  const { head, boolean, results } = JSON.parse(text) as Results;
  if (boolean !== undefined) return summary(boolean ? 1 : 0);
  const { vars = [] } = head;
  const bindings = results?.bindings ?? [];
  const filled = vars.filter((name) => bindings.some((row) => Object.hasOwn(row, name)));
  return { kind: 'answered', columns: vars, filled, rows: bindings.length };
}

const summary = (rows: number): QueryAnswer => ({ kind: 'answered', columns: [], filled: [], rows });
