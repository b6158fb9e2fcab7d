import type { Breaks, QueryAnswer, QueryAnswers, QueryChange } from './breaks.ts';

/**
 * Queries that are not answered as they were; of those that are new, the ones that answer nothing.
 * @param before absent: nobody knows how they were answered
 */
export function compareAnswers(
  before: QueryAnswers | undefined,
  after: QueryAnswers,
): Pick<Breaks, 'queries' | 'unasked'> {
  const gone = Object.keys(before ?? {}).filter((name) => !Object.hasOwn(after, name));
  const queries = Object.entries(after).flatMap(([name, answer]) =>
    changesOf(before?.[name], answer).map((change): QueryChange => ({ name, ...change })),
  );
  return {
    queries: [...gone.map((name): QueryChange => ({ name, change: 'gone' })), ...queries],
    unasked: Object.entries(after).flatMap(([name, answer]) =>
      answer.kind === 'unasked' ? [{ name, reason: answer.reason }] : [],
    ),
  };
}

type Change = Omit<QueryChange, 'name'>;

function changesOf(before: QueryAnswer | undefined, after: QueryAnswer): readonly Change[] {
  if (after.kind === 'unasked') return [];
  if (after.kind === 'failed')
    return before?.kind === 'failed' ? [] : [{ change: 'fails', reason: after.reason }];
  if (before?.kind !== 'answered') return after.rows === 0 ? [{ change: 'empty' }] : [];
  if (String(before.columns) !== String(after.columns))
    return [{ change: 'columns', before: before.columns, after: after.columns }];
  if (after.rows === 0) return before.rows === 0 ? [] : [{ change: 'empty' }];
  const unfilled = before.filled.filter((column) => !after.filled.includes(column));
  return unfilled.length === 0 ? [] : [{ change: 'unfilled', after: unfilled }];
}
