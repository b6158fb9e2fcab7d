import { describe, expect, it } from '@jest/globals';
import { compilePattern } from '../../../src/patterns/index.ts';

const limitOf = (source: string): number | undefined => {
  const pattern = compilePattern(source);
  return 'problem' in pattern ? undefined : pattern.limit;
};

describe('A pattern', () => {
  it.each([
    '(a+)+',
    '(a*)*$',
    '(a|a)*b',
    '(a|ab)*c',
    '(\\w+\\s?)*$',
    '(x+x+)+y',
    '(.*)*',
    '((ab)*)*',
    '(?:a?){30}a{30}',
    '(?<year>[0-9]+,?)+$',
    '[',
    '(',
    '\\p{Nonsense}',
    'a'.repeat(4001),
    '(б|[а-я])+$',
    '([а-г]|[в-я])+$',
    '(\\p{L}|\\p{Script=Cyrillic})+$',
    '(?i:(a|A)+)$',
    '^((.*){2,5}){2,5}$',
    `^${'a?'.repeat(30)}${'a'.repeat(30)}$`,
    '(?<é>a+)+$',
  ])('%j is refused', (source) => {
    expect(compilePattern(source)).toEqual({
      problem: { fr: expect.stringContaining('motif'), en: expect.stringContaining('pattern') },
    });
  });

  it('is told apart by what its flags make of letters', () => {
    expect(compilePattern('(a|A)+$', 'ui')).toHaveProperty('problem');
    expect(compilePattern('(a|A)+$', 'u')).toHaveProperty('regex');
  });

  it.each([
    '^PA',
    '[0-9]{4}',
    '^([0-9]+)-([0-9]+)$',
    '(?:[^(),]|[(][^()]*[)])*,',
    '(?:,\\s*\\w+)*',
    '^(?!(?:[Aa]nonyme|ANONYME)|[^(]*ind[ée]termin).+$',
    '(?<a>x)\\k<a>',
    '[\\p{Lu}\\]]+\\)',
    '',
  ])('%j is accepted', (source) => {
    expect(limitOf(source)).toBeGreaterThan(1000);
  });

  it.each([
    ['.*.*.*x', 1000],
    ['.*=.*=.*=.*', 1000],
    ['^(.*){2,5}x$', 200],
  ])('%j, whose time grows fast, is tried on short texts only', (source, most) => {
    expect(limitOf(source)).toBeLessThan(most);
  });
});
