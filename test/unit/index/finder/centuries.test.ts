import { describe, expect, it } from '@jest/globals';
import { centuriesOf, centuryOf } from '../../../../src/index/finder/centuries.ts';

describe('The century of a year', () => {
  it.each([
    [1, 1],
    [100, 1],
    [101, 2],
    [1800, 18],
    [1801, 19],
    [0, -1],
    [-99, -1],
    [-100, -2],
  ])('%i is %i', (year, century) => {
    expect(centuryOf(year)).toBe(century);
  });
});

describe('The centuries of a span', () => {
  const of = (begin: number, end: number) => centuriesOf({ begin, end, approximate: false });

  it('are all that it overlaps, without one between -1 and 1', () => {
    expect(of(1790, 1810)).toEqual([18, 19]);
    expect(of(-120, 120)).toEqual([-2, -1, 1, 2]);
  });

  it('are that of its known end where it is open', () => {
    expect(of(Number.NEGATIVE_INFINITY, 1850)).toEqual([19]);
    expect(of(1850, Number.POSITIVE_INFINITY)).toEqual([19]);
  });

  it('are few, however long it is', () => {
    expect(of(-500_000, 900_000_000)).toHaveLength(80);
    expect(of(-500_000, -400_000)).toEqual([]);
  });
});
