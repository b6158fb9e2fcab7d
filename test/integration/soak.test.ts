import { describe, expect, it, jest } from '@jest/globals';
import { soak } from '../bench/soak/soak.ts';

jest.setTimeout(180_000);

/** The long one is `npm run soak`. */
describe('A server under everybody’s queries for some seconds', () => {
  it('answers whole and right, or by a documented refusal, whatever changes', async () => {
    const { counts, wrong, swaps } = await soak({ seconds: 12, places: 600, swapEvery: 4, clients: 1 });
    expect(wrong).toEqual([]);
    expect(swaps).toBeGreaterThan(1);
    const complete = (name: string): number => counts.get(name)?.get('complete') ?? 0;
    for (const name of ['ASK', 'count, new', 'count, known', 'the graph by its name', 'page /'])
      expect({ name, isAnswered: complete(name) > 0 }).toEqual({ name, isAnswered: true });
    expect(counts.get('leaver')?.get('left')).toBeGreaterThan(0);
    expect(counts.get('endless')?.get('complete')).toBeUndefined();
  });
});
