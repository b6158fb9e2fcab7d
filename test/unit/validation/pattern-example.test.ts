import { describe, expect, it } from '@jest/globals';
import { patternExample } from '../../../src/validation/pattern-example.ts';

describe('An example of a pattern', () => {
  it.each([
    ['^M[0-9]{4,5}$', 'M1234'],
    ['^PA[0-9]{8}$', 'PA12345678'],
    ['^([0-9]{2,3}|2[AB])$', '12'],
    ['^[0-9A-Za-z]+(-[0-9a-z]+)*$', '1'],
    ['^https://', undefined],
    ['^POINT\\(-?[0-9.]+ -?[0-9.]+\\)$', 'POINT(1 2)'],
    ['^[\\p{Ll}\\p{Lo}\\p{Nd}]+$', '1'],
    ['^\\d{4}-\\d{2}$', '1234-56'],
    ['^(?:FR|BE)-[A-Z]{2}$', 'FR-AB'],
    ['^[^ ]+$', undefined],
    ['^(?!x)y$', undefined],
    ['(', undefined],
    ['^\\i+$', undefined],
    ['a{1000000}', undefined],
    ['^a*$', undefined],
    ['a$b', undefined],
    ['[', undefined],
    ['\\', undefined],
  ])('of %s is %s', (pattern, example) => {
    expect(patternExample(pattern)).toBe(example);
  });

  it('is none where groups stand too deep in each other', () => {
    expect(patternExample(`${'('.repeat(5000)}a${')'.repeat(5000)}`)).toBeUndefined();
  });

  it('heeds flags that change what is accepted', () => {
    expect(patternExample('^a b$', 'x')).toBeUndefined();
    expect(patternExample('^AB$', 'i')).toBe('AB');
  });
});
