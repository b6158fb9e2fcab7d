import { describe, expect, it } from '@jest/globals';
import { spaced } from '../../../src/model/index.ts';

const [NBSP, NNBSP] = ['\u00a0', '\u202f'];

describe('French typography', () => {
  it.each([
    ['Fautes : 3 ; rien d’autre !', `Fautes${NBSP}: 3${NNBSP}; rien d’autre${NNBSP}!`],
    ['La colonne « titre » manque.', `La colonne «${NBSP}titre${NBSP}» manque.`],
    ['http://example.org : oui', `http://example.org${NBSP}: oui`],
    ['12:30', '12:30'],
  ])('keeps together what belongs together in %j', (typed, expected) => {
    expect(spaced(typed, 'fr')).toBe(expected);
    expect(spaced(expected, 'fr')).toBe(expected);
  });

  it.each(['« plume ; lavis »', '"plume ; lavis"', '“plume ; lavis : 3 !”'])(
    'leaves what is quoted in %j as it is',
    (typed) => {
      expect(spaced(typed, 'fr').replaceAll(NBSP, ' ')).toBe(typed);
      expect(spaced(typed, 'fr')).toContain('plume ; lavis');
    },
  );

  it('is for French alone', () => {
    expect(spaced('what : it is', 'en')).toBe('what : it is');
  });
});
