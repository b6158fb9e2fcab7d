import type { RecordSource } from '../../model/index.ts';
import type { Expression, ViewJoinRule } from '../rules.ts';
import type { Absence } from './absences.ts';
import { keysOf } from './joins.ts';
import type { Reading } from './readings.ts';
import { type Cell, indexCell, type Row, textOf } from './view-rows.ts';

/** What joining needs of the engine. */
export interface JoinOpening {
  open(view: ViewJoinRule['parent']): Promise<RecordSource>;
  compileOn(source: RecordSource): (expression: Expression) => Reading;
  /** Counts rows that an inner join drops. */
  unmatched(join: ViewJoinRule): Absence;
}

/** From a row to the rows that a join makes of it. */
export type Join = (row: Row) => readonly Row[];

/** Reads the parent once; a left join keeps rows without match. */
export async function compileJoin(join: ViewJoinRule, opening: JoinOpening): Promise<Join> {
  const parent = (await opening.open(join.parent)) as unknown as RecordSource<Row>;
  const compile = opening.compileOn(parent as RecordSource);
  const parentReads = join.conditions.map((condition) => compile(condition.parent).all);
  const fields = join.fields.map(
    ({ name, read }) => [name, read.kind === 'expression' ? compile(read.expression) : undefined] as const,
  );
  const index = new Map<string, Row[]>();
  for await (const batch of parent.records()) {
    for (const { record } of batch) {
      for (const key of keysOf(parentReads, record)) {
        const known = index.get(key);
        if (known) known.push(record);
        else index.set(key, [record]);
      }
    }
  }
  const childReads = join.conditions.map(({ child }) => compileChild(child, opening));
  const dropped = opening.unmatched(join);
  return (row) => {
    const matches = keysOf(childReads, row).flatMap((key) => index.get(key) ?? []);
    if (matches.length === 0) {
      if (join.kind === 'left') return [row];
      dropped.count++;
      return [];
    }
    return matches.map(
      (match, position) =>
        new Map([...row, ...fields.flatMap(([name, reading]) => fieldCells(name, reading, match, position))]),
    );
  };
}

/** The child side of a condition reads the rows made so far. */
function compileChild(expression: ViewJoinRule['conditions'][number]['child'], opening: JoinOpening) {
  const anyRow: RecordSource<Row> = {
    shown: '',
    faults: [],
    async *records() {},
    reference: (key) => (row) => textOf(row.get(key)),
    iterator: () => () => [],
    parse: () => new Map(),
  };
  return opening.compileOn(anyRow as RecordSource)(expression).all;
}

function fieldCells(
  name: string,
  reading: Reading | undefined,
  match: Row,
  position: number,
): readonly (readonly [string, Cell])[] {
  const text = reading?.all(match)[0];
  if (text === undefined) return [];
  const datatype = reading?.datatypes?.(match)[0];
  return [
    [name, datatype === undefined ? { text } : { text, datatype }],
    [`${name}.#`, indexCell(position)],
  ];
}
