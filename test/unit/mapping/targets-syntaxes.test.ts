import { describe, expect, it } from '@jest/globals';
import {
  formats,
  iri,
  literal,
  RDF_FORMAT_IRIS,
  serialise,
  statement,
  text,
  typed,
  xsd,
} from '../../../src/rdf/index.ts';
import { canonicalLines } from '../../conformance/rml-datasets.ts';
import { writtenBy } from './targets-files.ts';

const TRIPLES = `<http://a/x> <http://xmlns.com/foaf/0.1/name> "Musée d’Orsay"@fr .
<http://a/x> <http://xmlns.com/foaf/0.1/age> "33"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://a/x> <http://xmlns.com/foaf/0.1/knows> _:b0 .
_:b0 <http://xmlns.com/foaf/0.1/name> "a\\"b\\\\c\\nd" .
_:b0 <http://xmlns.com/foaf/0.1/knows> <http://a/x> .
<http://a/x> <http://xmlns.com/foaf/0.1/knows> _:bag .
_:bag <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/1999/02/22-rdf-syntax-ns#Bag> .
_:bag <http://www.w3.org/1999/02/22-rdf-syntax-ns#_2> "a & <b>" .
`;
const QUADS = `${TRIPLES}<http://a/x> <http://xmlns.com/foaf/0.1/age> "34" <http://a/g> .\n`;

/** Format → extension that says how to read it, and what is written. */
const SYNTAXES: readonly (readonly [keyof typeof formats, string, string])[] = [
  ['N-Quads', '.nq', QUADS],
  ['N-Triples', '.nt', TRIPLES],
  ['Turtle', '.ttl', TRIPLES],
  ['N3', '.n3', TRIPLES],
  ['TriG', '.trig', QUADS],
  ['JSON-LD', '.jsonld', QUADS],
  ['RDF_XML', '.rdfxml', TRIPLES],
  ['RDF_JSON', '.rdfjson', TRIPLES],
];

describe('A target', () => {
  it.each(SYNTAXES)('in %s is read back as the same dataset', async (format, syntax, statements) => {
    const lines = statements.split(/(?<=\n)/);
    const written = await writtenBy({ serialization: formats[format] }, ...lines, ...lines.slice(0, 2));
    const expected = await canonicalLines({ text: statements, syntax: '.nq' });
    expect(await canonicalLines({ text: written.toString(), syntax })).toEqual(expected);
  });

  it('can be in every format that has an IRI', () => {
    expect(SYNTAXES.map(([format]) => formats[format]).sort()).toEqual(Object.keys(RDF_FORMAT_IRIS).sort());
  });

  it.each(SYNTAXES)('in %s without statements is a document of that syntax', async (format, syntax) => {
    const written = await writtenBy({ serialization: formats[format] });
    expect(await canonicalLines({ text: written.toString(), syntax })).toEqual([]);
  });

  it('in RDF/XML says the encoding it has', async () => {
    const request = { serialization: formats.RDF_XML, encoding: 'utf-16' };
    const written = (await writtenBy(request, TRIPLES)).toString('utf16le');
    expect(written).toContain('<?xml version="1.0" encoding="UTF-16"?>');
  });
});

describe('RDF/JSON', () => {
  it('holds each value once, as its type says, under any name', async () => {
    const name = 'http://a/p';
    const quads = [
      statement('__proto__', name, literal('x')),
      statement('__proto__', name, literal('x')),
      statement('__proto__', name, text('x', 'fr')),
      statement('__proto__', name, typed(1, xsd.integer)),
      statement('__proto__', '1', iri('http://a/o')),
    ];
    const written = await serialise(quads, 'application/rdf+json');
    expect(written.replace(/\s+/g, ' ')).toBe(
      '{ "__proto__": { "http://a/p": [{"type":"literal","value":"x"}, {"type":"literal","value":"x","lang":"fr"}, {"type":"literal","value":"1","datatype":"http://www.w3.org/2001/XMLSchema#integer"}], "1": [{"type":"uri","value":"http://a/o"}] } } ',
    );
  });
});

describe('RDF/XML', () => {
  it('names predicates in whatever namespace, and refuses one that no XML name can stand for', async () => {
    const odd = ['http://a/ns#é', 'http://a/100%25x', 'urn:a:b', 'http://a/q?r=s&t'];
    const quads = odd.map((predicate) => statement('http://a/"x"&', predicate, literal('v')));
    const written = await serialise(quads, 'application/rdf+xml');
    const lines = await canonicalLines({ text: written, syntax: '.rdfxml' });
    expect(lines.map((line) => /> <(.*)> "/.exec(line)?.[1]).sort()).toEqual([...odd].sort());
    const unnameable = [statement('http://a/x', 'http://a/1', literal('v'))];
    await expect(serialise(unnameable, 'application/rdf+xml')).rejects.toThrow('<http://a/1>');
  });
});
