import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Sample } from '../../../src/proof/sample.ts';

const drawn = (size: number, seed: string, texts: readonly string[]): readonly string[] => {
  const sample = new Sample(size, seed);
  for (const text of texts) sample.offer(text);
  return sample.drawn();
};

describe('A sample', () => {
  it('is the same whatever the order, and however often something comes', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(5), fc.string(), (texts, size, seed) => {
        const first = drawn(size, seed, texts);
        expect(drawn(size, seed, [...texts, ...texts].reverse())).toEqual(first);
        expect(first).toHaveLength(Math.min(size, new Set(texts).size));
        expect(texts).toEqual(expect.arrayContaining([...first]));
      }),
    );
  });

  it('gives everything about the same chance over many seeds', () => {
    const texts = Array.from({ length: 10 }, (_, at) => `t${at}`);
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 1000; seed += 1)
      for (const text of drawn(2, String(seed), texts)) counts.set(text, (counts.get(text) ?? 0) + 1);
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(70);
    expect(counts.size).toBe(10);
  });
});
