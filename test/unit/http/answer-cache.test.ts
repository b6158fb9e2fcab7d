import { describe, expect, it } from '@jest/globals';
import { createAnswerCache } from '../../../src/http/answer-cache.ts';

const text = (length: number): string => 'x'.repeat(length);

describe('The memory of answers', () => {
  it('holds no more octets than it may, and keeps what was used last', () => {
    const answers = createAnswerCache(40_000);
    for (let at = 0; at < 100; at += 1) {
      answers.put(`"${at}"`, 'text/csv', text(5000));
      answers.get('"0"');
      expect(answers.figures().bytes).toBeLessThanOrEqual(40_000);
    }
    expect(answers.get('"0"')).toBeDefined();
    expect(answers.get('"99"')).toBeDefined();
    expect(answers.get('"50"')).toBeUndefined();
  });

  it('counts what is packed', async () => {
    const answers = createAnswerCache(40_000);
    const { text: packed } = answers.put('"a"', 'text/csv', 'abcdefgh'.repeat(1000));
    const before = answers.figures().bytes;
    const octets = await packed.as('gzip');
    answers.weighAgain('"a"');
    expect(answers.figures().bytes).toBe(before + octets.length);
    expect(await packed.as('gzip')).toBe(octets);
  });

  it('leaves out an answer that would take the place of all others', () => {
    const answers = createAnswerCache(40_000);
    answers.put('"small"', 'text/csv', text(100));
    const { text: large } = answers.put('"large"', 'text/csv', text(30_000));
    expect(large.plain).toHaveLength(30_000);
    expect(answers.get('"large"')).toBeUndefined();
    expect(answers.get('"small"')).toBeDefined();
  });

  it('remembers nothing where it may hold nothing', () => {
    const answers = createAnswerCache(0);
    answers.put('"a"', 'text/csv', 'x');
    expect(answers.get('"a"')).toBeUndefined();
    expect(answers.largest).toBe(0);
  });

  it('tells how often it was of use', () => {
    const answers = createAnswerCache(40_000);
    answers.put('"a"', 'text/csv', 'x');
    for (const etag of ['"a"', '"a"', '"b"']) answers.get(etag);
    expect(answers.figures()).toMatchObject({ hits: 2, misses: 1, answers: 1 });
  });
});
