import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineSubjectIri } from '../../../src/rdf/index.ts';
import { StatisticsCounter } from '../../../src/release/statistics/statistics-counter.ts';

const BASE = 'http://localhost:3000/';
const GRAPH = `<${BASE}dataset/musees>`;
const WGS = 'http://www.w3.org/2003/01/geo/wgs84_pos#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const P = 'http://example.org/p';
const id = (name: string) => `<${BASE}id/musees/${name}>`;
const line = (subject: string, predicate: string, object: string) =>
  `${subject} <${predicate}> ${object} ${GRAPH} .`;

function statisticsOf(lines: readonly string[]) {
  const counter = new StatisticsCounter({ base: BASE, slug: 'musees' });
  const sorted = [...new Set(lines)].sort();
  for (const [iri, of] of Map.groupBy(sorted, lineSubjectIri)) counter.take([{ iri, lines: of }]);
  return counter.statistics();
}

const placed = (subject: string, latitude = '"48.8"', longitude = '"2.3"') => [
  line(subject, `${WGS}lat`, latitude),
  line(subject, `${WGS}long`, longitude),
];

describe('The statistics of a dataset', () => {
  it('count subjects, instances of classes, and statements and subjects of properties', () => {
    const counted = statisticsOf([
      line(id('a'), TYPE, '<http://schema.org/Museum>'),
      line(id('b'), TYPE, '<http://schema.org/Museum>'),
      line(id('b'), TYPE, '<http://schema.org/Place>'),
      line(id('b'), P, '"1"'),
      line(id('b'), P, '"2"'),
      line(id('b#x'), P, '"<http://not.a.link/>"'),
    ]);
    expect(counted).toMatchObject({ subjects: 3, places: 0, linksets: [] });
    expect(counted.classes).toEqual([
      { iri: 'http://schema.org/Museum', count: 2, subjects: 2 },
      { iri: 'http://schema.org/Place', count: 1, subjects: 1 },
    ]);
    expect(counted.properties).toEqual([
      { iri: P, count: 3, subjects: 2 },
      { iri: TYPE, count: 3, subjects: 2 },
    ]);
  });

  it.each([
    ['another dataset, known by its IRIs', `<${BASE}id/regions/11>`, 'regions'],
    ['one whose name is the beginning of its own', `<${BASE}id/mus/1>`, 'mus'],
    ['an origin elsewhere', '<https://www.wikidata.org/entity/Q1>', 'https://www.wikidata.org/'],
    ['an origin without path', '<http://example.com>', 'http://example.com/'],
    ['an origin with a question only', '<http://example.com?q=1/2>', 'http://example.com/'],
    ['nothing: its own things', `<${BASE}id/musees/b>`, undefined],
    ['nothing: itself', GRAPH, undefined],
    ['a dataset, released or not', `<${BASE}id/perdus/1>`, 'perdus'],
    ['nothing: a thing of no dataset', `<${BASE}id//1>`, undefined],
    ['nothing: what is not below a dataset', `<${BASE}id/regions>`, undefined],
    ['nothing: a term of this site', `<${BASE}def/statut>`, undefined],
    ['nothing: what is off the Web', '<urn:isbn:1>', undefined],
  ])('count a link to %s', (_, object, target) => {
    const { linksets } = statisticsOf([line(id('a'), P, object)]);
    expect(linksets).toEqual(target === undefined ? [] : [{ property: P, target, count: 1 }]);
  });

  it('count a thing with its place once, whichever of its IRIs has it, and whatever stands between', () => {
    const lines = [
      ...placed(id('a#geo')),
      ...placed(id('a#other')),
      ...placed(id('a-1#geo')),
      ...placed(id('a-1')),
      ...placed(id('a1')),
      ...placed(id('a')),
    ];
    expect(statisticsOf(lines).places).toBe(3);
  });

  it.each([
    ['no longitude', [line(id('a'), `${WGS}lat`, '"1"')]],
    [
      'halves of two vocabularies',
      [line(id('a'), `${WGS}lat`, '"1"'), line(id('a'), 'http://schema.org/longitude', '"1"')],
    ],
    ['a latitude that is not on Earth', placed(id('a'), '"91"')],
    ['a latitude that is no number', placed(id('a'), '"north"')],
    ['an empty latitude', placed(id('a'), '""')],
  ])('count no place where there is %s', (_, lines) => {
    expect(statisticsOf(lines).places).toBe(0);
  });

  it('name as examples the three things that most is said of', () => {
    const said = (name: string, times: number) =>
      Array.from({ length: times }, (_, index) => line(id(name), P, `"${index}"`));
    const lines = [...said('a', 1), ...said('b', 4), ...said('c', 2), ...said('d', 2), ...said('e#x', 9)];
    expect(statisticsOf(lines).examples).toEqual(['b', 'c', 'd'].map((name) => `${BASE}id/musees/${name}`));
  });

  it('list the most frequent and tell how much lies beyond', () => {
    const links = Array.from({ length: 150 }, (_, index) => line(id('a'), P, `<https://${index}.example/x>`));
    const { linksets, beyond } = statisticsOf([...links, line(id('b'), P, '<https://149.example/y>')]);
    expect(linksets).toHaveLength(100);
    expect(linksets[0]).toEqual({ property: P, target: 'https://149.example/', count: 2 });
    expect(beyond).toEqual({ classes: 0, properties: 0, linksets: 50 });
  });

  it('stay small where kinds have no end', () => {
    const counter = new StatisticsCounter({ base: BASE, slug: 'musees' });
    const kinds = 60_000;
    for (let index = 0; index < kinds; index += 1)
      counter.take([
        { iri: `${BASE}id/musees/${index}`, lines: [line(id(String(index)), `${P}${index}`, '"x"')] },
      ]);
    const { properties, beyond } = counter.statistics();
    expect(properties).toHaveLength(1000);
    expect(beyond.properties).toBe(kinds - 1000);
  });

  it('count as one would who keeps everything', () => {
    const names = fc.constantFrom('a', 'a#x', 'a#y', 'a-', 'a-#x', 'ab', 'ab#x', 'b#x', 'b');
    const objects = fc.constantFrom(
      '"48"',
      '"2"',
      '"999"',
      '"x"',
      `<${BASE}id/regions/1>`,
      '<http://o.example/>',
    );
    const properties = fc.constantFrom(`${WGS}lat`, `${WGS}long`, P, TYPE);
    fc.assert(
      fc.property(fc.array(fc.tuple(names, properties, objects), { maxLength: 60 }), (statements) => {
        const lines = statements.map(([name, property, object]) => line(id(name), property, object));
        expect(statisticsOf(lines)).toMatchObject(naive(statements));
      }),
    );
  });
});

/** The same figures by sets of everything. */
function naive(statements: readonly (readonly [name: string, property: string, object: string])[]) {
  const all = [...new Set(statements.map((one) => JSON.stringify(one)))].map(
    (one) => JSON.parse(one) as [string, string, string],
  );
  const has = (name: string, property: string, most: number) =>
    all.some(
      ([n, p, o]) => n === name && p === `${WGS}${property}` && Math.abs(Number(o.slice(1, -1))) <= most,
    );
  const names = new Set(all.map(([name]) => name));
  const places = [...names].filter((name) => has(name, 'lat', 90) && has(name, 'long', 180));
  return {
    subjects: names.size,
    places: new Set(places.map((name) => name.split('#')[0])).size,
    properties: expect.arrayContaining(
      [...Map.groupBy(all, ([, property]) => property)].map(([iri, of]) => ({
        iri,
        count: of.length,
        subjects: new Set(of.map(([name]) => name)).size,
      })),
    ),
  };
}
