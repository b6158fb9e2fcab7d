import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RefusedInput, type ResourceStar, type ShapeResult } from '../../../src/model/index.ts';
import { parseLines, type RDF } from '../../../src/rdf/index.ts';
import {
  createShapeValidator,
  pathText,
  type RestOfData,
  validateGraph,
} from '../../../src/validation/index.ts';
import { shapesFile, thing, validator } from './shapes.ts';

const EX = 'http://example.org/';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const SUBCLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';

const FORWARD = `
  ex:A a sh:NodeShape ; sh:targetClass ex:C0 ; sh:property [ sh:path ex:p ; sh:class ex:C1 ] , [ sh:path ( ex:p ex:q ) ; sh:maxCount 1 ] .
  ex:B a sh:NodeShape ; sh:targetSubjectsOf ex:q ; sh:property [ sh:path [ sh:zeroOrMorePath ex:p ] ; sh:qualifiedValueShape ex:N ; sh:qualifiedMinCount 2 ] .
  ex:N sh:property [ sh:path ex:q ; sh:minCount 1 ] .
  ex:D a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:or ( ex:N [ sh:class ex:C2 ] ) ; sh:not [ sh:property [ sh:path ex:p ; sh:node ex:N ] ] .
  ex:E a sh:NodeShape ; sh:targetNode ex:n1 ; sh:closed true ; sh:ignoredProperties ( rdf:type ex:q ) ; sh:equals ex:p .`;
const INVERSE = `${FORWARD}
  ex:F a sh:NodeShape ; sh:targetClass ex:C1 ; sh:property [ sh:path [ sh:inversePath ex:p ] ; sh:minCount 1 ; sh:class ex:C0 ] .
  ex:G a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:xone ( [ sh:property [ sh:path [ sh:oneOrMorePath [ sh:inversePath ex:q ] ] ; sh:hasValue ex:n2 ] ] ex:N ) .`;

const name = fc.integer({ min: 0, max: 5 }).map((number) => `${EX}n${number}`);
const classes = fc.integer({ min: 0, max: 3 }).map((number) => `${EX}C${number}`);
const triple = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(name, fc.constantFrom(`${EX}p`, `${EX}q`), name) },
  { weight: 3, arbitrary: fc.tuple(name, fc.constant(RDF_TYPE), classes) },
  { weight: 1, arbitrary: fc.tuple(classes, fc.constant(SUBCLASS), classes) },
);
const graphs = fc.uniqueArray(
  triple.map(([subject, predicate, object]) => `<${subject}> <${predicate}> <${object}> .`),
  { maxLength: 24 },
);

const starsOf = (lines: readonly string[]): ResourceStar[] =>
  [...Map.groupBy(lines, (line) => line.slice(1, line.indexOf('>')))].map(([iri, own]) => ({
    iri,
    lines: own,
  }));

const reader = (quads: readonly RDF.Quad[]): RestOfData => {
  const bySubject = Map.groupBy(quads, ({ subject }) => subject.value);
  return (subject) => bySubject.get(subject) ?? [];
};

const text = ({
  focusNode,
  component,
  path,
  value,
}: Omit<ShapeResult, 'thing' | 'severity' | 'message' | 'shape'>) =>
  [focusNode, component, path ?? '', value ?? ''].join(' ');

async function byThings(shapes: string, lines: readonly string[], rest: RestOfData, size: number) {
  const created = createShapeValidator({ shapes: [shapesFile(shapes)], rest });
  if (created.kind === 'refused') throw new Error(JSON.stringify(created.complaints, null, 1));
  const described = starsOf(lines);
  const undescribed = created.named.filter((named) => !described.some(({ iri }) => iri === named));
  const stars = [...described, ...undescribed.map((iri) => ({ iri, lines: [] }))];
  const found: ShapeResult[] = [];
  for (let start = 0; start < stars.length; start += size)
    found.push(...(await created.validator.validate(stars.slice(start, start + size))));
  return [...new Set(found.map(text))].sort();
}

function byGraph(shapes: string, data: readonly RDF.Quad[]): string[] {
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

describe('Things judged in chunks beside the rest of the data', () => {
  it.each([
    ['all statements', INVERSE, (quads: readonly RDF.Quad[]): RestOfData => quads],
    ['a reader of subjects', FORWARD, reader],
  ])('have the results of the whole graph, with %s', async (_kind, shapes, restOf) => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.integer({ min: 1, max: 4 }), async (lines, size) => {
        const quads = parseLines(lines);
        expect(await byThings(shapes, lines, restOf(quads), size)).toEqual(byGraph(shapes, quads));
      }),
      { numRuns: 150 },
    );
  });
});

describe('A reader of subjects', () => {
  const shapes = [
    shapesFile(
      'ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property [ sh:path ( ex:p ex:q ex:q ) ; sh:minCount 1 ] .',
    ),
  ];
  const quads = shapesFile('ex:b ex:q [ ex:q "far" ] .').quads;

  it('tells the blank nodes of a subject with it, and is asked once', async () => {
    const asked: string[] = [];
    const rest = (subject: string) => {
      asked.push(subject);
      return subject === `${EX}b` ? quads : [];
    };
    const created = createShapeValidator({ shapes, rest });
    if (created.kind === 'refused') throw new Error('refused');
    const things = [thing('a', `<${EX}b>`), thing('c', `<${EX}b>`), thing('d', `<${EX}e>`)];
    expect(await created.validator.validate(things)).toMatchObject([{ thing: `${EX}d` }]);
    expect(asked.filter((subject) => subject === `${EX}b`)).toHaveLength(1);
  });
});

describe('Things judged by themselves', () => {
  const shapes =
    'ex:S a sh:NodeShape ; sh:targetClass ex:Top ; sh:property [ sh:path ex:p ; sh:minCount 1 ] . ex:Known rdfs:subClassOf ex:Top .';
  const subclass = (below: string, above: string): ResourceStar => ({
    iri: EX + below,
    lines: [`<${EX}${below}> <${SUBCLASS}> <${EX}${above}> .`],
  });

  it('are refused where the data tell a subclass that shapes and ontologies do not know', async () => {
    const validated = validator(shapes).validate([subclass('Thing', 'Known')]);
    await expect(validated).rejects.toThrow(RefusedInput);
    await expect(validated).rejects.toThrow('a subclass of <http://example.org/Top>');
  });

  it('may repeat a known subclass, and tell those that no shape asks for', async () => {
    const stars = [subclass('Known', 'Top'), subclass('Other', 'Else')];
    expect(await validator(shapes).validate(stars)).toEqual([]);
  });
});
