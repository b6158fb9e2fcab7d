import { describe, expect, it } from '@jest/globals';
import { complaintText } from '../../../src/model/index.ts';
import { createShapeValidator } from '../../../src/validation/index.ts';
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

  it('says in French what it says in English', () => {
    const outcome = created(property('sh:minCout 1'));
    expect(outcome.kind === 'refused' && outcome.complaints.map((one) => complaintText(one, 'fr'))).toEqual([
      `shapes/test.ttl:${PREAMBLE_LINES + 3}  SHACL ne connaît pas sh:minCout. Écrivez sh:minCount.`,
    ]);
  });

  it.each([
    'sh:class ex:C',
    'sh:node ex:N',
    'sh:or ( ex:A ex:B )',
    'sh:not ex:A',
    'sh:closed true',
    'sh:equals ex:q',
    'sh:sparql [ sh:select "x" ]',
    'sh:qualifiedValueShape ex:A',
  ])('refuses %s, which exists but is not supported yet', (body) => {
    expect(complaints(property(body))[0]).toContain('is not supported yet');
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
    ['sh:property [ sh:path ex:q ]', 'an sh:property on a node shape'],
  ])('refuses the ill-formed parameter %s', (body, expected) => {
    expect(complaints(property(body)).join('\n')).toContain(expected);
  });

  it.each(['( ex:a ex:b )', '[ sh:inversePath ex:a ]', '"p"'])('refuses the path %s', (path) => {
    expect(complaints(node(`sh:property [ sh:path ${path} ]`)).join('\n')).toContain('the IRI of a property');
  });

  it('refuses constraints of properties on a node shape', () => {
    expect(complaints(node('sh:minCount 1'))[0]).toContain('sh:minCount stands on a shape without sh:path');
  });

  it('refuses two parameters of which the engine would see none', () => {
    expect(complaints(property('sh:hasValue ex:a , ex:b'))).toEqual([
      expect.stringContaining('One shape has several sh:hasValue'),
    ]);
  });

  it('refuses sh:targetObjectsOf where the objects’ own properties would be read', () => {
    const shapes =
      'ex:S a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:property [ sh:path ex:q ; sh:minCount 1 ] .';
    expect(complaints(shapes)[0]).toContain('described elsewhere');
  });

  it('refuses a shape with a target and without a name', () => {
    expect(complaints('[] a sh:NodeShape ; sh:targetClass ex:Thing .')[0]).toContain('has no IRI');
  });

  it('refuses files in which nothing has a target, a wrong prefix included', () => {
    const wrong = `@prefix shx: <http://www.w3.org/ns/shacl/> .
      ex:S a shx:NodeShape ; shx:targetClass ex:Thing .`;
    expect(complaints(wrong)[0]).toContain('No shape has a target');
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
