import { describe, expect, it } from '@jest/globals';
import { same } from '../../../../src/model/index.ts';
import { explanationText } from '../../../../src/validation/index.ts';
import { explained } from './explained.ts';

const SHAPES = `ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:name "Chose"@fr , "Thing"@en ;
  sh:property [ sh:path ex:p ; sh:maxCount 1 ; sh:not [ sh:datatype xsd:integer ] ; sh:severity sh:Warning ] .`;
const told = explained(SHAPES, 'ex:a a ex:Thing ; ex:p 1, "x" .');
/** Without the spaces of French typography. */
const lines = (language: 'fr' | 'en', more = {}) =>
  explanationText(told, { language, ...more }).map((line) => line.replace(/[\u00a0\u202f]/g, ' '));

describe('An explanation as text', () => {
  it('reads in French', () => {
    expect(lines('fr')).toEqual([
      '<http://example.org/a> : non conforme (avertissement : 2).',
      '',
      '✗ Chose <http://example.org/S>',
      '  cible : instance de <http://example.org/Thing>',
      '  ✗ <http://example.org/p> : "1"^^xsd:integer ; "x"',
      '    ✗ avertissement · attendu : au plus 1 valeur',
      '      → « <http://example.org/p> » doit avoir au plus 1 valeur.',
      '    ✗ avertissement · attendu : pas la forme …',
      '      → « <http://example.org/p> » satisfait à une condition exclue (<http://example.org/S>).',
      '      "1"^^xsd:integer',
      '      ✓ forme sans nom · "1"^^xsd:integer — satisfaite : c’est la faute',
      '        ✓ valeur bien formée de type xsd:integer',
      '      ✗ forme sans nom · "x" — non satisfaite, comme il le faut',
      '        ✗ violation · attendu : valeur bien formée de type xsd:integer',
      '          → La ressource doit être une valeur bien formée de type xsd:integer.',
    ]);
  });

  it('has notes, and places of values, where they are given', () => {
    const more = { notes: [same('A note.')], locate: () => same('cell B2') };
    const written = lines('en', more);
    expect(written[1]).toBe('A note.');
    expect(written).toContain('      "1"^^xsd:integer · cell B2');
  });

  it('says that nothing was judged', () => {
    const silent = explained(SHAPES, 'ex:b a ex:Thing .');
    const [first] = explanationText(silent, { language: 'en' });
    expect(first).toBe(
      '<http://example.org/a>: no shape has it as its target; nothing was judged. No statement of the data describes it.',
    );
  });
});
