import { describe, expect, it } from '@jest/globals';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import { complaintText } from '../../../src/model/index.ts';
import { BASE } from './yarrrml-run.ts';

/** A triples map whose subject map stands on line 5 and whose object map on line 6. */
const mapping = (subject: string, object = 'rml:reference "n"', predicate = 'rml:predicate :n'): string => `
@prefix rml: <http://w3id.org/rml/> .
@prefix : <urn:> .
<#map> rml:logicalSource [ rml:source "a.csv" ; rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ ${subject} ] ;
  rml:predicateObjectMap [ ${predicate} ; rml:objectMap [ ${object} ] ] .
`;

function complaints(turtle: string, language: 'fr' | 'en' = 'en'): readonly string[] {
  const parsed = parseRml(turtle, 'm.ttl', BASE, { mapping: '/', working: '/' });
  return parsed.kind === 'parsed' ? [] : parsed.complaints.map((one) => complaintText(one, language));
}

describe('A constant in RML', () => {
  it('that is a literal cannot be a subject, whatever its term type says', () => {
    const turtle = mapping('rml:constant "School" ;\n rml:termType rml:BlankNode');
    expect(complaints(turtle)).toEqual([
      'm.ttl:5:33  The constant "School" is a literal, which a subject cannot be; rml:termType changes nothing of a constant. Write an IRI between angle brackets, <…>. For a blank node, remove rml:constant and keep rml:termType rml:BlankNode.',
    ]);
    expect(complaints(turtle, 'fr')).toEqual([
      'm.ttl:5:33  La constante "School" est un littéral, ce qu’un sujet ne peut pas être ; rml:termType ne change rien à une constante. Écrivez une IRI entre chevrons, <…>. Pour un nœud anonyme, retirez rml:constant et gardez rml:termType rml:BlankNode.',
    ]);
  });

  it.each([
    ['a predicate', mapping('rml:constant :s', 'rml:reference "n"', 'rml:predicate "n"')],
    ['a graph', mapping('rml:constant :s ; rml:graph "n"')],
  ])('that is a literal cannot be %s', (what, turtle) => {
    expect(complaints(turtle)).toEqual([
      expect.stringContaining(`is a literal, which ${what} cannot be. Write an IRI between angle brackets`),
    ]);
  });

  it('cannot be a blank node', () => {
    expect(complaints(mapping('rml:constant _:x'))).toEqual([expect.stringContaining('is a blank node')]);
  });

  it('may have a term type, which has no effect', () => {
    expect(
      complaints(
        mapping('rml:constant :s ; rml:termType rml:IRI', 'rml:constant "x" ; rml:termType rml:Literal'),
      ),
    ).toEqual([]);
  });
});

describe('A term type in RML', () => {
  it.each([
    [
      'subject',
      mapping(
        'rml:template "urn:{a}" ;\n rml:termType rml:Literal',
        'rml:reference "n" ; rml:termType rml:Literal',
      ),
      'm.ttl:6:15  The term type rml:Literal is not possible for a subject. Write one of these: rml:IRI, rml:URI, rml:UnsafeIRI, rml:UnsafeURI, rml:BlankNode.',
    ],
    [
      'predicate',
      mapping(
        'rml:constant :s',
        'rml:reference "n"',
        'rml:predicateMap [ rml:reference "n" ; rml:termType rml:BlankNode ]',
      ),
      'm.ttl:6:80  The term type rml:BlankNode is not possible for a predicate.',
    ],
    [
      'object',
      mapping('rml:constant :s', 'rml:reference "n" ; rml:termType :Literal'),
      'm.ttl:6:96  The term type <urn:Literal> is not possible for an object. Write one of these: rml:IRI',
    ],
  ])('that a %s cannot have is told on its line, with those it can have', (_, turtle, text) => {
    expect(complaints(turtle)).toEqual([expect.stringContaining(text)]);
  });
});
