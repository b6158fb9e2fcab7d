import { describe, expect, it } from '@jest/globals';
import { BASE, id, line, SCHEMA, withIndex } from './dumps.ts';

const NAME = `${SCHEMA}name`;
const PREF_LABEL = 'http://www.w3.org/2004/02/skos/core#prefLabel';
const WGS = 'http://www.w3.org/2003/01/geo/wgs84_pos#';
const museum = id('musees', 'M1');
const work = (number: number) => id('oeuvres', `W${String(number).padStart(6, '0')}`);

describe('A description', () => {
  it('holds the lines of the thing, then those of its hash IRIs, and of nothing else', async () => {
    const own = line(museum, NAME, '"Musée"@fr');
    const hash = line(`${museum}#place`, NAME, '"Lieu"');
    const content = {
      musees: [own, hash, line(`${museum}0`, NAME, '"Autre"'), line(`${museum}-a`, NAME, '"Autre"')],
    };
    const description = await withIndex(content, (index) => index.describe(museum));
    expect(description).toEqual({
      iri: museum,
      dataset: 'musees',
      lines: [own, hash],
      incoming: [],
      hash: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('is there for a thing of which only hash IRIs are described', async () => {
    const hash = line(`${museum}#place`, NAME, '"Lieu"');
    expect(await withIndex({ musees: [hash] }, (index) => index.describe(museum)?.lines)).toEqual([hash]);
  });

  it('is undefined for IRIs that are only pointed at, unknown or empty', async () => {
    const content = {
      musees: [line(museum, NAME, '"Musée"'), line(museum, `${SCHEMA}city`, `<${BASE}id/x/y>`)],
    };
    await withIndex(content, (index) => {
      expect(index.describe(`${BASE}id/x/y`)).toBeUndefined();
      expect(index.describe(`${museum}' OR 1=1 --`)).toBeUndefined();
      expect(index.describe('')).toBeUndefined();
    });
  });

  it('joins what two datasets say, each statement once, and names the dataset whose URI space it is', async () => {
    const [a, b, both] = ['"a"', '"b"', '"both"'].map((text) => line(museum, NAME, text)) as [
      string,
      string,
      string,
    ];
    const description = await withIndex({ autres: [a, both], musees: [b, both] }, (index) =>
      index.describe(museum),
    );
    expect(description).toMatchObject({ dataset: 'musees', lines: [a, b, both] });
  });

  it('gives back very long texts whole', async () => {
    const long = line(museum, NAME, `"${'é\\n𝄞'.repeat(50_000)}"@fr`);
    expect(await withIndex({ musees: [long] }, (index) => index.describe(museum)?.lines)).toEqual([long]);
  });
});

describe('Incoming links', () => {
  it('are grouped by property and counted, a hash IRI standing for its thing', async () => {
    const content = {
      musees: [line(museum, NAME, '"Musée"')],
      oeuvres: [
        line(work(2), `${SCHEMA}b`, `<${museum}>`),
        line(`${work(1)}#creation`, `${SCHEMA}b`, `<${museum}>`),
        line(`${work(1)}#other`, `${SCHEMA}b`, `<${museum}>`),
        line(work(1), `${SCHEMA}a`, `<${museum}>`),
      ],
    };
    expect(await withIndex(content, (index) => index.describe(museum)?.incoming)).toEqual([
      { property: `${SCHEMA}a`, count: 1, sources: [work(1)] },
      {
        property: `${SCHEMA}b`,
        count: 2,
        sources: [work(1), work(2)],
        subjects: [`${work(1)}#creation`, `${work(1)}#other`, work(2)],
      },
    ]);
  });

  it('from the thing itself or its hash IRIs do not count', async () => {
    const content = {
      musees: [
        line(museum, `${SCHEMA}sameAs`, `<${museum}>`),
        line(`${museum}#place`, `${SCHEMA}of`, `<${museum}>`),
      ],
    };
    expect(await withIndex(content, (index) => index.describe(museum)?.incoming)).toEqual([]);
  });

  it('by the thousand give their number and the first 25 in order', async () => {
    const numbers = Array.from({ length: 3000 }, (_, number) => number);
    const content = {
      musees: [line(museum, NAME, '"Musée"')],
      oeuvres: numbers.map((number) => line(work(number), `${SCHEMA}museum`, `<${museum}>`)),
    };
    const first = numbers.slice(0, 25).map(work);
    expect(await withIndex(content, (index) => index.describe(museum)?.incoming)).toEqual([
      { property: `${SCHEMA}museum`, count: 3000, sources: first },
    ]);
  });
});

describe('A hash IRI', () => {
  it('is described alone, by its own lines', async () => {
    const hash = line(`${museum}#place`, NAME, '"Lieu"');
    const content = { musees: [line(museum, NAME, '"Musée"'), hash, line(`${museum}#other`, NAME, '"x"')] };
    await withIndex(content, (index) => {
      expect(index.describe(`${museum}#place`)).toMatchObject({ lines: [hash], incoming: [] });
      expect(index.describe(`${museum}#none`)).toBeUndefined();
      expect(index.label(`${museum}#place`, 'fr')).toBe('Lieu');
    });
  });
});

describe('Labels', () => {
  it('come in the language asked for, else French, else English, else any', async () => {
    const content = {
      musees: [
        line(museum, NAME, '"fr \\"1\\""@fr-FR'),
        line(museum, NAME, '"en"@en'),
        line(`${museum}a`, NAME, '"en"@en'),
        line(`${museum}b`, NAME, '"de"@de'),
        line(`${museum}c`, NAME, '"sans langue"'),
        line(`${museum}d`, `${SCHEMA}other`, '"x"'),
      ],
    };
    await withIndex(content, (index) => {
      expect([index.label(museum, 'fr'), index.label(museum, 'en')]).toEqual(['fr "1"', 'en']);
      const others = ['a', 'b', 'c', 'd'].map((letter) => index.label(museum + letter, 'fr'));
      expect(others).toEqual(['en', 'de', 'sans langue', undefined]);
    });
  });

  it('prefer skos:prefLabel, then rdfs:label, schema:name, dcterms:title', async () => {
    const content = {
      musees: [
        line(museum, 'http://purl.org/dc/terms/title', '"title"@fr'),
        line(museum, NAME, '"name"@fr'),
        line(museum, PREF_LABEL, '"pref"@fr'),
        line(museum, NAME, '"name"@en'),
      ],
    };
    await withIndex(content, (index) => {
      expect([index.label(museum, 'fr'), index.label(museum, 'en')]).toEqual(['pref', 'name']);
    });
  });
});

describe('A list of things', () => {
  const content = {
    musees: ['a', 'b', 'c', 'd', 'e'].flatMap((name) => [
      line(id('musees', name), NAME, `"Musée ${name}"@fr`),
      line(`${id('musees', name)}#place`, NAME, '"Lieu"'),
    ]),
    oeuvres: [line(work(1), `${SCHEMA}p`, '"x"'), line(id('musees-bis', 'z'), NAME, '"Z"')],
  };

  it('goes on after an IRI until the last page', async () => {
    await withIndex(content, (index) => {
      const first = index.things('musees', { language: 'fr', limit: 3 });
      expect(first.things.map((thing) => thing.label)).toEqual(['Musée a', 'Musée b', 'Musée c']);
      expect(first.next).toBe(id('musees', 'c'));
      const second = index.things('musees', { language: 'fr', limit: 3, after: id('musees', 'c') });
      expect(second).toEqual({
        things: ['d', 'e'].map((name) => ({ iri: id('musees', name), label: `Musée ${name}` })),
      });
    });
  });

  it('stays within its dataset, whatever it is to continue after', async () => {
    await withIndex(content, (index) => {
      expect(index.things('musees', { language: 'fr', limit: 9, after: 'a' }).things).toHaveLength(5);
      expect(index.things('musees', { language: 'fr', limit: 9, after: work(0) }).things).toEqual([]);
      expect(index.things('rien', { language: 'fr', limit: 9 })).toEqual({ things: [] });
    });
  });

  it('shows the identifier of a thing without label', async () => {
    const [thing] = await withIndex(
      content,
      (index) => index.things('oeuvres', { language: 'fr', limit: 1 }).things,
    );
    expect(thing?.label).toBe('W000001');
  });
});

describe('Places', () => {
  const degrees = (subject: string, lat: string, long: string, space = WGS, names = ['lat', 'long']) => [
    line(subject, space + names[0], `"${lat}"^^<http://www.w3.org/2001/XMLSchema#decimal>`),
    line(subject, space + names[1], `"${long}"^^<http://www.w3.org/2001/XMLSchema#decimal>`),
  ];

  it('come from the thing or its hash IRIs, by WGS84 or schema.org, the thing’s own first', async () => {
    const content = {
      musees: [
        ...degrees(id('musees', 'a'), '48.5', '-2.5'),
        ...degrees(`${id('musees', 'a')}#geo`, '1', '1'),
        ...degrees(`${id('musees', 'b')}#geo`, '43', '5', SCHEMA, ['latitude', 'longitude']),
      ],
      oeuvres: degrees(work(1), '10', '20'),
    };
    await withIndex(content, (index) => {
      expect(index.places('musees', 10)).toEqual([
        { iri: id('musees', 'a'), latitude: 48.5, longitude: -2.5 },
        { iri: id('musees', 'b'), latitude: 43, longitude: 5 },
      ]);
      expect(index.places('musees', 1)).toHaveLength(1);
    });
  });

  it('off the Earth, half given or not numbers are left out', async () => {
    const content = {
      musees: [
        ...degrees(id('musees', 'a'), '148.5', '2'),
        ...degrees(id('musees', 'b'), 'north', '2'),
        ...degrees(id('musees', 'c'), '48', '2').slice(0, 1),
      ],
    };
    expect(await withIndex(content, (index) => index.places('musees', 10))).toEqual([]);
  });
});
