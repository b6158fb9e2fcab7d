import { describe, expect, it } from '@jest/globals';
import { onProperty, thing, validator } from './shapes.ts';

describe('Messages', () => {
  it('come from sh:message by language, with the parameters filled in', async () => {
    const judge = onProperty(
      'sh:minCount 2 ; sh:message "Il en faut {$minCount}."@fr , "It takes {$minCount}."@en',
    );
    const [result] = await judge.validate([thing('t')]);
    expect(result?.message).toEqual({ fr: 'Il en faut 2.', en: 'It takes 2.' });
  });

  it('are generated in the language that the shape does not speak', async () => {
    const judge = onProperty(
      'sh:minCount 1 ; sh:name "nom"@fr , "name"@en ; sh:message "Un nom, s’il vous plaît."@fr',
    );
    const [result] = await judge.validate([thing('t')]);
    expect(result?.message).toEqual({
      fr: 'Un nom, s’il vous plaît.',
      en: '“name” is required and missing.',
    });
  });

  it('without language serve both', async () => {
    const [result] = await onProperty('sh:minCount 1 ; sh:message "ex:p!"').validate([thing('t')]);
    expect(result?.message).toEqual({ fr: 'ex:p!', en: 'ex:p!' });
  });

  it.each([
    ['sh:minCount 1', [], '«\u00a0code\u00a0» est obligatoire et manque.'],
    ['sh:maxCount 1', ['"a"', '"b"'], '«\u00a0code\u00a0» doit avoir au plus 1 valeur.'],
    [
      'sh:datatype xsd:date',
      ['"a"'],
      '«\u00a0code\u00a0» doit être une valeur bien formée de type xsd:date.',
    ],
    ['sh:in ( "x" "y" )', ['"a"'], '«\u00a0code\u00a0» doit être l’une des valeurs de la liste\u00a0: x, y.'],
    [
      'sh:uniqueLang true',
      ['"a"@fr', '"b"@fr'],
      '«\u00a0code\u00a0» ne doit avoir qu’une valeur par langue.',
    ],
  ])('are generated for %s', async (constraint, values, message) => {
    const judge = onProperty(`sh:name "code" ; ${constraint}`);
    const [result] = await judge.validate([thing('t', ...values)]);
    expect(result?.message.fr).toBe(message);
  });

  it('carry the severity of the shape, violation by default', async () => {
    const judge = validator(`ex:S a sh:NodeShape ; sh:targetClass ex:Thing ;
      sh:property [ sh:path ex:p ; sh:minCount 1 ; sh:severity sh:Warning ] , [ sh:path ex:p ; sh:minCount 2 ; sh:severity sh:Info ] ,
        [ sh:path ex:p ; sh:minCount 3 ] .`);
    const results = await judge.validate([thing('t')]);
    expect(results.map((result) => result.severity)).toEqual(['warning', 'info', 'violation']);
  });
});
