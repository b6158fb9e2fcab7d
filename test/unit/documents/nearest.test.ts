import { describe, expect, it } from '@jest/globals';
import { folded, nearest } from '../../../src/documents/index.ts';

describe('A folded name', () => {
  it.each([
    ['Numéro_de_l’objet', 'numerodelobjet'],
    ['  Code Postal ', 'codepostal'],
    ['Œuvre n° 3', 'œuvren3'],
    ['', ''],
  ])('%j has neither case, accents nor punctuation', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });
});

describe('The nearest name', () => {
  it.each([
    ['titel', 'title'],
    ['Identifiant musée', 'identifiant_musee'],
    ['PUBLISHER', 'publisher'],
    ['xyz', undefined],
    ['quarantaine', undefined],
  ])('of %j is found among those that resemble it', (text, expected) => {
    expect(nearest(text, ['title', 'publisher', 'identifiant_musee', 'licence'])).toBe(expected);
  });

  it('is nothing among nothing', () => {
    expect(nearest('x', [])).toBeUndefined();
  });
});
