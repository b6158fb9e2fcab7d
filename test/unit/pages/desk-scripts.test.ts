import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { territoryData } from '../../../src/pages/index.ts';
import { placeVariables as serverPlaceVariables } from '../../../src/pages/place-variables.ts';
import { TERRITORIES } from '../../../src/pages/territories.ts';

const SCRIPTS = join(import.meta.dirname, '..', '..', '..', 'src', 'pages', 'assets', 'sparql');
/** Scripts for browsers have no types: what they give is what the tests say of it. */
const script = (name: string) => import(join(SCRIPTS, name));

const { readAddress, writeAddress, isLongQuery } = await script('address.js');
const { matching, prepared, shrunk } = await script('terms.js');
const { placesOf, placeVariables, ringsOf, shapeOfWkt } = await script('places.js');
const { projectionOf, sheetOf } = await script('projection.js');
const { withLabels } = await script('run.js');
const { seriesOf, ticks } = await script('series.js');
const { createCells } = await script('cells.js');

const WKT = 'http://www.opengis.net/ont/geosparql#wktLiteral';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const number = (value: number) => ({ type: 'literal', value: String(value), datatype: `${XSD}decimal` });
const text = (value: string) => ({ type: 'literal', value });

describe('The address of a question', () => {
  it('gives the same question and view back, short or long', () => {
    const query = fc.oneof(
      fc.string({ maxLength: 200, unit: 'grapheme' }),
      fc.string({ minLength: 6000, maxLength: 9000 }),
    );
    fc.assert(
      fc.property(query, fc.constantFrom(undefined, 'map', 'chart'), (asked, view) => {
        const sound = asked.toWellFormed();
        const { search, hash } = new URL(writeAddress({ query: sound, view }), 'http://localhost/');
        const expected = sound.trim() === '' ? '' : sound;
        expect(readAddress({ search, hash })).toEqual({ query: expected, view });
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a long question from the server, and carries the language on', () => {
    const query = `ASK { ${'?s ?p ?o . '.repeat(800)} }`;
    expect(isLongQuery(query)).toBe(true);
    const address = writeAddress({ query, language: 'en' });
    expect(address).toMatch(/^\/sparql\?lang=en#query=/);
  });
});

describe('Completion', () => {
  const prefixes = { schema: 'http://schema.org/', s: 'http://schema.org/sub/' };
  const terms = prepared(
    [
      { iri: 'http://schema.org/creator', label: 'Auteur', count: 5 },
      { iri: 'http://schema.org/name', label: 'Nom', count: 90 },
      { iri: 'http://schema.org/nameOfOther', label: 'Nom d’un autre', count: 1 },
      { iri: 'urn:other#été', label: 'Saison', count: 2 },
    ],
    prefixes,
  );
  const found = (typed: string) =>
    matching(terms, typed).map(({ iri }: { iri: string }) => iri.replace(/.*[/#]/, ''));

  it.each([
    ['schema:na', ['name', 'nameOfOther']],
    ['name', ['name', 'nameOfOther']],
    ['aut', ['creator', 'nameOfOther']],
    ['ETE', ['été']],
    ['<http://schema.org/c', ['creator']],
    ['schema:auteur', ['creator']],
    ['', ['name', 'creator', 'été', 'nameOfOther']],
    ['zzz', []],
  ])('of “%s” offers %j', (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it('writes with the longest prefix, and whole where no prefix fits', () => {
    expect(shrunk('http://schema.org/sub/x', prefixes)).toMatchObject({ text: 's:x', prefix: 's' });
    expect(shrunk('http://schema.org/a/b', prefixes)).toEqual({ text: '<http://schema.org/a/b>' });
  });
});

describe('Places', () => {
  it('are found in WKT, or in a latitude and a longitude', () => {
    const wkt = {
      variables: ['g'],
      rows: [{ g: { type: 'literal', value: 'POINT(2.35 48.85)', datatype: WKT } }],
    };
    expect(placesOf(wkt)(wkt.rows[0])).toEqual({ kind: 'points', parts: [[[48.85, 2.35]]] });
    const pair = {
      variables: ['nom', 'latitude', 'longitude'],
      rows: [{ latitude: number(48), longitude: number(2) }],
    };
    expect(placesOf(pair)(pair.rows[0])).toEqual({ kind: 'points', parts: [[[48, 2]]] });
    expect(
      placesOf({ variables: ['lat', 'long'], rows: [{ lat: number(480), long: number(2) }] }),
    ).toBeUndefined();
    expect(placesOf({ variables: ['plat', 'nom'], rows: [{ plat: text('x') }] })).toBeUndefined();
  });

  it('is found in the same columns as the server finds it in, which writes the file to take away', () => {
    const name = fc.constantFrom(
      'lat',
      'latitude',
      'wgs_lat',
      'lon',
      'long',
      'lieu_longitude',
      'plat',
      'g',
      'nom',
    );
    const term = fc.oneof(
      fc.double({ min: -200, max: 200, noNaN: true }).map(number),
      fc.constant(text('x')),
      fc.constant({ ...text('POINT(2 48)'), datatype: WKT }),
    );
    const row = fc.dictionary(name, term);
    fc.assert(
      fc.property(fc.uniqueArray(name), fc.array(row, { maxLength: 4 }), (variables, rows) => {
        const found = serverPlaceVariables({ variables, rows });
        expect(placeVariables({ variables, rows })).toEqual(Object.values(found ?? {}));
      }),
    );
  });

  it.each([
    ['POINT (2 48)', 'points', [[[48, 2]]]],
    ['<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(48 2)', 'points', [[[48, 2]]]],
    [
      'LINESTRING(0 1, 2 3)',
      'line',
      [
        [
          [1, 0],
          [3, 2],
        ],
      ],
    ],
    [
      'MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))',
      'area',
      [
        [
          [0, 0],
          [0, 1],
          [1, 1],
          [0, 0],
        ],
        [
          [5, 5],
          [5, 6],
          [6, 6],
          [5, 5],
        ],
      ],
    ],
  ])('of %s are read', (wkt, kind, parts) => {
    expect(shapeOfWkt(wkt)).toEqual({ kind, parts });
  });

  it.each(['', 'POINT EMPTY', 'POINT(x y)', '<urn:lambert> POINT(1 2)', 'POINT(1000 2)', 'CIRCLE(1 2)'])(
    'of “%s” are none',
    (wkt) => {
      expect(shapeOfWkt(wkt)).toBeUndefined();
    },
  );

  it.each(territoryData('fr').map((data, index) => [data.name, data, TERRITORIES[index]] as const))(
    'in %s are drawn where the pages of things draw them',
    (_name, data, territory) => {
      const project = projectionOf(data.projection);
      for (const [latitude, longitude] of [
        [data.south, data.west],
        [(data.south + data.north) / 2, data.east],
      ] as const) {
        const [x, y] = territory?.project(latitude, longitude) ?? [];
        const [left, top] = project(latitude, longitude);
        expect(left).toBeCloseTo(x ?? Number.NaN, 6);
        expect(top).toBeCloseTo(y ?? Number.NaN, 6);
      }
      const points = ringsOf(data.outline).flat();
      expect(points.length).toBeGreaterThanOrEqual(3); // The smallest islands are triangles.
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(-5);
        expect(x).toBeLessThanOrEqual(data.width + 5);
        expect(y).toBeGreaterThanOrEqual(-5);
        expect(y).toBeLessThanOrEqual(data.height + 5);
      }
    },
  );

  it.each([true, false])('have a cell for each territory on one sheet (wide: %s)', (isWide) => {
    const lands = territoryData('fr');
    const { cells, width, height } = sheetOf(lands, isWide);
    for (const [index, { left, top, scale }] of cells.entries()) {
      expect(left + scale * (lands[index]?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(top + scale * (lands[index]?.height ?? 0)).toBeLessThanOrEqual(height);
    }
  });
});

describe('Labels of an answer', () => {
  const table = {
    variables: ['m', 'mLabel', 'n'],
    rows: [{ m: text('iri'), mLabel: text('Louvre'), n: number(1) }],
  };

  it('stand in place of the column that the server adds', () => {
    const { variables, label } = withLabels(table, 'SELECT ?m ?n { ?m ?p ?n }');
    expect(variables).toEqual(['m', 'n']);
    expect(label(table.rows[0], 'm')).toBe('Louvre');
    expect(label(table.rows[0], 'n')).toBeUndefined();
  });

  it('leave a column alone that the query has itself', () => {
    expect(withLabels(table, 'SELECT ?m ?mLabel ?n { }').variables).toEqual(['m', 'mLabel', 'n']);
  });
});

describe('A triple in an answer', () => {
  it('is told as Turtle writes it', () => {
    const cells = createCells({ base: 'http://b/', prefixes: { x: 'http://x/' }, language: 'fr' });
    const [subject, predicate] = ['http://x/a', 'http://x/b'].map((value) => ({ type: 'uri', value }));
    const object = { type: 'literal', value: 'été', 'xml:lang': 'fr' };
    const inner = { type: 'triple', value: { subject, predicate, object } };
    const term = {
      type: 'triple',
      value: { subject: { type: 'bnode', value: 'n' }, predicate, object: inner },
    };
    expect(cells.words(term)).toBe('<<( _:n x:b <<( x:a x:b "été"@fr )>> )>>');
  });
});

describe('A chart', () => {
  it('draws the first number beside names, and a year before all', () => {
    const rows = [
      { r: { type: 'uri', value: 'x' }, nom: text('a'), n: number(3), m: number(4) },
      { r: { type: 'uri', value: 'y' }, nom: text('b'), n: number(5), m: number(6) },
    ];
    expect(seriesOf({ variables: ['r', 'nom', 'n', 'm'], rows })).toMatchObject({ name: 'nom', value: 'n' });
    const years = [
      { annee: { ...number(1990), datatype: `${XSD}integer` }, n: number(3) },
      { annee: { ...number(1991), datatype: `${XSD}integer` }, n: number(12000) },
    ];
    expect(seriesOf({ variables: ['annee', 'n'], rows: years })).toMatchObject({ name: 'annee', value: 'n' });
    expect(seriesOf({ variables: ['nom'], rows: [{ nom: text('a') }] })).toBeUndefined();
  });

  it('has round values that hold all numbers', () => {
    const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [least, most] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(most - least > 1e-3);
        const found: number[] = ticks(least, most, 5);
        const slack = (most - least) * 1e-6;
        expect(found[0]).toBeLessThanOrEqual(least + slack);
        expect(found.at(-1)).toBeGreaterThanOrEqual(most - slack);
        expect(found.length).toBeLessThan(12);
      }),
      { examples: [[-0.09996041456291971, 0.000039585437080304216]] },
    );
    // Just beyond a round value: the axis goes on to the next.
    expect(ticks(0, 10.001, 5)).toEqual([0, 5, 10, 15]);
  });
});
