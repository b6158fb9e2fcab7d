import { describe, expect, it } from '@jest/globals';
import { folded, nearest, nearestFew } from '../../../src/documents/index.ts';

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

describe('The nearest few', () => {
  const terms = ['peinture', 'peinture murale', 'sculpture', 'gravure', 'gravures'];

  it('are those within few edits, the nearest first', () => {
    expect(nearestFew('Gravvure', terms, 3)).toEqual(['gravure', 'gravures']);
  });

  it('count what holds the text, or is held by it', () => {
    expect(nearestFew('Sculptures en bois', terms, 3)).toEqual(['sculpture']);
    expect(nearestFew('murale', terms, 3)).toEqual(['peinture murale']);
  });

  it('are no more than asked for, each once', () => {
    expect(nearestFew('gravure', [...terms, ...terms], 1)).toEqual(['gravure']);
  });

  it('are none where nothing is like the text', () => {
    expect(nearestFew('xyz', terms, 3)).toEqual([]);
  });
});
