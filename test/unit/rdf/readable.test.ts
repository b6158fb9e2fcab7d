import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  blankNode,
  defaultGraph,
  inReadableOrder,
  iri,
  jsonLdToQuads,
  literal,
  parseTurtle,
  quad,
  quadLine,
  type RDF,
  rdf,
  rdfs,
  schema,
  serialise,
  skos,
  text,
  typed,
  wgs,
  xsd,
} from '../../../src/rdf/index.ts';
import { linesOf, wildQuads } from './quads.ts';

const THING = iri('http://a.example/id/x');
const PART = iri('http://a.example/id/x#part');
const said = (subject: RDF.NamedNode, property: string, object: RDF.Quad_Object, graph?: RDF.NamedNode) =>
  quad(subject, iri(property), object, graph ?? defaultGraph());

const SAID = [
  said(THING, skos.notation, literal('07')),
  said(THING, wgs.lat, typed('48.690', xsd.decimal)),
  said(THING, schema.url, iri('https://a.example/')),
  said(THING, schema.name, text('Orsay Museum', 'en')),
  said(THING, schema.name, text('Musée d’Orsay', 'fr')),
  said(THING, schema.description, text('Une gare,\npuis un "musée" \\ un lieu.', 'fr')),
  said(THING, rdf.type, iri(`${schema.namespace}Museum`)),
  said(PART, schema.dateCreated, typed('1900', xsd.gYear)),
  said(THING, skos.altLabel, text('Gare d’Orsay', 'fr')),
];

describe('Turtle', () => {
  it('is written for people: used prefixes, one block a subject, classes and names first', async () => {
    const order = (property: string) => [schema.url, skos.altLabel].indexOf(property) >>> 0;
    expect(await serialise(inReadableOrder(SAID, order), 'text/turtle')).toBe(`\
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <http://schema.org/> .
@prefix wgs: <http://www.w3.org/2003/01/geo/wgs84_pos#> .

<http://a.example/id/x> a schema:Museum ;
  schema:name "Musée d’Orsay"@fr, "Orsay Museum"@en ;
  schema:url <https://a.example/> ;
  skos:altLabel "Gare d’Orsay"@fr ;
  schema:description """Une gare,
puis un \\"musée\\" \\\\ un lieu."""@fr ;
  wgs:lat 48.690 ;
  skos:notation "07" .

<http://a.example/id/x#part> schema:dateCreated "1900"^^xsd:gYear .
`);
  });

  it.each([
    [typed('007', xsd.integer), ' 007 .'],
    [typed('+1', xsd.integer), ' +1 .'],
    [typed('-.50', xsd.decimal), ' -.50 .'],
    [typed('5.', xsd.decimal), '"5."^^xsd:decimal'],
    [typed('1e3', xsd.double), '"1e3"^^xsd:double'],
    [typed('one', xsd.integer), '"one"^^xsd:integer'],
    [typed('true', xsd.boolean), ' true .'],
    [typed('1', xsd.boolean), '"1"^^xsd:boolean'],
    [literal('\\n'), '"\\\\n"'],
    [literal('"""'), '"\\"\\"\\""'],
    [literal('\n"'), '"""\n\\""""'],
    [iri('http://a.example/a b>'), '<http://a.example/a\\u0020b\\u003E>'],
    [iri(`${schema.namespace}a.b`), '<http://schema.org/a.b>'],
    [iri(`${schema.namespace}-a`), '<http://schema.org/-a>'],
    [blankNode('b1'), ' _:b1 .'],
  ])('writes %o as %s', async (object, written) => {
    expect(await serialise([said(THING, schema.url, object)], 'text/turtle')).toContain(written);
  });

  it('says once what is said twice, and lets long lists stand below each other', async () => {
    const long = ['a', 'b', 'a'].map((one) => said(THING, schema.name, literal(one.repeat(60))));
    const written = await serialise(long, 'text/turtle');
    expect(written).toContain(`schema:name "${'a'.repeat(60)}",\n    "${'b'.repeat(60)}" .`);
  });
});

const GRAPHS = [undefined, iri('http://g.example/1'), iri('http://g.example/2')] as const;
const graphed = fc
  .tuple(wildQuads, fc.array(fc.constantFrom(...GRAPHS), { minLength: 6, maxLength: 6 }))
  .map(([quads, graphs]) =>
    quads.map((one, at) => quad(one.subject, one.predicate, one.object, graphs[at] ?? defaultGraph())),
  );
const withGraphs = (quads: readonly RDF.Quad[]) => [...new Set(quads.map((one) => quadLine(one)))].sort();

describe('Named graphs', () => {
  it('come back from TriG and JSON-LD as they were', async () => {
    await fc.assert(
      fc.asyncProperty(graphed, async (quads) => {
        const trig = parseTurtle(await serialise(quads, 'application/trig'), 'x', 'http://base/');
        expect(withGraphs(trig.kind === 'parsed' ? trig.quads : [])).toEqual(withGraphs(quads));
        const json = JSON.parse(await serialise(quads, 'application/ld+json'));
        expect(withGraphs(await jsonLdToQuads(json, 'http://base/'))).toEqual(withGraphs(quads));
      }),
    );
  });
});

