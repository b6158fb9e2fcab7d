import { describe, expect, it } from '@jest/globals';
import { classifyConstraints, ShapeGraph } from '../../../src/validation/index.ts';
import { shapesFile } from './shapes.ts';

const local = (iri: string): string => iri.replace(/.*#/, '');

/** The constraints of `ex:S`, as `parameter reach`. */
function classified(turtle: string): string[] {
  const graph = new ShapeGraph([shapesFile(turtle)]);
  return classifyConstraints(graph)
    .filter(({ statement }) => statement.quad.subject.value === 'http://example.org/S')
    .map(({ statement, reach, inverse }) =>
      [local(statement.quad.predicate.value), reach, ...(inverse ? ['inverse'] : [])].join(' '),
    );
}

describe('A constraint', () => {
  it.each([
    'sh:minCount 1',
    'sh:maxCount 1',
    'sh:datatype xsd:date',
    'sh:nodeKind sh:IRI',
    'sh:pattern "a"',
    'sh:minLength 1',
    'sh:maxInclusive 1',
    'sh:in ( 1 )',
    'sh:languageIn ( "fr" )',
    'sh:uniqueLang true',
    'sh:hasValue 1',
    'sh:equals ex:q',
    'sh:disjoint ex:q',
    'sh:lessThan ex:q',
    'sh:lessThanOrEquals ex:q',
  ])('is local on a property of the thing: %s', (body) => {
    expect(classified(`ex:S sh:path ex:p ; ${body} .`)).toEqual([expect.stringMatching(/ local$/)]);
  });

  it.each(['sh:class ex:C', 'sh:closed true', 'sh:property [ sh:path ex:q ; sh:minCount 1 ]'])(
    'is local on the thing and crosses from its values: %s',
    (body) => {
      expect(classified(`ex:S ${body} .`)).toEqual([expect.stringMatching(/ local$/)]);
      expect(classified(`ex:S sh:path ex:p ; ${body} .`)).toEqual([expect.stringMatching(/ cross$/)]);
    },
  );

  it.each([
    ['sh:node [ sh:nodeKind sh:IRI ]', 'node local'],
    ['sh:not [ sh:class ex:C ]', 'not cross'],
    ['sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYear ] )', 'or local'],
    ['sh:xone ( [ sh:datatype xsd:date ] [ sh:closed true ] )', 'xone cross'],
    ['sh:and ( [ sh:not [ sh:property [ sh:path ex:q ; sh:maxCount 0 ] ] ] )', 'and cross'],
    ['sh:qualifiedValueShape [ sh:pattern "a" ]', 'qualifiedValueShape local'],
  ])('that asks shapes reaches as far as they do: %s is %s', (body, expected) => {
    expect(classified(`ex:S sh:path ex:p ; ${body} .`)).toEqual([expected]);
  });

  it.each([
    ['[ sh:alternativePath ( ex:a ex:b ) ]', 'minCount local'],
    ['[ sh:zeroOrOnePath ex:a ]', 'minCount local'],
    ['( ex:a ex:b )', 'minCount cross'],
    ['[ sh:zeroOrMorePath ex:a ]', 'minCount cross'],
    ['[ sh:inversePath ex:a ]', 'minCount cross inverse'],
    ['( ex:a [ sh:zeroOrOnePath [ sh:inversePath ex:b ] ] )', 'minCount cross inverse'],
  ])('reaches as far as its path: on %s, %s', (path, expected) => {
    expect(classified(`ex:S sh:path ${path} ; sh:minCount 1 .`)).toEqual([expected]);
  });

  it('of a component that shapes declare looks at the whole set; what declares its parameters judges nothing', () => {
    const component = `ex:C a sh:ConstraintComponent ; sh:validator [ sh:ask "ASK {}" ] ;
      sh:parameter [ sh:path ex:lang ; sh:datatype xsd:string ], [ sh:path ex:note ; sh:optional true ] .`;
    expect(classified(`${component} ex:S sh:path ex:p ; ex:lang "fr" ; ex:note "x" .`)).toEqual([
      'http://example.org/lang set',
    ]);
    const graph = new ShapeGraph([shapesFile(component)]);
    expect(classifyConstraints(graph)).toEqual([]);
  });

  it('that asks a shape with SPARQL crosses', () => {
    expect(classified('ex:S sh:not [ sh:sparql [ sh:select "x" ] ] .')).toEqual(['not cross']);
  });

  it('in SPARQL looks at the whole set', () => {
    expect(classified('ex:S sh:sparql [ sh:select "x" ] .')).toEqual(['sparql set']);
  });

  it('on shapes that ask themselves ends', () => {
    expect(classified('ex:S sh:property [ sh:path ex:p ; sh:node ex:S ] .')).toEqual(['property cross']);
  });
});
