import { describe, expect, it } from '@jest/globals';
import { asked, faultTexts, onThings, refused } from './asked.ts';

const LANGUAGE = `ex:Language a sh:ConstraintComponent ;
  sh:parameter [ sh:path ex:lang ] , [ sh:path ex:note ; sh:optional true ] ;
  sh:validator [ sh:ask "ASK { FILTER(isLiteral($value) && langMatches(lang($value), $lang)) }" ;
    sh:message "{?value} n’est pas en {$lang}"@fr ] .`;

const onP = (body: string) => onThings(`sh:property [ sh:path ex:p ; ${body} ]`);
const DATA = 'ex:a a ex:Thing ; ex:p "oui"@fr, "yes"@en, 01 .';

describe('A constraint component in SPARQL', () => {
  it('is applied (the engine let everything conform in silence)', async () => {
    const results = await asked(`${LANGUAGE} ${onP('ex:lang "fr"')}`, DATA);
    expect(faultTexts(results)).toEqual(['a 01', 'a yes']);
    expect(results[0]).toMatchObject({
      component: 'http://example.org/Language',
      path: { kind: 'predicate', iri: 'http://example.org/p' },
    });
    expect(results.map(({ message }) => message.fr).sort()).toEqual([
      '01 n’est pas en fr',
      'yes n’est pas en fr',
    ]);
  });

  it('with one parameter is applied once for each of its values', async () => {
    const component = `ex:Not a sh:ConstraintComponent ; sh:parameter [ sh:path ex:not ] ;
      sh:validator [ sh:ask "ASK { FILTER($value != $not) }" ] .`;
    const results = await asked(`${component} ${onP('ex:not 1, 2')}`, 'ex:a a ex:Thing ; ex:p 1, 2, 3 .');
    expect(faultTexts(results)).toEqual(['a 1', 'a 2']);
  });

  it('chooses its SELECT by whether the shape has a path, and knows parameters in every subquery', async () => {
    const component = `ex:Most a sh:ConstraintComponent ; sh:parameter [ sh:path ex:most ] ;
      sh:propertyValidator [ sh:select """SELECT $this { { SELECT $this $most (COUNT(*) AS ?n) { $this $PATH ?v }
        GROUP BY $this $most } FILTER(?n > $most) }""" ] ;
      sh:nodeValidator [ sh:select """SELECT $this (COUNT(?o) AS ?value) { $this ?p ?o } GROUP BY $this
        HAVING (COUNT(?o) > $most)""" ] .`;
    expect(faultTexts(await asked(`${component} ${onP('ex:most 2')}`, DATA))).toEqual(['a -']);
    expect(faultTexts(await asked(`${component} ${onThings('ex:most 3')}`, DATA))).toEqual(['a 4']);
    expect(faultTexts(await asked(`${component} ${onThings('ex:most 4')}`, DATA))).toEqual([]);
  });

  it('is refused where a required parameter is missing', async () => {
    const [complaint] = await refused(`${LANGUAGE} ${onP('ex:note "x"')}`);
    expect(complaint?.found.en).toContain('is without <http://example.org/lang>');
  });

  it('is refused where it has no validator for the shape', async () => {
    const component = `ex:Most a sh:ConstraintComponent ; sh:parameter [ sh:path ex:most ] ;
      sh:nodeValidator [ sh:select "SELECT $this {}" ] .`;
    const [complaint] = await refused(`${component} ${onP('ex:most 2')}`);
    expect(complaint?.remedy.en).toContain('sh:propertyValidator');
  });

  it('is refused where one of several parameters has several values', async () => {
    const [complaint] = await refused(`${LANGUAGE} ${onP('ex:lang "fr", "en"')}`);
    expect(complaint?.found.en).toContain('several <http://example.org/lang>');
  });

  it('is refused where nothing could apply it', async () => {
    const component = `ex:Idle a sh:ConstraintComponent ; sh:parameter [ sh:path ex:x ; sh:optional true ] ;
      sh:validator [ sh:ask "ASK {}" ] .`;
    const [complaint] = await refused(`${component} ${onThings('sh:nodeKind sh:IRI')}`);
    expect(complaint?.found.en).toContain('no required parameter');
  });
});