describe('JSON-LD', () => {
  const write = async (quads: readonly RDF.Quad[]) =>
    JSON.parse(await serialise(quads, 'application/ld+json'));

  it('is written for people: bare values, explained once in the context', async () => {
    const text = await serialise(inReadableOrder(SAID), 'application/ld+json');
    expect(JSON.parse(text)).toEqual({
      '@context': {
        xsd: xsd.namespace,
        skos: skos.namespace,
        schema: schema.namespace,
        wgs: wgs.namespace,
        'schema:name': { '@container': '@language' },
        'schema:description': { '@container': '@language' },
        'schema:url': { '@type': '@id' },
        'skos:altLabel': { '@container': '@language' },
        'wgs:lat': { '@type': 'xsd:decimal' },
        'schema:dateCreated': { '@type': 'xsd:gYear' },
      },
      '@graph': [
        {
          '@id': THING.value,
          '@type': 'schema:Museum',
          'schema:name': { fr: 'Musée d’Orsay', en: 'Orsay Museum' },
          'schema:description': { fr: 'Une gare,\npuis un "musée" \\ un lieu.' },
          'schema:url': 'https://a.example/',
          'wgs:lat': '48.690',
          'skos:altLabel': { fr: 'Gare d’Orsay' },
          'skos:notation': '07',
        },
        { '@id': PART.value, 'schema:dateCreated': '1900' },
      ],
    });
    expect(Object.keys(JSON.parse(text)['@graph'][0]).slice(0, 3)).toEqual(['@id', '@type', 'schema:name']);
  });

  it('says of each value what it is where they differ', async () => {
    const mixed = [
      said(THING, schema.dateCreated, typed('1900', xsd.gYear)),
      said(THING, schema.dateCreated, text('vers 1900', 'fr')),
      said(THING, schema.dateCreated, literal('1900')),
      said(THING, schema.dateCreated, iri('http://a.example/1900')),
    ];
    expect((await write(mixed))['@graph'][0]['schema:dateCreated']).toEqual([
      { '@value': '1900', '@type': 'xsd:gYear' },
      { '@value': 'vers 1900', '@language': 'fr' },
      '1900',
      { '@id': 'http://a.example/1900' },
    ]);
  });

  it.each(['geo:48.2,16.3', 'schema:x', 'xsd:x/y'])(
    'is not misled by the IRI %s, whose scheme is a prefix',
    async (name) => {
      const quads = [
        said(THING, schema.url, iri(name)),
        said(iri(name), schema.name, typed('1', xsd.gYear)),
        said(THING, name, literal('x')),
      ];
      expect(linesOf(await jsonLdToQuads(await write(quads), 'http://base/'))).toEqual(linesOf(quads));
    },
  );

  it('keeps what is said of classes as texts', async () => {
    const quads = [said(THING, rdf.type, literal('Musée')), said(THING, rdf.type, iri(rdfs.Class))];
    expect(linesOf(await jsonLdToQuads(await write(quads), 'http://base/'))).toEqual(linesOf(quads));
  });
});

describe('The order for people', () => {
  const key = (quads: readonly RDF.Quad[]) => quads.map((one) => quadLine(one));

  it('loses nothing, is the same however statements come, and does not change what is in order', async () => {
    const shuffled = wildQuads.chain((quads) =>
      fc.tuple(fc.constant(quads), fc.shuffledSubarray([...quads], { minLength: quads.length })),
    );
    await fc.assert(
      fc.property(shuffled, ([quads, other]) => {
        const ordered = inReadableOrder(quads);
        expect(key(inReadableOrder(ordered))).toEqual(key(ordered));
        expect([...key(ordered)].sort()).toEqual([...key(quads)].sort());
        for (const subject of new Set(quads.map((one) => one.subject.value))) {
          const own = (all: readonly RDF.Quad[]) => key(all.filter((one) => one.subject.value === subject));
          expect(own(inReadableOrder(other))).toEqual(own(ordered));
        }
      }),
    );
  });

  it('puts a thing before its parts, and these before the next thing', () => {
    const names = [
      'http://a.example/x#b',
      'http://a.example/y',
      'http://a.example/x',
      'http://a.example/x#a',
    ];
    const quads = names.map((name) => said(iri(name), schema.name, literal('x')));
    expect(inReadableOrder(quads).map(({ subject }) => subject.value)).toEqual(
      ['x', 'x#b', 'x#a', 'y'].map((name) => `http://a.example/${name}`),
    );
  });

  it('bears ranks without end', () => {
    const order = () => Number.POSITIVE_INFINITY;
    expect(key(inReadableOrder(SAID, order))).toEqual(key(inReadableOrder(SAID)));
  });
});
