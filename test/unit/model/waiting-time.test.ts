import { describe, expect, it } from '@jest/globals';
import { waitingTime } from '../../../src/model/index.ts';

describe('A time that people wait', () => {
  it.each([
    [1500, '1,5\u00a0s', '1.5\u00a0s'],
    [119_000, '119\u00a0s', '119\u00a0s'],
    [121_000, '3\u00a0min', '3\u00a0min'],
    [86_400_000, '24\u00a0h', '24\u00a0h'],
    [200_000_000, '3\u00a0j', '3\u00a0d'],
  ])('%i ms is told in the largest unit of which it holds two, rounded up', (milliseconds, fr, en) => {
    expect(waitingTime(milliseconds)).toEqual({ fr, en });
  });
});
