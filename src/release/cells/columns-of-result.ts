import type { ColumnsBehind, ColumnTracer } from '../../mapping/index.ts';
import type { ShapeResult } from '../../model/index.ts';
import { waysOf } from './result-path.ts';

/**
 * The columns that make the values of a result's path; where it has none, those of the first reason inside that has
 * one, else those of the thing's own name.
 */
export function columnsOfResult(
  { focusNode, path, details = [] }: Pick<ShapeResult, 'focusNode' | 'path' | 'details'>,
  trace: ColumnTracer,
): ColumnsBehind {
  const inner = path === undefined ? details.find((one) => one.path !== undefined) : undefined;
  const node = inner?.focusNode ?? focusNode;
  const asked = path ?? inner?.path;
  if (asked === undefined) return trace({ node, path: [] });
  const [first, ...others] = waysOf(asked).map((steps) => trace({ node, path: steps }));
  return others.reduce(together, first ?? trace({ node, path: [] }));
}

const together = (one: ColumnsBehind, other: ColumnsBehind): ColumnsBehind => ({
  columns: distinct([...one.columns, ...other.columns]),
  main: distinct([...one.main, ...other.main]),
  conditions: distinct([...one.conditions, ...other.conditions]),
  subject: distinct([...one.subject, ...other.subject]),
  missing: distinct([...one.missing, ...other.missing]),
});

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];
