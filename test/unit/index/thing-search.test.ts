import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FoundThings, ResourceIndex } from '../../../src/model/index.ts';
import { type Content, id, line, SCHEMA, withIndex } from './dumps.ts';

const NAME = `${SCHEMA}name`;
const thing = (name: string) => id('musees', name);
const named = (name: string, ...labels: readonly string[]) =>
  labels.map((label) => line(thing(name), NAME, label));
const names = ({ things }: FoundThings) => things.map(({ iri }) => iri.slice(thing('').length));

const content: Content = {
  musees: [
    ...named('louvre', '"Musée du Louvre"@fr', '"Louvre Museum"@en'),
    ...named('lens', '"Musée du Louvre-Lens"@fr'),
    ...named('chateau', '"Château d’Écouen"@fr'),
    ...named('coeur', '"Basilique du Sacré-Cœur"@fr'),
    ...named('art', '"Musée d’art"@fr'),
    ...named('artois', '"Musée d’Artois"@fr'),
    line(`${thing('louvre')}#place`, NAME, '"Louvre rivoli"@fr'),
    line('https://example.org/louvre', NAME, '"Louvre"@fr'),
  ],
};
const found = (text: string, limit = 10) =>
  withIndex(content, (index) => index.search({ text, limit })).then(names);

describe('A search for words', () => {
  it('heeds neither case nor accents nor ligatures, and takes the last word for a beginning', async () => {
    expect(await found('CHATEAU ecouen')).toEqual(['chateau']);
    expect(await found('cha\u0302teau é')).toEqual(['chateau']);
    expect(await found('sacre coeur')).toEqual(['coeur']);
    expect(await found('sacré-cœur')).toEqual(['coeur']);
    expect(await found('chat ecouen')).toEqual([]);
  });

  it('finds what holds all words, in one label', async () => {
    expect(await found('louvre musée')).toEqual(['louvre', 'lens']);
    expect(await found('musée museum')).toEqual([]);
  });

  it('puts a whole word before its beginnings', async () => {
    expect(await found('art')).toEqual(['art', 'artois']);
  });

  it('finds a thing once, with the label that is best', async () => {
    const { things } = await withIndex(content, (index) => index.search({ text: 'louvre', limit: 10 }));
    expect(things.map(({ label }) => label)).toEqual(['Louvre Museum', 'Musée du Louvre-Lens']);
    expect(things.every(({ score }) => score > 0)).toBe(true);
  });

  it('finds things that have an address here, not their parts, nor others’', async () => {
    expect(await found('rivoli')).toEqual([]);
    expect(await found('louvre')).toEqual(['louvre', 'lens']);
  });

  it.each(['', '  ', '?!', '""', '*', "'", '\u0000', '(', '🏛', 'x'.repeat(5000), 'musée '.repeat(5000)])(
    'finds nothing for %j',
    async (text) => {
      const empty = { things: [], isComplete: true };
      expect(await withIndex(content, (index) => index.search({ text, limit: 5 }))).toEqual(empty);
    },
  );

  it.each([
    'louvre"',
    'louvre*',
    '(louvre',
    'louvre NOT lens',
    'text:louvre',
    'NEAR(louvre)',
    '-louvre',
    '^louvre',
    'lou\u0000vre',
    '{a}:louvre',
  ])('takes %j for words, never for syntax', async (text) => {
    await withIndex(content, (index) => {
      const words = text.match(/\w+/g)?.join(' ') ?? '';
      expect(names(index.search({ text, limit: 9 }))).toEqual(names(index.search({ text: words, limit: 9 })));
    });
  });

  it('tells whether there are more, and orders equals by IRI', async () => {
    const many = { musees: Array.from({ length: 30 }, (_, at) => named(`m${at + 10}`, '"Musée"')).flat() };
    await withIndex(many, (index) => {
      const first = index.search({ text: 'mus', limit: 10 });
      expect(names(first)).toEqual(Array.from({ length: 10 }, (_, at) => `m${at + 10}`));
      expect(first.isComplete).toBe(false);
      expect(index.search({ text: 'mus', limit: 30 })).toMatchObject({ isComplete: true });
      for (const limit of [0, -5, Number.NaN])
        expect(index.search({ text: 'mus', limit }).things).toHaveLength(1);
    });
  });

  it('never fails, and finds only labels that hold the words', async () => {
    await withIndex(content, (index) => {
      const piece = fc.constantFrom(
        'louvre',
        'MUSÉE',
        '"',
        '*',
        ' ',
        'OR',
        'NEAR',
        '(',
        ')',
        ':',
        '-',
        '\u0000',
        'œ',
        '+',
        '^',
      );
      const text = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((parts) => parts.join('')),
      );
      fc.assert(
        fc.property(text, (asked) => {
          for (const { label } of index.search({ text: asked, limit: 5 }).things)
            for (const word of folded(asked)) expect(folded(label ?? '').join(' ')).toContain(word);
        }),
      );
    });
  });
});

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/œ/gi, 'oe')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];

type Degrees = readonly [latitude: number, longitude: number];
const placed = (name: string, [latitude, longitude]: Degrees) =>
  [
    ['latitude', latitude],
    ['longitude', longitude],
  ].map(([axis, value]) => line(`${thing(name)}#lieu`, `${SCHEMA}${axis}`, `"${value}"`));
