import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseLines, type RDF } from '../../../src/rdf/index.ts';
import {
  affectedBy,
  compileReleaseShapes,
  type GraphReader,
  type ReleaseShapes,
} from '../../../src/validation/index.ts';
import { byGraph, EX, graphs, INVERSE, starsOf, text } from './random-graphs.ts';
import { shapesFile } from './shapes.ts';

function compiled(shapes: string): ReleaseShapes {
  const created = compileReleaseShapes([shapesFile(shapes)]);
  if (created.kind === 'refused') throw new Error(JSON.stringify(created.complaints, null, 1));
  return created;
}

function readerOf(quads: readonly RDF.Quad[]): GraphReader {
  const bySubject = Map.groupBy(quads, ({ subject }) => subject.value);
  return {
    statementsOf: (subject) => bySubject.get(subject) ?? [],
    referrersOf: (predicate, object) =>
      quads
        .filter((one) => one.predicate.value === predicate && one.object.equals(object))
        .map(({ subject }) => subject),
  };
}

/** Stars of a graph, and the nodes that shapes name and nothing describes. */
function allStars(lines: readonly string[], named: readonly string[]) {
  const described = starsOf(lines);
  const undescribed = named.filter((name) => !described.some(({ iri }) => iri === name));
  return [...described, ...undescribed.map((iri) => ({ iri, lines: [] }))];
}

/** What both passes find, thing by thing. */
async function inTwoPasses(shapes: string, lines: readonly string[], size: number) {
  const { own, beyond, named } = compiled(shapes);
  const validators = [own, ...(beyond ? [beyond(readerOf(parseLines(lines)))] : [])];
  const stars = allStars(lines, named);
  const found = [];
  for (const validator of validators)
    for (let at = 0; at < stars.length; at += size)
      found.push(...(await validator.validate(stars.slice(at, at + size))));
  return found;
}

const noSubclasses = graphs.map((lines) => lines.filter((line) => !line.includes('subClassOf')));

describe('Two passes over things', () => {
  it('have the results of the whole graph', async () => {
    await fc.assert(
      fc.asyncProperty(noSubclasses, fc.integer({ min: 1, max: 4 }), async (lines, size) => {
        const found = await inTwoPasses(INVERSE, lines, size);
        expect([...new Set(found.map(text))].sort()).toEqual(byGraph(INVERSE, parseLines(lines)));
      }),
      { numRuns: 300 },
    );
  });

  it('say nothing twice of a thing that only looks at itself', async () => {
    const shapes =
      'ex:S a sh:NodeShape ; sh:targetClass ex:C0 ; sh:property [ sh:path ex:p ; sh:maxCount 0 ; sh:class ex:C1 ] .';
    const lines = [
      `<${EX}n1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${EX}C0> .`,
      `<${EX}n1> <${EX}p> <${EX}n2> .`,
    ];
    const found = await inTwoPasses(shapes, lines, 1);
    expect(found.map(({ component }) => component)).toEqual([
      'MaxCountConstraintComponent',
      'ClassConstraintComponent',
    ]);
  });

  it('are one where no shape looks beyond a thing', () => {
    const { beyond } = compiled(
      'ex:S a sh:NodeShape ; sh:targetClass ex:C0 ; sh:property [ sh:path ex:p ; sh:maxCount 0 ] .',
    );
    expect(beyond).toBeUndefined();
  });
});

const FAR = `
  ex:A a sh:NodeShape ; sh:targetClass ex:C0 ; sh:property [ sh:path ex:p ; sh:class ex:C1 ] .
  ex:B a sh:NodeShape ; sh:targetSubjectsOf ex:q ; sh:property [ sh:path ( ex:p ex:q ) ; sh:class ex:C2 ] .
  ex:D a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:property [ sh:path ex:q ; sh:minCount 1 ] .`;

describe('Things that a change may concern', () => {
  it.each([
    ['forward', FAR],
    ['in all directions', INVERSE],
  ])('are all whose results change, with shapes that look %s', async (_kind, shapes) => {
    await fc.assert(
      fc.asyncProperty(noSubclasses, noSubclasses, async (before, others) => {
        const added = others.slice(0, 1);
        const { dependence } = compiled(shapes);
        const after = [...new Set([...before, ...added])];
        const news = parseLines(added.filter((line) => !before.includes(line)));
        const quads = parseLines([...before, ...after]);
        const affected = affectedBy(new Set(news.map(({ subject }) => subject.value)), dependence, {
          referrersOf: (thing) =>
            quads.filter(({ object }) => object.value === thing).map(({ subject }) => subject.value),
          referencesOf: (thing) =>
            quads.filter(({ subject }) => subject.value === thing).map(({ object }) => object.value),
        });
        const unconcerned = (found: Awaited<ReturnType<typeof inTwoPasses>>) =>
          [...new Set(found.filter(({ thing }) => !affected.has(thing)).map(text))].sort();
        expect(unconcerned(await inTwoPasses(shapes, after, 3))).toEqual(
          unconcerned(await inTwoPasses(shapes, before, 3)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('are a part of all, where shapes look one step', () => {
    const { dependence } = compiled(
      'ex:A a sh:NodeShape ; sh:targetClass ex:C0 ; sh:property [ sh:path ex:p ; sh:class ex:C1 ] .',
    );
    const refers: Record<string, string[]> = { b: ['a'], c: ['b'] };
    const neighbours = { referrersOf: (thing: string) => refers[thing] ?? [], referencesOf: () => [] };
    expect([...affectedBy(['c'], dependence, neighbours)]).toEqual(['c', 'b']);
  });
});
