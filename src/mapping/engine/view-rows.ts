import { type Located, type RecordSource, ReferenceSyntaxError } from '../../model/index.ts';
import { xsd } from '../../rdf/index.ts';

/** A field's value in a row of a view. */
export interface Cell {
  readonly text: string;
  readonly datatype?: string;
}

/** A row of a logical view: referenceable key → cell; a key without cell is null. */
export type Row = ReadonlyMap<string, Cell>;

/** A position, counted from 0. */
export const indexCell = (index: number): Cell => ({ text: String(index), datatype: xsd.integer });

/** Rows as a source that rules can read. */
export function rowSource(
  shown: string,
  keys: ReadonlySet<string>,
  records: () => AsyncIterable<readonly Located<Row>[]>,
): RecordSource<Row> {
  const known = (key: string): string => {
    if (keys.has(key)) return key;
    throw new ReferenceSyntaxError(key, `The view has no field “${key}”; it has ${[...keys].join(', ')}.`);
  };
  return {
    shown,
    faults: [],
    records,
    reference(name) {
      const key = known(name);
      return (row) => textOf(row.get(key));
    },
    single(name) {
      const key = known(name);
      return (row) => row.get(key)?.text;
    },
    datatypes(name) {
      const key = known(name);
      return (row) => (row.has(key) ? [row.get(key)?.datatype] : []);
    },
    iterator: () => () => [],
    parse: () => new Map(),
  };
}

export const textOf = (cell: Cell | undefined): readonly string[] => (cell === undefined ? [] : [cell.text]);
