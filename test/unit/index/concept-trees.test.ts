import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BASE, id, line, SCHEMA, withIndex } from './dumps.ts';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const SCHEME = `${BASE}dataset/mots`;
const word = (name: string | number): string => id('mots', `${name}`);
const thing = (name: string | number): string => id('choses', `${name}`);

/** Concepts by name, each with the one above it. */
const words = (above: Readonly<Record<string, string | undefined>>): readonly string[] => [
  line(SCHEME, TYPE, `<${SKOS}ConceptScheme>`),
  ...Object.entries(above).flatMap(([name, broader]) => [
    line(word(name), `${SKOS}inScheme`, `<${SCHEME}>`),
    line(word(name), `${SKOS}prefLabel`, `"${name}"@fr`),
    ...(broader === undefined ? [] : [line(word(name), `${SKOS}broader`, `<${word(broader)}>`)]),
  ]),
];
const about = (name: string | number, concept: string | number): string =>
  line(thing(name), `${SCHEMA}about`, `<${word(concept)}>`);
const FR = { language: 'fr', offset: 0, limit: 100 } as const;

describe('A vocabulary', () => {
  const world = {
    mots: words({ art: undefined, peinture: 'art', dessin: 'art', fusain: 'dessin', seul: undefined }),
    choses: [
      about('a', 'fusain'),
      about('a', 'dessin'),
      about('b', 'peinture'),
      about('c', 'art'),
      line(`${thing('d')}#creation`, `${SCHEMA}about`, `<${word('fusain')}>`),
      line(thing('d'), `${SCHEMA}name`, '"d"'),
    ],
  };

  it('is a scheme with its concepts, and its tree has tops', async () => {
    await withIndex(world, ({ concepts }) => {
      expect(concepts.schemes()).toEqual([{ iri: SCHEME, concepts: 5 }]);
      expect(concepts.topConcepts(SCHEME, FR)).toEqual({
        concepts: [
          { iri: word('art'), label: 'art', narrower: 2, things: 4 },
          { iri: word('seul'), label: 'seul', narrower: 0, things: 0 },
        ],
        total: 2,
      });
    });
  });

  it('counts each thing under a concept once, those of its parts included', async () => {
    await withIndex(world, ({ concepts }) => {
      expect(concepts.narrower(word('art'), FR).concepts.map(({ label, things }) => [label, things])).toEqual(
        [
          ['dessin', 2],
          ['peinture', 1],
        ],
      );
      expect(concepts.broader(word('fusain'))).toEqual([word('dessin')]);
      expect(concepts.schemesOf(word('fusain'))).toEqual([SCHEME]);
    });
  });

  it('gives the concepts of a level page by page', async () => {
    await withIndex(world, ({ concepts }) => {
      const page = concepts.narrower(word('art'), { ...FR, offset: 1, limit: 1 });
      expect([page.concepts.map(({ label }) => label), page.total]).toEqual([['peinture'], 2]);
    });
  });

  it('knows nothing of what is no concept', async () => {
    await withIndex(world, ({ concepts }) => {
      expect(concepts.concept(thing('a'), 'fr')).toBeUndefined();
      expect(concepts.narrower(thing('none'), FR)).toEqual({ concepts: [], total: 0 });
    });
  });

  it('counts the same as going up from each thing, whatever the graph, circles included', async () => {
    const edges = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 12 });
    const references = fc.array(fc.tuple(fc.nat(4), fc.nat(6)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(edges, references, async (broader, refers) => {
        const up = broader.filter(([from, to]) => from !== to);
        const mots = [
          ...words(Object.fromEntries(Array.from({ length: 7 }, (_, name) => [name, undefined]))),
          ...up.map(([from, to]) => line(word(from), `${SKOS}broader`, `<${word(to)}>`)),
        ];
        const world = { mots, choses: refers.map(([name, concept]) => about(name, concept)) };
        const counted = await withIndex(world, ({ concepts }) =>
          Array.from({ length: 7 }, (_, name) => concepts.concept(word(name), 'fr')?.things),
        );
        expect(counted).toEqual(Array.from({ length: 7 }, (_, name) => underOf(name, up, refers)));
      }),
      { numRuns: 25 },
    );
  });
});

/** Things that refer to a concept or to one from which ways go up to it. */
function underOf(
  concept: number,
  up: readonly [number, number][],
  refers: readonly [number, number][],
): number {
  const below = new Set([concept]);
  for (let size = 0; size < below.size; ) {
    size = below.size;
    for (const [from, to] of up) if (below.has(to)) below.add(from);
  }
  return new Set(refers.filter(([, to]) => below.has(to)).map(([name]) => name)).size;
}

describe('The model of the data', () => {
  it('tells of each class its subjects, their properties and examples, of things only', async () => {
    const world = {
      choses: [
        line(thing('a'), TYPE, `<${SCHEMA}Museum>`),
        line(thing('a'), `${SCHEMA}name`, '"a"'),
        line(thing('a'), `${SCHEMA}name`, '"b"'),
        line(`${thing('a')}#lieu`, TYPE, `<${SCHEMA}Place>`),
        line(thing('b'), TYPE, `<${SCHEMA}Museum>`),
        line(`${BASE}def/X`, TYPE, `<${SCHEMA}Museum>`),
      ],
    };
    expect(await withIndex(world, (index) => index.model())).toEqual({
      classes: [
        {
          iri: `${SCHEMA}Museum`,
          count: 2,
          properties: [
            { iri: TYPE, count: 2 },
            { iri: `${SCHEMA}name`, count: 1 },
          ],
          examples: [thing('a'), thing('b')],
        },
        { iri: `${SCHEMA}Place`, count: 1, properties: [{ iri: TYPE, count: 1 }], examples: [thing('a')] },
      ],
      properties: [
        { iri: TYPE, count: 3, examples: [thing('a'), thing('b')] },
        { iri: `${SCHEMA}name`, count: 1, examples: [thing('a')] },
      ],
    });
  });
});
