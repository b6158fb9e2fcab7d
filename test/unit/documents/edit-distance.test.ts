import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editDistance } from '../../../src/documents/index.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

describe('The distance of two words', () => {
  it.each([
    ['musee', 'musee', 0],
    ['musee', 'muse', 1],
    ['louvre', 'luovre', 1],
    ['louvre', 'louvres', 1],
    ['chateau', 'chateuax', 2],
    ['', 'ab', 2],
  ])('between “%s” and “%s” is %i', (one, other, distance) => {
    expect(editDistance(one, other, 3)).toBe(distance);
  });

  it('is the same both ways, at most the longer word, and nothing only between equals', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other, 9);
        expect(editDistance(other, one, 9)).toBe(distance);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(distance === 0).toBe(one === other);
      }),
    );
  });

  it('is told up to a most, and one more beyond', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(Math.min(editDistance(one, other, 9), most + 1));
      }),
    );
  });
});
