import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RefusedInput, type ResourceStar, type ShapeResult } from '../../../src/model/index.ts';
import { parseLines, type RDF } from '../../../src/rdf/index.ts';
import { createShapeValidator, type RestOfData } from '../../../src/validation/index.ts';
import { byGraph, EX, FORWARD, graphs, INVERSE, reader, SUBCLASS, starsOf, text } from './random-graphs.ts';
import { shapesFile, thing, validator } from './shapes.ts';

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
