import fc from 'fast-check';
import type { ResourceStar, ShapeResult } from '../../../src/model/index.ts';
import type { RDF } from '../../../src/rdf/index.ts';
import { pathText, type RestOfData, validateGraph } from '../../../src/validation/index.ts';
import { shapesFile } from './shapes.ts';

/** Random graphs of six nodes and four classes, and shapes that look in every direction. */
export const EX = 'http://example.org/';
export const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
export const SUBCLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';

export const FORWARD = `
  ex:A a sh:NodeShape ; sh:targetClass ex:C0 ; sh:property [ sh:path ex:p ; sh:class ex:C1 ] , [ sh:path ( ex:p ex:q ) ; sh:maxCount 1 ] .
  ex:B a sh:NodeShape ; sh:targetSubjectsOf ex:q ; sh:property [ sh:path [ sh:zeroOrMorePath ex:p ] ; sh:qualifiedValueShape ex:N ; sh:qualifiedMinCount 2 ] .
  ex:N sh:property [ sh:path ex:q ; sh:minCount 1 ] .
  ex:D a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:or ( ex:N [ sh:class ex:C2 ] ) ; sh:not [ sh:property [ sh:path ex:p ; sh:node ex:N ] ] .
  ex:E a sh:NodeShape ; sh:targetNode ex:n1 ; sh:closed true ; sh:ignoredProperties ( rdf:type ex:q ) ; sh:equals ex:p .`;
export const INVERSE = `${FORWARD}
  ex:F a sh:NodeShape ; sh:targetClass ex:C1 ; sh:property [ sh:path [ sh:inversePath ex:p ] ; sh:minCount 1 ; sh:class ex:C0 ] .
  ex:G a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:xone ( [ sh:property [ sh:path [ sh:oneOrMorePath [ sh:inversePath ex:q ] ] ; sh:hasValue ex:n2 ] ] ex:N ) .`;

const name = fc.integer({ min: 0, max: 5 }).map((number) => `${EX}n${number}`);
const classes = fc.integer({ min: 0, max: 3 }).map((number) => `${EX}C${number}`);
const triple = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(name, fc.constantFrom(`${EX}p`, `${EX}q`), name) },
  { weight: 3, arbitrary: fc.tuple(name, fc.constant(RDF_TYPE), classes) },
  { weight: 1, arbitrary: fc.tuple(classes, fc.constant(SUBCLASS), classes) },
);
export const graphs = fc.uniqueArray(
  triple.map(([subject, predicate, object]) => `<${subject}> <${predicate}> <${object}> .`),
  { maxLength: 24 },
);

export const starsOf = (lines: readonly string[]): ResourceStar[] =>
  [...Map.groupBy(lines, (line) => line.slice(1, line.indexOf('>')))].map(([iri, own]) => ({
    iri,
    lines: own,
  }));

export const reader = (quads: readonly RDF.Quad[]): RestOfData => {
  const bySubject = Map.groupBy(quads, ({ subject }) => subject.value);
  return (subject) => bySubject.get(subject) ?? [];
};

export const text = ({
  focusNode,
  component,
  path,
  value,
}: Omit<ShapeResult, 'thing' | 'severity' | 'message' | 'shape'>) =>
  [focusNode, component, path ?? '', value ?? ''].join(' ');

export function byGraph(shapes: string, data: readonly RDF.Quad[]): string[] {
  const validated = validateGraph({ shapes: [shapesFile(shapes)], data });
  if (validated.kind === 'refused') throw new Error(JSON.stringify(validated.complaints, null, 1));
  const found = validated.results.map(({ focusNode, component, path, value }) =>
    text({
      focusNode: focusNode.value,
      component: component.replace(/.*#/, ''),
      ...(path && { path: path.kind === 'predicate' ? path.iri : pathText(path, (iri) => `<${iri}>`) }),
      ...(value && { value: value.value }),
    }),
  );
  return [...new Set(found)].sort();
}
