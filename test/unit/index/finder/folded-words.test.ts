import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { folded, foldedWords } from '../../../../src/index/finder/folded-words.ts';

describe('A folded text', () => {
  it.each([
    ['Château de Blois', 'chateau de blois'],
    ['CŒUR', 'coeur'],
    ['Ægidius', 'aegidius'],
    ['ﬁgure', 'figure'],
    ['Straße', 'strasse'],
    ['e\u0301te\u0301', 'ete'],
    ['Łódź', 'łodz'],
    ['İstanbul', 'istanbul'],
    ['Ⅷ', 'viii'],
    ['Пётр', 'петр'],
  ])('of “%s” is “%s”', (text, expected) => {
    expect(folded(text).trim()).toBe(expected);
  });

  it('has the words that people see', () => {
    expect(foldedWords('L’Été : « à-côté » n° 12, M0123')).toEqual([
      'l',
      'ete',
      'a',
      'cote',
      'n',
      '12',
      'm0123',
    ]);
  });

  it('has no words where there are only signs', () => {
    expect(foldedWords('… — « » ?!*"\'')).toEqual([]);
  });

  it('has the same words in capitals, taken apart, and folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aàâäeéèêiïoôœuùûçñß -’,.19AÉŒ') }), (text) => {
        const words = foldedWords(text);
        expect(foldedWords(text.toUpperCase())).toEqual(words);
        expect(foldedWords(text.normalize('NFD'))).toEqual(words);
        expect(foldedWords(folded(text))).toEqual(words);
      }),
    );
  });

  it('separates the words of any text by ASCII only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldedWords(text).join('')).toBe(folded(text).replace(/[^a-z0-9\u0080-\uffff]/g, ''));
        for (const word of foldedWords(text)) expect(word).toMatch(/^[\p{L}\p{N}\u0080-\uffff]+$/u);
      }),
    );
  });
});
