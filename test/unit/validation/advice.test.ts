import { describe, expect, it } from '@jest/globals';
import { onProperty, thing, validator } from './shapes.ts';

const firstOf = async (constraint: string, ...values: readonly string[]) => {
  const [result] = await onProperty(constraint).validate([thing('t', ...values)]);
  return result;
};

describe('Why a result matters', () => {
  it('is what the shape says of itself', async () => {
    const result = await firstOf('sh:minCount 1 ; sh:description "Pour la carte."@fr , "For the map."@en');
    expect(result?.why).toEqual({ fr: 'Pour la carte.', en: 'For the map.' });
  });

  it('is said for the constraint in a language that the shape does not speak', async () => {
    const result = await firstOf('sh:minCount 1 ; sh:description "Pour la carte."@fr');
    expect(result?.why?.fr).toBe('Pour la carte.');
    expect(result?.why?.en).toMatch(/incomplete/);
  });

  it.each([
    ['sh:maxCount 1', ['"a"', '"b"'], /laquelle/],
    ['sh:in ( "a" )', ['"b"'], /liste/],
    ['sh:nodeKind sh:IRI', ['"b"'], /adresse/],
    ['sh:not [ sh:hasValue "b" ]', ['"b"'], /notice/],
  ])('has a sentence for %s', async (constraint, values, sentence) => {
    expect((await firstOf(constraint, ...values))?.why?.fr).toMatch(sentence);
  });
});

describe('Suggestions', () => {
  it('are the nearest of a closed list, whatever case and accents, three at most', async () => {
    const list = 'sh:in ( "Peinture" "Peinture murale" "Dessin" "Gravure" "Sculpture" )';
    expect((await firstOf(list, '"PEINTÙRE"'))?.suggestions).toEqual(['Peinture', 'Peinture murale']);
  });

  it('are none where nothing of a long list is like the value', async () => {
    const list = 'sh:in ( "Peinture" "Dessin" "Gravure" "Sculpture" )';
    expect((await firstOf(list, '"xyz"'))?.suggestions).toBeUndefined();
  });

  it('are the whole of a short list', async () => {
    expect((await firstOf('sh:in ( "oui" "non" )', '"xyz123"'))?.suggestions).toEqual(['oui', 'non']);
  });

  it('compare addresses by their ends', async () => {
    const list = 'sh:in ( ex:list/peinture ex:list/gravure ex:list/dessin ex:list/orfevrerie )'.replace(
      /ex:(\S+)/g,
      '<http://example.org/$1>',
    );
    expect((await firstOf(list, '<http://example.org/list/peintures>'))?.suggestions).toEqual([
      'http://example.org/list/peinture',
    ]);
  });

  it.each([
    ['sh:datatype xsd:date', ['2024-05-31']],
    ['sh:datatype xsd:boolean', ['true', 'false']],
    ['sh:hasValue "fr"', ['fr']],
    ['sh:languageIn ( "fr" "en" )', ['fr', 'en']],
    ['sh:pattern "^M[0-9]{4}$"', ['M1234']],
    ['sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYear ] )', ['2024-05-31', '1850']],
  ])('for %s are %j', async (constraint, suggestions) => {
    expect((await firstOf(constraint, '"x"'))?.suggestions).toEqual(suggestions);
  });

  it('end for thousands of values beside a long list', async () => {
    const list = `sh:in ( ${Array.from({ length: 2000 }, (_, n) => `"terme ${n}"`).join(' ')} )`;
    const values = Array.from({ length: 4000 }, (_, n) => `"ter ${n}"`);
    const results = await onProperty(list).validate([thing('t', ...values)]);
    expect(results).toHaveLength(4000);
    expect(results.at(-1)?.suggestions).toBeUndefined();
  });
});

describe('Reasons inside a result', () => {
  it('are told one by one with their paths', async () => {
    const judge = validator(`ex:S a sh:NodeShape ; sh:targetClass ex:Thing ;
      sh:node [ sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:message "q ?" ] ] .`);
    const [result] = await judge.validate([thing('t')]);
    expect(result?.details).toEqual([
      {
        focusNode: 'http://example.org/t',
        component: 'MinCountConstraintComponent',
        path: 'http://example.org/q',
        message: { fr: 'q ?', en: 'q ?' },
      },
    ]);
  });

  it('leave out what only passes them on, and stop at twenty', async () => {
    const inner = Array.from({ length: 30 }, (_, n) => `[ sh:path ex:q${n} ; sh:minCount 1 ]`).join(' , ');
    const judge = validator(`ex:S a sh:NodeShape ; sh:targetClass ex:Thing ;
      sh:node [ sh:node [ sh:property ${inner} ] ] .`);
    const [result] = await judge.validate([thing('t')]);
    expect(result?.details).toHaveLength(20);
    expect(result?.details?.every(({ component }) => component === 'MinCountConstraintComponent')).toBe(true);
  });

  it('are absent where a constraint has none', async () => {
    expect((await firstOf('sh:minCount 1'))?.details).toBeUndefined();
  });
});

describe('The value of a result', () => {
  it.each([
    ['"1809"^^<http://www.w3.org/2001/XMLSchema#gYear>', '1809'],
    ['"Musée"@fr', 'Musée'],
    ['<http://example.org/x>', 'http://example.org/x'],
  ])('is kept as the term %s too', async (term, value) => {
    expect(await firstOf('sh:maxLength 1', term)).toMatchObject({ value, term });
  });
});
