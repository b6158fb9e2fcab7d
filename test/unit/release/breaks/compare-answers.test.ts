import { describe, expect, it } from '@jest/globals';
import type { QueryAnswer } from '../../../../src/release/breaks/breaks.ts';
import { compareAnswers } from '../../../../src/release/breaks/compare-answers.ts';

const answered = (columns: string, rows = 3, filled = columns): QueryAnswer => ({
  kind: 'answered',
  columns: columns.split(' '),
  filled: filled.split(' '),
  rows,
});
const failed = (reason: string): QueryAnswer => ({ kind: 'failed', reason });
const late: QueryAnswer = { kind: 'unasked', reason: 'late' };

describe('A query', () => {
  it.each<readonly [string, QueryAnswer | undefined, QueryAnswer, readonly object[]]>([
    ['as before', answered('a b'), answered('a b'), []],
    ['with more or fewer rows', answered('a b'), answered('a b', 900), []],
    [
      'with another column',
      answered('a b'),
      answered('a c'),
      [{ change: 'columns', before: ['a', 'b'], after: ['a', 'c'] }],
    ],
    [
      'with columns in another order',
      answered('a b'),
      answered('b a'),
      [{ change: 'columns', before: ['a', 'b'], after: ['b', 'a'] }],
    ],
    [
      'whose column has no value any more',
      answered('a b'),
      answered('a b', 3, 'a'),
      [{ change: 'unfilled', after: ['b'] }],
    ],
    ['whose column has values at last', answered('a b', 3, 'a'), answered('a b'), []],
    ['that finds nothing any more', answered('a b'), answered('a b', 0, ''), [{ change: 'empty' }]],
    ['that found nothing before', answered('a b', 0, ''), answered('a b', 0, ''), []],
    ['that fails', answered('a b'), failed('timed-out'), [{ change: 'fails', reason: 'timed-out' }]],
    ['that failed before', failed('x'), failed('x'), []],
    ['that failed before, and now finds nothing', failed('x'), answered('a', 0, ''), [{ change: 'empty' }]],
    ['that is new', undefined, answered('a'), []],
    ['that is new and finds nothing', undefined, answered('a', 0, ''), [{ change: 'empty' }]],
    ['that is new and fails', undefined, failed('x'), [{ change: 'fails', reason: 'x' }]],
    ['that was not asked before', late, answered('a'), []],
  ])('%s is told as %#', (_, before, after, changes) => {
    const { queries, unasked } = compareAnswers(before && { q: before }, { q: after });
    expect(queries).toEqual(changes.map((change) => ({ name: 'q', ...change })));
    expect(unasked).toEqual([]);
  });

  it('that is not declared any more is gone', () => {
    const { queries } = compareAnswers({ 'api/x': answered('a'), y: answered('a') }, { y: answered('a') });
    expect(queries).toEqual([{ name: 'api/x', change: 'gone' }]);
  });

  it('that is not asked is named, and nothing else is said of it', () => {
    expect(compareAnswers({ q: answered('a') }, { q: late })).toEqual({
      queries: [],
      unasked: [{ name: 'q', reason: 'late' }],
    });
  });
});
