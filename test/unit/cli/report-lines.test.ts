import { describe, expect, it } from '@jest/globals';
import { faultLines } from '../../../src/cli/report-lines.ts';
import type { FaultGroup } from '../../../src/model/index.ts';

const fault = (line: number, row = 12): FaultGroup => ({
  code: 'x',
  message: { fr: 'Illisible.', en: 'Not understood.' },
  place: { file: 'mapping.yml', line, column: 12 },
  count: 1,
  examples: [{ file: 'a.csv', row, line: row + 1, column: 'point', value: '480' }],
});

describe('what mapping could not read', () => {
  it('is told once of a cell that several places of the mapping read', () => {
    expect(faultLines([fault(65), fault(67), fault(108)], 'a.csv', 'en')).toEqual([
      'mapping.yml:65:12, 67, 108  1 × Not understood. (a.csv:13, record 12, “point”: “480”)',
    ]);
  });

  it('is told apart of other cells', () => {
    expect(faultLines([fault(65), fault(65, 14)], 'a.csv', 'en')).toHaveLength(2);
  });
});
