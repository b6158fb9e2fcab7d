import { folded } from '../documents/index.ts';
import { suggestionFor } from '../mapping/index.ts';
import type { Bilingual, MappingReport, Place, Severity, ShapeResult } from '../model/index.ts';
import { remedyText } from '../validation/index.ts';

/** Something wrong with a record, at one of its cells where that is known. */
export interface CellFault {
  /** As the source names it; absent: the record as a whole. */
  readonly column?: string;
  /** Mapping leaves a term out; shapes judge by their severity. */
  readonly severity: Severity | 'mapping';
  readonly message: Bilingual;
  readonly remedy: Bilingual;
  /** Of mapping: where the rule stands. */
  readonly place?: Place;
}

/** What mapping could not say of one record. @param columns as the source names them */
export const mappingFaults = (
  { faults }: Pick<MappingReport, 'faults'>,
  columns: readonly string[],
): readonly CellFault[] =>
  faults.flatMap(({ code, message, place, examples }) =>
    examples.map(({ column }) => {
      const named = columns.includes(column)
        ? column
        : columns.find((one) => folded(one) === folded(column) && column !== '');
      return {
        ...(named !== undefined && { column: named }),
        severity: 'mapping' as const,
        message,
        remedy: suggestionFor(code),
        place,
      };
    }),
  );

/** A result of a shape, at its cell. */
export const shapeFault = (result: ShapeResult): CellFault => ({
  ...(result.column !== undefined && { column: result.column }),
  severity: result.severity,
  message: result.message,
  remedy: { fr: remedyText(result, 'fr'), en: remedyText(result, 'en') },
});

/** Each once: a cell of several values, or a shape that several files have, says the same again. */
export function distinctFaults(faults: readonly CellFault[]): readonly CellFault[] {
  const known = new Map(
    faults.map((fault) => [`${fault.column} ${fault.severity} ${fault.message.fr}`, fault]),
  );
  return [...known.values()];
}
