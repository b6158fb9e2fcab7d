import type { Located, RecordLanguage, RecordSource } from '../../model/index.ts';
import { recordLanguage } from '../../sources/index.ts';
import type { Expression, FieldRule, LogicalViewRule, ViewJoinRule } from '../rules.ts';
import { keysOfView } from '../view-fields.ts';
import type { Absence } from './absences.ts';
import type { Reading } from './readings.ts';
import { compileJoin, type Join } from './view-joins.ts';
import { indexCell, type Row, rowSource } from './view-rows.ts';

/** How expressions are compiled on a source: given by the engine. */
export type CompileOn = (source: RecordSource) => (expression: Expression) => Reading;

export interface ViewOpening {
  open(rule: LogicalViewRule['on']): Promise<RecordSource>;
  readonly compileOn: CompileOn;
  /** Counts rows that an inner join drops. */
  unmatched(join: ViewJoinRule): Absence;
}

/** A logical view (RML-LV) is a source itself: rows of named fields over the records of another source. */
export async function openView(view: LogicalViewRule, opening: ViewOpening): Promise<RecordSource<Row>> {
  const on = await opening.open(view.on);
  const expand = compileFields(view.fields, { language: on, prefix: '', opening, shown: on.shown });
  const joins = await Promise.all(view.joins.map((join) => compileJoin(join, opening)));
  return rowSource(on.shown, new Set(keysOfView(view)), () => rows(on, expand, joins));
}

async function* rows(
  on: RecordSource,
  expand: Expand,
  joins: readonly Join[],
): AsyncGenerator<readonly Located<Row>[]> {
  let index = 0;
  for await (const batch of on.records()) {
    yield batch.flatMap(({ record, ...where }) => {
      const base: Row = new Map([['#', indexCell(index++)]]);
      const joined = joins.reduce<readonly Row[]>(
        (found, join) => found.flatMap(join),
        expand(record, [base]),
      );
      return joined.map((row) => ({ ...where, record: row }));
    });
  }
}

/** Extends rows by what fields find in a record. */
type Expand = (record: unknown, rows: readonly Row[]) => readonly Row[];

interface FieldSurroundings {
  readonly language: RecordLanguage;
  readonly prefix: string;
  readonly opening: ViewOpening;
  readonly shown: string;
}

function compileFields(fields: readonly FieldRule[], around: FieldSurroundings): Expand {
  const compiled = fields.map((field) => compileField(field, around));
  return (record, found) => compiled.reduce((rowsSoFar, expand) => expand(record, rowsSoFar), found);
}

function compileField(field: FieldRule, around: FieldSurroundings): Expand {
  const found =
    field.read.kind === 'expression' ? compileValues(field, around) : compileRecords(field, around);
  return (record, rowsSoFar) => {
    const extensions = found(record);
    // A field without records leaves its keys null.
    if (extensions.length === 0) return rowsSoFar;
    return rowsSoFar.flatMap((row) => extensions.flatMap((extend) => extend(row)));
  };
}

type Extend = (row: Row) => readonly Row[];

function compileValues(
  { name, read, fields }: FieldRule,
  around: FieldSurroundings,
): (record: unknown) => readonly Extend[] {
  if (read.kind !== 'expression') return () => [];
  const key = around.prefix + name;
  const { all, datatypes } = around.opening.compileOn(around.language as RecordSource)(read.expression);
  const nested = fields.map((field) => compileParsed(field, { ...around, prefix: `${key}.` }));
  return (record) => {
    const types = datatypes?.(record) ?? [];
    return all(record).map((text, index) => (row) => {
      const datatype = types[index];
      const own = new Map([
        ...row,
        [key, datatype === undefined ? { text } : { text, datatype }] as const,
        [`${key}.#`, indexCell(index)] as const,
      ]);
      return nested.reduce<readonly Row[]>((rowsSoFar, expand) => expand(text, rowsSoFar), [own]);
    });
  };
}

/** An iterable field below an expression field reads a text in a format of its own. */
function compileParsed(field: FieldRule, around: FieldSurroundings): Expand {
  if (field.read.kind !== 'iterator' || field.read.format === undefined) return (_, rowsSoFar) => rowsSoFar;
  const language = recordLanguage(field.read.format, field.read.namespaces);
  const expand = compileField(field, { ...around, language });
  return (text, rowsSoFar) => expand(language.parse(String(text)), rowsSoFar);
}

function compileRecords(
  { name, read, fields }: FieldRule,
  around: FieldSurroundings,
): (record: unknown) => readonly Extend[] {
  if (read.kind !== 'iterator') return () => [];
  const key = around.prefix + name;
  const find = around.language.iterator(read.iterator ?? '');
  const expand = compileFields(fields, { ...around, prefix: `${key}.` });
  return (record) =>
    find(record).map(
      (inner, index) => (row) => expand(inner, [new Map([...row, [`${key}.#`, indexCell(index)] as const])]),
    );
}
