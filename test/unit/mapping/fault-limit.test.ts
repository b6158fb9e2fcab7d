import { describe, expect, it } from '@jest/globals';
import { type FaultLimit, isOver } from '../../../src/mapping/fault-limit.ts';
import { MILLESIME } from './reports/samples.ts';

const report = (faults: number, records: number) => ({
  records,
  statements: 0,
  faults: [{ ...MILLESIME, count: faults }],
  skippedRecords: 0,
  absences: [],
  missingColumns: [],
  unusedColumns: [],
});

describe('A limit of faults', () => {
  it.each([
    [2, 'faults', 2, 10, false],
    [2, 'faults', 3, 10, true],
    [0, 'faults', 0, 10, false],
    [20, 'percent', 2, 10, false],
    [20, 'percent', 3, 10, true],
    [0.5, 'percent', 1, 100, true],
    [0, 'percent', 0, 0, false],
  ] as const)('of %d %s with %i faults in %i records is passed: %s', (value, unit, faults, records, over) => {
    const limit: FaultLimit = { value, unit };
    expect(isOver(limit, report(faults, records))).toBe(over);
  });
});
