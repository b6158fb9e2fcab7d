import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addTo,
  both,
  either,
  emptySet,
  fullSet,
  isEmpty,
  membersOf,
  type NumberSet,
  sizeOf,
  without,
} from '../../../../src/index/finder/number-set.ts';

const SIZE = 100;
const numbers = fc.array(fc.nat(SIZE - 1));
const ALL = { offset: 0, limit: SIZE };

function setOf(members: Iterable<number>): NumberSet {
  const set = emptySet(SIZE);
  for (const member of members) addTo(set, member);
  return set;
}

const sorted = (members: Iterable<number>): number[] => [...new Set(members)].sort((a, b) => a - b);

describe('A set of numbers', () => {
  it('has the members that it was given, in order, and counts them', () => {
    fc.assert(
      fc.property(numbers, (members) => {
        expect(membersOf(setOf(members), ALL)).toEqual(sorted(members));
        expect(sizeOf(setOf(members))).toBe(new Set(members).size);
        expect(isEmpty(setOf(members))).toBe(members.length === 0);
      }),
    );
  });

  it('meets, joins and leaves out as sets do', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const [first, second] = [setOf(one), setOf(other)];
        expect(membersOf(both(first, second), ALL)).toEqual(
          sorted(one.filter((member) => other.includes(member))),
        );
        expect(membersOf(either(first, second), ALL)).toEqual(sorted([...one, ...other]));
        expect(membersOf(without(first, second), ALL)).toEqual(
          sorted(one.filter((member) => !other.includes(member))),
        );
      }),
    );
  });

  it('gives a part of its members', () => {
    fc.assert(
      fc.property(numbers, fc.nat(SIZE), fc.nat(SIZE), (members, offset, limit) => {
        const part = membersOf(setOf(members), { offset, limit });
        expect(part).toEqual(sorted(members).slice(offset, offset + limit));
      }),
    );
  });

  it('is full up to its size', () => {
    for (const size of [0, 1, 31, 32, 33, 64, 100]) expect(sizeOf(fullSet(size))).toBe(size);
  });
});
