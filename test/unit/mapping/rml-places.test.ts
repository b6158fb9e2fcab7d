import { describe, expect, it } from '@jest/globals';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import { complaintText } from '../../../src/model/index.ts';
import { BASE } from './yarrrml-run.ts';

/** A triples map whose subject map stands on line 4 and whose object map on line 5. */
const mapping = (object: string, pair = '', subject = 'rml:template "urn:{id}"'): string => `
@prefix rml: <http://w3id.org/rml/> .
<#map> rml:logicalSource [ rml:source "a.csv" ; rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ ${subject} ] ;
  rml:predicateObjectMap [ rml:predicate <urn:n> ; rml:objectMap [ ${object} ] ${pair} ] .
`;

function complaints(turtle: string, language: 'fr' | 'en' = 'en'): readonly string[] {
  const parsed = parseRml(turtle, 'm.ttl', BASE, { mapping: '/', working: '/' });
  return parsed.kind === 'parsed' ? [] : parsed.complaints.map((one) => complaintText(one, language));
}

describe('A term map with several expressions', () => {
  it('is refused at the second, in both languages', () => {
    const turtle = mapping('rml:reference "a" ; rml:template "{b}"');
    expect(complaints(turtle)).toEqual([
      'm.ttl:5:101  The term map has 2 expressions: rml:reference, rml:template. Exactly one is needed: remove the others.',
    ]);
    expect(complaints(turtle, 'fr')).toEqual([
      'm.ttl:5:101  La règle de terme a 2 expressions : rml:reference, rml:template. Il en faut exactement une : retirez les autres.',
    ]);
  });

  it.each([
    ['two references', 'rml:reference "a", "b"'],
    ['a constant and a reference', 'rml:constant "a" ; rml:reference "b"'],
    ['two constants', 'rml:constant "a", "b"'],
    ['a template and a function', 'rml:template "{a}" ; rml:functionExecution [ rml:function <urn:f> ]'],
  ])('is refused: %s', (_, object) => {
    expect(complaints(mapping(object))).toEqual([expect.stringContaining('has 2 expressions')]);
  });

  it('is refused as a subject too', () => {
    expect(
      complaints(mapping('rml:reference "a"', '', 'rml:template "urn:{a}" ; rml:reference "b"')),
    ).toHaveLength(1);
  });
});

describe('A literal with two tags', () => {
  it.each([
    'rml:language "fr" ; rml:datatype <urn:d>',
    'rml:language "fr", "en"',
    'rml:languageMap [ rml:reference "l" ] ; rml:datatype <urn:d>',
  ])('is refused: %s', (tags) => {
    expect(complaints(mapping(`rml:reference "a" ; ${tags}`))).toEqual([
      expect.stringMatching(/A literal cannot have rml:\w+ and rml:\w+ at once\. Exactly one is needed/),
    ]);
  });
});

describe('A property on the wrong node', () => {
  it('is told with the right one', () => {
    expect(complaints(mapping('rml:reference "a"', '; rml:subjectMap [ rml:template "{x}" ]'), 'fr')).toEqual(
      [
        expect.stringContaining(
          'rml:subjectMap n’a pas de sens sur rml:predicateObjectMap : personne ne le lirait. Placez-le sur rml:TriplesMap.',
        ),
      ],
    );
  });

  it.each([
    ['a class on a pair', mapping('rml:reference "a"', '; rml:class <urn:C>'), 'rml:subjectMap'],
    ['a datatype on a pair', mapping('rml:reference "a"', '; rml:datatype <urn:d>'), 'rml:objectMap'],
    [
      'a predicate on an object map',
      mapping('rml:reference "a" ; rml:predicate <urn:p>'),
      'rml:predicateObjectMap',
    ],
  ])('is refused: %s', (_, turtle, home) => {
    expect(complaints(turtle)).toEqual([expect.stringContaining(`Put it on ${home}.`)]);
  });
});