const near = (index: ResourceIndex, [latitude, longitude]: Degrees, kilometres: number, text?: string) =>
  index.search({ near: { latitude, longitude, kilometres }, limit: 100, ...(text ? { text } : {}) });

describe('A search around a place', () => {
  it('gives the nearest first, with the distance along the ground', async () => {
    const world = { musees: [...placed('lyon', [45.764, 4.8357]), ...placed('paris', [48.8566, 2.3522])] };
    await withIndex(world, (index) => {
      const { things, isComplete } = near(index, [48.8566, 2.3522], 500);
      expect(names({ things, isComplete })).toEqual(['paris', 'lyon']);
      expect(things[0]).toEqual({ iri: thing('paris'), score: 1, kilometres: 0 });
      expect(things[1]?.kilometres).toBeCloseTo(391.5, 0);
      expect(isComplete).toBe(true);
      expect(names(near(index, [48.8566, 2.3522], 391))).toEqual(['paris']);
    });
  });

  it('finds across the antimeridian and over the poles', async () => {
    const world = { musees: [...placed('taveuni', [-16.8, 179.99]), ...placed('pole', [89.9, 170])] };
    await withIndex(world, (index) => {
      expect(names(near(index, [-16.8, -179.99], 5))).toEqual(['taveuni']);
      expect(names(near(index, [-16.8, -179.99], 2))).toEqual([]);
      expect(names(near(index, [89.9, -10], 23))).toEqual(['pole']);
      expect(names(near(index, [89.9, -10], 22))).toEqual([]);
      expect(names(near(index, [0, 0], 20_100))).toEqual(['pole', 'taveuni']);
    });
  });

  it('finds nothing around what is no place', async () => {
    await withIndex({ musees: placed('a', [0, 0]) }, (index) => {
      expect(names(near(index, [Number.NaN, 0], 9))).toEqual([]);
      expect(names(near(index, [91, 0], 99_999))).toEqual([]);
      expect(names(near(index, [0, 0], -1))).toEqual([]);
      expect(names(near(index, [0, 0], Number.NaN))).toEqual([]);
      expect(names(near(index, [0, 0], Number.POSITIVE_INFINITY))).toEqual(['a']);
      expect(index.search({ limit: 5 })).toEqual({ things: [], isComplete: true });
    });
  });

  it('finds what a reading of all places finds', async () => {
    const degrees = fc.tuple(
      fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, 0, 90, 89.999, 48)),
      fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(-180, 180, 179.999, 0)),
    );
    const worlds = fc.array(degrees, { minLength: 1, maxLength: 40 });
    const radius = fc.oneof(
      fc.double({ min: 0, max: 20_100, noNaN: true }),
      fc.constantFrom(0, 1, 10, 10_007),
    );
    await fc.assert(
      fc.asyncProperty(worlds, degrees, radius, async (places, from, kilometres) => {
        const musees = places.flatMap((place, at) => placed(`p${at}`, place));
        await withIndex({ musees }, (index) => {
          const expected = places.flatMap((to, at) => (chord(from, to) <= kilometres ? [`p${at}`] : []));
          const unsure = places.flatMap((to, at) =>
            Math.abs(chord(from, to) - kilometres) < 0.01 ? [`p${at}`] : [],
          );
          const sure = (all: readonly string[]) => all.filter((one) => !unsure.includes(one)).sort();
          expect(sure(names(near(index, from, kilometres)))).toEqual(sure(expected));
        });
      }),
      { numRuns: 40 },
    );
  });

  it('together with words finds what has both, the best words first', async () => {
    const world = {
      musees: [
        ...named('a', '"Château du grand pré"'),
        ...placed('a', [48, 2]),
        ...named('b', '"Château"'),
        ...placed('b', [48, 2.1]),
        ...named('c', '"Château"'),
        ...placed('c', [10, 2]),
        ...placed('d', [48, 2]),
      ],
    };
    await withIndex(world, (index) => {
      const both = near(index, [48, 2], 20, 'château');
      expect(names(both)).toEqual(['b', 'a']);
      expect(both.things[0]).toMatchObject({ label: 'Château', kilometres: expect.closeTo(7.44, 1) });
    });
  });
});

/** Distance by the chord through the Earth: another way than the index’s. */
function chord(one: Degrees, other: Degrees): number {
  const [a, b] = [one, other].map(([latitude, longitude]) => {
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
  }) as [number[], number[]];
  return (
    2 * 6371.0088 * Math.asin(Math.min(1, Math.hypot(...a.map((value, at) => value - (b[at] ?? 0))) / 2))
  );
}

describe('The vocabulary', () => {
  it('counts classes, properties and language tags, the most used first', async () => {
    const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
    const world = {
      musees: [
        ...named('a', '"a"@fr', '"a"@en-GB', '"12"'),
        ...named('b', '"@b"@fr', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        line(thing('a'), type, `<${SCHEMA}Museum>`),
        line(thing('b'), type, `<${SCHEMA}Museum>`),
        line(thing('b'), type, `<${SCHEMA}Place>`),
      ],
    };
    expect(await withIndex(world, (index) => index.vocabulary())).toEqual({
      classes: [
        { iri: `${SCHEMA}Museum`, count: 2 },
        { iri: `${SCHEMA}Place`, count: 1 },
      ],
      properties: [
        { iri: NAME, count: 5 },
        { iri: type, count: 3 },
      ],
      languages: [
        { tag: 'fr', count: 2 },
        { tag: 'en-GB', count: 1 },
      ],
    });
  });
});
