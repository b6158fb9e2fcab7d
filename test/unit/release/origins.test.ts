import { describe, expect, it } from '@jest/globals';
import { Origins } from '../../../src/release/dataset/origins.ts';

const origin = (row: number, more: object = {}) => ({
  subject: 'http://e.org/id/x/A',
  file: 'x.csv',
  row,
  line: row + 1,
  identifies: false,
  ...more,
});

describe('Origins', () => {
  it('tell the further rows of a thing, each once, its parts included', () => {
    const origins = new Origins();
    for (const row of [1, 1, 4, 4, 9]) origins.add(origin(row, { subject: 'http://e.org/id/x/A#part' }));
    expect(origins.of('http://e.org/id/x/A')?.row).toBe(1);
    expect(origins.furtherRows('http://e.org/id/x/A')).toEqual([4, 9]);
  });

  it('tell no rows of another file', () => {
    const origins = new Origins();
    for (const file of ['x.csv', 'y.csv']) origins.add(origin(file === 'x.csv' ? 1 : 2, { file }));
    expect(origins.furtherRows('http://e.org/id/x/A')).toEqual([]);
  });

  it('keep twenty further rows of a thing', () => {
    const origins = new Origins();
    for (let row = 1; row < 100; row++) origins.add(origin(row));
    expect(origins.furtherRows('http://e.org/id/x/A')).toHaveLength(20);
  });

  it('still count identifiers that are met again', () => {
    const origins = new Origins();
    for (const row of [1, 2, 3]) origins.add(origin(row, { identifies: true }));
    expect(origins.repeated('x.csv')).toMatchObject([{ code: 'repeated-identifier', count: 2 }]);
  });
});
