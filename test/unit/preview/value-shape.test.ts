import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueShape } from '../../../src/preview/choose/value-shape.ts';

describe('The shape of a value', () => {
  it.each([
    ['1887', '9'],
    ['12', '9'],
    ['2A004', '9A9'],
    ['XIXe siècle', 'Aa a'],
    ['Église', 'Aa'],
    ['04 67 12 34 56', '9 9 9 9 9'],
    ['43.2799', '9.9'],
    ['-0,36', '-9,9'],
    ['?', '?'],
    ['', ''],
    ['Été', 'Aa'],
    ['日本', '日本'],
  ])('of “%s” is “%s”', (value, shape) => {
    expect(valueShape(value)).toBe(shape);
  });

  it('of every long text is the same', () => {
    const shapes = [
      'a; '.repeat(30),
      'Fondé par la ville à la suite d’un legs, en 1880.',
      '=-=-=-=-=-=-=-=',
    ].map(valueShape);
    expect(shapes).toEqual(['…', '…', '…']);
  });

  it('is the same for all that differ in their letters and digits only', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][a-z]{1,6} [0-9]{1,4}$/), (value) => {
        expect(valueShape(value)).toBe('Aa 9');
      }),
    );
  });

  it('is short, whatever the value', () => {
    fc.assert(fc.property(fc.string(), (value) => expect(valueShape(value).length).toBeLessThanOrEqual(12)));
  });
});
