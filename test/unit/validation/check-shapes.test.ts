import { describe, expect, it } from '@jest/globals';
import { complaintText } from '../../../src/model/index.ts';
import { createShapeValidator, validateGraph } from '../../../src/validation/index.ts';
import { created, PREAMBLE_LINES, shapesFile } from './shapes.ts';

function complaints(turtle: string): string[] {
  const outcome = created(turtle);
  return outcome.kind === 'ready' ? [] : outcome.complaints.map((one) => complaintText(one, 'en'));
}

const node = (body: string): string => `ex:S a sh:NodeShape ; sh:targetClass ex:Thing ;\n${body} .`;
const property = (body: string): string => node(`sh:property [ sh:path ex:p ;\n${body} ]`);

describe('Checking shapes', () => {
  it('names file, line and the nearest term for a misspelt one', () => {
    expect(complaints(property('sh:minCout 1'))).toEqual([
      `shapes/test.ttl:${PREAMBLE_LINES + 3}  SHACL has no term sh:minCout. Write sh:minCount.`,
    ]);
  });

  it('says of each word of a rule that it is not supported, rather than unknown', () => {
    const shapes =
      'ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:rule [ a sh:TripleRule ; sh:subject sh:this ; sh:predicate ex:p ; sh:object ex:o ] .';
    const found = complaints(shapes);
    expect(found).toHaveLength(5);
    expect(found.every((text) => text.includes('is not supported yet.'))).toBe(true);
  });

  it('says in French what it says in English', () => {
    const outcome = created(property('sh:minCout 1'));
    expect(outcome.kind === 'refused' && outcome.complaints.map((one) => complaintText(one, 'fr'))).toEqual([
      `shapes/test.ttl:${PREAMBLE_LINES + 3}  SHACL ne connaît pas sh:minCout. Écrivez sh:minCount.`,
    ]);
  });

  it.each(['sh:sparql [ sh:select "x" ]', 'sh:rule [ ]', 'sh:expression [ ]', 'sh:target [ ]'])(
    'refuses %s, which exists but is not supported yet',
    (body) => {
      expect(complaints(property(body))[0]).toContain('is not supported yet');
    },
  );

  it.each([
    ['sh:class ex:C', 'sh:class'],
    ['sh:node [ sh:property [ sh:path ex:q ; sh:minCount 1 ] ]', 'sh:node'],
    ['sh:or ( [ sh:datatype xsd:date ] [ sh:class ex:C ] )', 'sh:or'],
    ['sh:not [ sh:closed true ]', 'sh:not'],
    ['sh:property [ sh:path ex:q ; sh:minCount 1 ]', 'sh:property'],
    ['sh:qualifiedValueShape [ sh:class ex:C ] ; sh:qualifiedMinCount 1', 'sh:qualifiedValueShape'],
  ])('refuses %s where nothing but the thing can be read', (body, term) => {
    expect(complaints(property(body))).toEqual([
      expect.stringContaining(`${term} looks here at what is said of other resources`),
    ]);
  });

  it.each([
    'sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYear ] )',
    'sh:not [ sh:hasValue "?" ]',
    'sh:node [ sh:nodeKind sh:IRI ; sh:pattern "^http" ]',
    'sh:equals ex:q',
    'sh:lessThan ex:q ; sh:disjoint ex:r',
  ])('lets pass %s, which reads nothing but the thing', (body) => {
    expect(complaints(property(body))).toEqual([]);
  });

  it.each([
    'sh:class ex:C',
    'sh:closed true',
    'sh:xone ( [ sh:property [ sh:path ex:p ; sh:minCount 1 ] ] )',
  ])('lets pass %s on the thing itself', (body) => {
    expect(complaints(node(body))).toEqual([]);
  });

  it('finds a shape that asks itself by way of a list and of others', () => {
    const turtle = `${node('sh:or ( [ sh:nodeKind sh:IRI ] ex:A )')} ex:A sh:not ex:B . ex:B sh:property [ sh:path ex:p ; sh:qualifiedValueShape ex:S ; sh:qualifiedMaxCount 1 ] .`;
    const way = complaints(turtle).find((one) => one.includes('asks itself')) ?? '';
    for (const name of ['S', 'A', 'B']) expect(way).toContain(`<http://example.org/${name}>`);
  });

  it('names the shapes on the way round where a shape asks itself', () => {
    const turtle = `${node('sh:property [ sh:path ex:broader ; sh:node ex:S ]')}`;
    expect(complaints(turtle)[0]).toContain('A shape asks itself: <http://example.org/S> →');
    const outcome = validateGraph({ shapes: [shapesFile(turtle)], data: [], reading: 'letter' });
    expect(outcome.kind).toBe('refused');
  });

  it.each([
    ['sh:minCount "1"', 'a whole number, 0 or more'],
    ['sh:maxCount -1', 'a whole number, 0 or more'],
    ['sh:datatype xsd:dat', 'a datatype of XSD'],
    ['sh:nodeKind sh:Iri', 'one of: sh:IRI'],
    ['sh:pattern "(["', 'a regular expression of XPath'],
    ['sh:pattern "a" ; sh:flags "g"', 'a regular expression of XPath'],
    ['sh:minInclusive "2024-02-30"^^xsd:date', 'a well-formed number'],
    ['sh:in "a"', 'a list in parentheses'],
    ['sh:languageIn ( "fr_FR" )', 'a list in parentheses'],
    ['sh:uniqueLang "yes"', 'true or false'],
    ['sh:deactivated "true"', 'true or false'],
    ['sh:severity ex:Grave', 'one of: sh:Violation'],
    ['sh:hasValue [ ]', 'an IRI or a literal'],
    ['sh:message ex:M', 'a text'],
    ['sh:property [ sh:name "q" ]', 'a shape that has an sh:path'],
    ['sh:node ex:Missing', 'a shape that is described in these files'],
    ['sh:not "no"', 'a shape that is described in these files'],
    ['sh:or ( [ sh:nodeKind sh:IRI ] ex:Missing )', 'a list in parentheses of shapes'],
    ['sh:or ()', 'a list in parentheses of shapes'],
    ['sh:xone ex:Missing', 'a list in parentheses of shapes'],
    ['sh:class "C"', 'an IRI'],
    ['sh:lessThan "q"', 'an IRI'],
    ['sh:closed "yes"', 'true or false'],
    ['sh:closed true ; sh:ignoredProperties ex:q', 'a list in parentheses'],
    ['sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount "1"', 'a whole number, 0 or more'],
    ['sh:flags "i"', 'Add sh:pattern, or take it out'],
    ['sh:qualifiedMinCount 1', 'Add sh:qualifiedValueShape, or take it out'],
    [
      'sh:qualifiedValueShape [ sh:nodeKind sh:IRI ]',
      'Add sh:qualifiedMinCount or sh:qualifiedMaxCount, or take it out',
    ],
  ])('refuses the ill-formed parameter %s', (body, expected) => {
    expect(complaints(property(body)).join('\n')).toContain(expected);
  });

  it.each([
    '"p"',
    '( ex:a )',
    '()',
    '[ sh:inversePath ex:a ; sh:zeroOrMorePath ex:b ]',
    '[ sh:inversePath ex:a , ex:b ]',
    '[ sh:alternativePath ex:a ]',
    '[ ]',
  ])('refuses %s, which is no path', (path) => {
    expect(complaints(node(`sh:property [ sh:path ${path} ]`)).join('\n')).toContain('a well-formed path');
  });

  it.each(['( ex:a ex:b )', '[ sh:inversePath ex:a ]', '[ sh:oneOrMorePath ex:a ]'])(
    'refuses the path %s where nothing but the thing can be read',
    (path) => {
      expect(complaints(node(`sh:property [ sh:path ${path} ; sh:minCount 1 ]`))).toEqual([
        expect.stringContaining('sh:path looks here at what is said of other resources'),
      ]);
    },
  );

  it.each(['[ sh:alternativePath ( ex:a ex:b ) ]', '[ sh:zeroOrOnePath ex:a ]'])(
    'lets pass the path %s, which is one step',
    (path) => {
      expect(complaints(node(`sh:property [ sh:path ${path} ; sh:minCount 1 ]`))).toEqual([]);
    },
  );

  it('refuses inverse paths where only single subjects can be read', () => {
    const shapes = [shapesFile(node('sh:property [ sh:path [ sh:inversePath ex:a ] ; sh:minCount 1 ]'))];
    const outcome = createShapeValidator({ shapes, rest: () => [] });
    expect(outcome.kind === 'refused' && outcome.complaints.map((one) => complaintText(one, 'en'))).toEqual([
      expect.stringContaining('sh:path asks who refers to a resource'),
    ]);
  });

  it('refuses constraints of properties on a node shape', () => {
    expect(complaints(node('sh:minCount 1'))[0]).toContain('sh:minCount stands on a shape without sh:path');
  });

  it('refuses two values of a parameter that takes one', () => {
    expect(complaints(property('sh:datatype xsd:date , xsd:gYear'))).toEqual([
      expect.stringContaining('One shape has several sh:datatype'),
    ]);
  });

  it('refuses sh:targetObjectsOf where the objects’ own properties would be read', () => {
    const shapes =
      'ex:S a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:property [ sh:path ex:q ; sh:minCount 1 ] .';
    expect(complaints(shapes)[0]).toContain('sh:targetObjectsOf looks here at what is said of other');
  });

  it('refuses a target that is no resource where things are judged', () => {
    expect(complaints('ex:S a sh:NodeShape ; sh:targetNode "text" .')[0]).toContain('"text" is no resource');
  });

  it('refuses a shape with a target and without a name', () => {
    expect(complaints('[] a sh:NodeShape ; sh:targetClass ex:Thing .')[0]).toContain('has no IRI');
  });

  it('refuses files in which nothing has a target, a wrong prefix included', () => {
    const wrong = `@prefix shx: <http://www.w3.org/ns/shacl/> .
      ex:S a shx:NodeShape ; shx:targetClass ex:Thing .`;
    expect(complaints(wrong)[0]).toContain('No shape has a target');
  });

  it('refuses components of one’s own, which would be ignored where they are used', () => {
    expect(complaints('ex:C a sh:ConstraintComponent . ex:S a sh:NodeShape ; sh:targetClass ex:T .')).toEqual(
      [expect.stringContaining('sh:ConstraintComponent is not supported yet')],
    );
  });

  it('refuses an unknown class of SHACL', () => {
    expect(complaints('ex:S a sh:NodShape ; sh:targetClass ex:Thing .')[0]).toContain('Write sh:NodeShape');
  });

  it('gives all complaints at once, each with its own file', () => {
    const outcome = createShapeValidator({
      shapes: [shapesFile(property('sh:minCout 1'), 'a.ttl'), shapesFile(property('sh:maxCont 1'), 'b.ttl')],
    });
    const files = outcome.kind === 'refused' ? outcome.complaints.map((one) => one.place.file) : [];
    expect(files).toEqual(['a.ttl', 'b.ttl']);
  });

  it('works without the text of the files, and then names no line', () => {
    const { file, quads } = shapesFile(property('sh:minCout 1'));
    const outcome = createShapeValidator({ shapes: [{ file, quads }] });
    expect(outcome.kind === 'refused' && outcome.complaints[0]?.place).toEqual({ file });
  });

  it('lets pass all that is documented', () => {
    const turtle = `ex:G a sh:PropertyGroup . ${property(`sh:name "nom"@fr ; sh:description "d"@fr ; sh:order 1 ; sh:group ex:G ;
      sh:message "m"@fr ; sh:severity sh:Info ; sh:minLength 1 ; sh:maxLength 9 ; sh:minExclusive 1 ; sh:maxExclusive 9`)}`;
    expect(complaints(turtle)).toEqual([]);
  });
});
