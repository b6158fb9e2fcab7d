import { describe, expect, it } from '@jest/globals';
import { frenchFaults } from './french.ts';

describe('A French text', () => {
  it.each([
    'L’œuvre : un dessin ; est-ce «\u00a0fini\u00a0» ?',
    'Voyez https://exemple.fr/a?b=c;d (title: { fr: …, en: … }) et schema:name.',
    'Écrivez themes: [EDUC], à 10:30.',
  ])('is fine as %j', (text) => {
    expect(frenchFaults(text.replace(/ ([:;?])/g, '\u00a0$1'))).toEqual([]);
  });

  it.each([
    ["l'œuvre", 'straight apostrophe'],
    ['un "mot"', 'straight quotation marks'],
    ['la suite...', 'three dots'],
    ['Quoi ?', 'no no-break space before'],
    ['Quoi?', 'no no-break space before'],
    ['Ceci: cela', 'no no-break space before'],
    ['« mot »', 'no no-break space inside'],
    ['«mot»', 'no no-break space inside'],
    ['l’\u00a0eau', 'a no-break space after'],
    ['fini\u00a0.', 'a no-break space before'],
  ])('breaks a rule as %j', (text, rule) => {
    expect(frenchFaults(text).join()).toContain(rule);
  });
});
