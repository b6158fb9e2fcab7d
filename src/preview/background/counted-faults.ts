import { suggestionFor } from '../../mapping/index.ts';
import type { ReleasedDataset, Severity } from '../../model/index.ts';
import { shapeFault } from '../cell-faults.ts';
import type { CountedFault, RowFault } from './whole-run.ts';

const RANK: Readonly<Record<Severity | 'mapping', number>> = {
  violation: 0,
  mapping: 1,
  warning: 2,
  info: 3,
};

/** Kinds of faults that are told. */
const MOST_KINDS = 40;
/** Records of a kind. */
const MOST_ROWS = 3;

/** What is wrong with a dataset, by kind: the gravest first, then the most frequent. */
export const countedFaults = ({ mapping, validation }: ReleasedDataset): readonly CountedFault[] =>
  [
    ...mapping.faults.map(({ message, place, count, examples: [first] }): CountedFault => {
      const row = first?.row ?? 0;
      return {
        ...{ severity: 'mapping', message, count, place },
        ...(first && first.column !== '' && { column: first.column }),
        ...(row > 0 && { row }),
      };
    }),
    ...validation.groups.map(
      ({ severity, message, count, samples: [first] }): CountedFault => ({
        ...{ severity, message, count },
        ...(first?.column !== undefined && { column: first.column }),
        ...(first?.row !== undefined && { row: first.row }),
      }),
    ),
  ]
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count)
    .slice(0, MOST_KINDS);

/** Records at fault: one of each kind, then a second of each; what only informs asks for nothing. */
export function rowFaults({ mapping, validation }: ReleasedDataset): readonly RowFault[] {
  const ofMapping = mapping.faults.map(({ code, message, place, count, examples }) => ({
    ...{ severity: 'mapping' as const, count },
    rows: examples
      .filter(({ row }) => row > 0)
      .map(
        ({ row, column }): RowFault => ({
          row,
          fault: {
            ...(column !== '' && { column }),
            ...{ severity: 'mapping', message, remedy: suggestionFor(code), place },
          },
        }),
      ),
  }));
  const ofShapes = validation.groups
    .filter(({ severity }) => severity !== 'info')
    .map(({ samples, ...group }) => ({
      ...{ severity: group.severity, count: group.count },
      rows: samples.flatMap((sample): readonly RowFault[] =>
        sample.row === undefined
          ? []
          : [{ row: sample.row, fault: shapeFault({ focusNode: sample.thing, ...group, ...sample }) }],
      ),
    }));
  const kinds = [...ofMapping, ...ofShapes].toSorted(
    (a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count,
  );
  return Array.from({ length: MOST_ROWS }, (_, at) => kinds.flatMap(({ rows }) => rows[at] ?? [])).flat();
}
