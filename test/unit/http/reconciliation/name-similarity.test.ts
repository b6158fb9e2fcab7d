import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareNames } from '../../../../src/http/reconciliation/name-similarity.ts';
import { nameWords, telling } from '../../../../src/http/reconciliation/name-words.ts';

const compare = (asked: string, name: string, said: readonly string[] = []) =>
  compareNames(nameWords(asked), nameWords(name), {
    qualifiers: new Set(nameWords(name).qualifier),
    circumstances: new Set(said.flatMap(telling)),
  });

describe('The words of a name', () => {
  it.each([
    ['Musée d’Art et d’Histoire', 'musee art histoire'],
    ['Église N.-D. de Sous-Terre', 'eglise notre dame sous terre'],
    ['St-Étienne', 'saint etienne'],
    ['Cœur de bœuf', 'coeur boeuf'],
    ['La', 'la'],
  ])('of “%s” are “%s”', (name, words) => {
    expect(nameWords(name).words.join(' ')).toBe(words);
  });

  it('leave what stands in brackets apart', () => {
    expect(nameWords('Château (Foix)')).toEqual({ words: ['chateau'], qualifier: ['foix'] });
  });

  it('are never none where there is a word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const { words, qualifier } = nameWords(text);
        expect(words.length + qualifier.length > 0).toBe(
          /[\p{L}\p{N}]/u.test(text.slice(0, 300).normalize('NFKD')),
        );
      }),
      { examples: [['(x)'], ['[[a]']] },
    );
  });
});

describe('Two names', () => {
  it.each([
    ['Allemand, Hector', 'Hector Allemand'],
    ['MUSEE DU LOUVRE', 'Musée du Louvre'],
    ['Eglise St Pierre', 'Église Saint-Pierre'],
    ['Sacre-Coeur', 'Sacré-Cœur'],
    ['Musée d’Orsay Paris', 'Musée d’Orsay (Paris)'],
  ])('“%s” and “%s” are the same', (asked, name) => {
    expect(compare(asked, name)).toEqual({ similarity: 1, isSame: true });
  });

  it('are the same up to a place that is said of the thing', () => {
    expect(compare('Musée du Louvre (Paris)', 'Musée du Louvre', ['Paris']).isSame).toBe(true);
    expect(compare('Musée Fabre Montpellier', 'musée Fabre', ['Montpellier']).isSame).toBe(true);
    expect(compare('Musée du Louvre (Lens)', 'Musée du Louvre', ['Paris'])).toMatchObject({ isSame: false });
    expect(compare('Musée Fabre Nantes', 'musée Fabre', ['Montpellier']).isSame).toBe(false);
  });

  it('that differ by a letter are alike, and not the same', () => {
    const likeness = compare('Eugène Delacrois', 'Eugène Delacroix');
    expect(likeness.isSame).toBe(false);
    expect(likeness.similarity).toBeGreaterThan(0.85);
  });

  it('with other numbers are others', () => {
    expect(compare('Palais 1809', 'Palais 1806').similarity).toBeLessThan(
      compare('Palais Royal', 'Palais Royat').similarity,
    );
  });

  it('are like themselves, and like each other both ways, within bounds', () => {
    const name = fc.array(fc.constantFrom('musée', 'art', 'Fabre', 'Lyon', 'saint', 'X', '1809', 'œuvre'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(compare(one.join(' '), one.join(' ')).similarity).toBe(1);
        const there = compare(one.join(' '), other.join(' ')).similarity;
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
      }),
    );
  });
});
