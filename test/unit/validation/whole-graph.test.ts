import { describe, expect, it } from '@jest/globals';
import {
  createShapeValidator,
  type GraphResult,
  pathText,
  validateGraph,
} from '../../../src/validation/index.ts';
import { shapesFile } from './shapes.ts';

const quadsOf = (turtle: string) => shapesFile(turtle).quads;
const EX = 'http://example.org/';

function results(shapes: string, data: string, ontology = ''): readonly GraphResult[] {
  const validated = validateGraph({
    shapes: [shapesFile(shapes)],
    data: quadsOf(data),
    ontologies: quadsOf(ontology),
  });
  if (validated.kind === 'refused') throw new Error(JSON.stringify(validated.complaints, null, 1));
  return validated.results;
}

const focusNodes = (found: readonly GraphResult[]) =>
  found.map(({ focusNode }) => focusNode.value.replace(EX, ''));

describe('A result on a whole graph', () => {
  const [result] = results(
    'ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property ex:P . ex:P sh:path [ sh:inversePath ex:p ] ; sh:class ex:C ; sh:severity sh:Warning .',
    'ex:a a ex:Thing . ex:b ex:p ex:a .',
  );

  it('names focus node, path, value, shape, component and severity', () => {
    expect(result).toMatchObject({
      focusNode: { value: `${EX}a` },
      value: { value: `${EX}b` },
      shape: { value: `${EX}P` },
      component: 'http://www.w3.org/ns/shacl#ClassConstraintComponent',
      severity: { value: 'http://www.w3.org/ns/shacl#Warning' },
      path: { kind: 'inverse', path: { kind: 'predicate', iri: `${EX}p` } },
    });
    expect(result?.path && pathText(result.path)).toBe('^<http://example.org/p>');
  });

  it('has a sentence in both languages', () => {
    expect(result?.message.fr).toBe(
      '«\u00a0^<http://example.org/p>\u00a0» doit être une instance de <http://example.org/C>.',
    );
    expect(result?.message.en).toContain('must be an instance of <http://example.org/C>');
  });

  it('tells what the shapes inside found', () => {
    const [outer] = results(
      `ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property [ sh:path ex:p ; sh:node ex:N ] .
       ex:N sh:or ( [ sh:datatype xsd:date ] [ sh:nodeKind sh:IRI ; sh:severity sh:Info ] ) .`,
      'ex:a a ex:Thing ; ex:p "x" .',
    );
    expect(outer?.details).toHaveLength(1);
    expect(outer?.details[0]?.details.map(({ component }) => component.replace(/.*#/, ''))).toEqual([
      'DatatypeConstraintComponent',
      'NodeKindConstraintComponent',
    ]);
  });

  it('names, of several values of a parameter, the one that is not kept', () => {
    const found = results(
      'ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property [ sh:path ex:p ; sh:hasValue "x" , "y" , "z" ] .',
      'ex:a a ex:Thing ; ex:p "y" .',
    );
    expect(found.map(({ message }) => message.en.replace(/.*value /, ''))).toEqual(['x.', 'z.']);
  });
});

describe('The targets in a whole graph', () => {
  it('are nodes named by shapes, also where nothing is said of them', () => {
    const found = results(
      'ex:S a sh:NodeShape ; sh:targetNode ex:nowhere , "text" ; sh:nodeKind sh:BlankNode .',
      'ex:a ex:p ex:b .',
    );
    expect(focusNodes(found)).toEqual(['nowhere', 'text']);
  });

  it('are each judged once by a shape that reaches them in several ways', () => {
    const found = results(
      'ex:S a sh:NodeShape ; sh:targetClass ex:Thing , ex:Other ; sh:targetNode ex:a ; sh:targetSubjectsOf ex:p ; sh:nodeKind sh:Literal .',
      'ex:a a ex:Thing , ex:Other ; ex:p "x" , "y" .',
    );
    expect(focusNodes(found)).toEqual(['a']);
  });

  it('are instances of subclasses that shapes, ontologies or data tell, in steps between them', () => {
    const found = results(
      'ex:S a sh:NodeShape ; sh:targetClass ex:Top ; sh:nodeKind sh:Literal . ex:B rdfs:subClassOf ex:Top .',
      'ex:a a ex:D . ex:D rdfs:subClassOf ex:C . ex:z a ex:Z .',
      'ex:C rdfs:subClassOf ex:B .',
    );
    expect(focusNodes(found)).toEqual(['a']);
  });
});

describe('A whole graph', () => {
  it('does not conform where there is any result, as SHACL has it', () => {
    const shapes = [
      shapesFile('ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:nodeKind sh:Literal ; sh:severity sh:Info .'),
    ];
    expect(validateGraph({ shapes, data: [] })).toMatchObject({ kind: 'validated', conforms: false });
  });

  it('is judged in a moment by shapes that reach each other in a billion ways', () => {
    const layers = Array.from(
      { length: 30 },
      (_, i) =>
        `ex:L${i} sh:node ex:L${i + 1} , ex:R${i + 1} . ex:R${i} sh:not ex:L${i + 1} , ex:R${i + 1} .`,
    ).join('\n');
    const turtle = `ex:L0 a sh:NodeShape ; sh:targetNode ex:a . ${layers} ex:L30 sh:nodeKind sh:IRI . ex:R30 sh:nodeKind sh:IRI .`;
    expect(focusNodes(results(turtle, ''))).toEqual(['a']);
    const { kind } = createShapeValidator({ shapes: [shapesFile(turtle)] });
    expect(kind).toBe('ready');
  });

  it('is not judged by shapes that cannot be applied', () => {
    const shapes = [shapesFile('ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:sparql [ sh:select "x" ] .')];
    expect(validateGraph({ shapes, data: [] }).kind).toBe('refused');
    expect(validateGraph({ shapes, data: [], reading: 'letter' }).kind).toBe('refused');
  });

  it('read by the letter lets pass what SHACL ignores, words it does not know included', () => {
    const shapes = [
      shapesFile(
        'ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:minCount 1 ; sh:minCout 1 ; sh:severity ex:Grave .',
      ),
    ];
    expect(validateGraph({ shapes, data: [] }).kind).toBe('refused');
    expect(validateGraph({ shapes, data: [], reading: 'letter' })).toMatchObject({ conforms: true });
  });
});
