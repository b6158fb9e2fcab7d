import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as rdflib from 'rdflib';
import {
  iri,
  jsonLdToQuads,
  literal,
  parseLines,
  parseTurtle,
  quad,
  type RDF,
  RDF_FORMATS,
  rdfFormatByExtension,
  rdfFormatOf,
  schema,
  serialise,
  text,
} from '../../../src/rdf/index.ts';
import { linesOf, tameQuads, wildQuads } from './quads.ts';

function fromTurtle(turtle: string): readonly RDF.Quad[] {
  const parsed = parseTurtle(turtle, 'x.ttl', 'http://base/');
  if (parsed.kind === 'malformed') throw new Error(parsed.complaint.found.en);
  return parsed.quads;
}

const READERS: Readonly<
  Record<string, (written: string) => Promise<readonly RDF.Quad[]> | readonly RDF.Quad[]>
> = {
  'text/turtle': fromTurtle,
  'application/trig': fromTurtle,
  'application/n-triples': (written) => parseLines(written.split('\n')),
  'application/n-quads': (written) => parseLines(written.split('\n')),
  'application/ld+json': (written) => jsonLdToQuads(JSON.parse(written), 'http://base/'),
  'application/rdf+xml': (written) => {
    const store = rdflib.graph();
    rdflib.parse(written, store, 'http://base/', 'application/rdf+xml');
    return store.statements as unknown as RDF.Quad[];
  },
};

describe('A graph', () => {
  it.each(RDF_FORMATS.map(({ mediaType }) => mediaType))('is read back equal from %s', async (mediaType) => {
    const graphs = mediaType === 'application/rdf+xml' ? tameQuads : wildQuads;
    await fc.assert(
      fc.asyncProperty(graphs, async (quads) => {
        const back = await READERS[mediaType]?.(await serialise(quads, mediaType));
        expect(linesOf(back ?? [])).toEqual(linesOf(quads));
      }),
      { numRuns: 100 },
    );
  });

  const one = quad(iri('http://a/x'), iri(schema.name), text('Orsay', 'fr'), iri('http://g/'));

  it.each([
    ['text/turtle', '@prefix schema: <http://schema.org/> .'],
    ['application/trig', '<http://g/> {'],
    ['application/n-triples', '<http://a/x> <http://schema.org/name> "Orsay"@fr .\n'],
    ['application/n-quads', '<http://a/x> <http://schema.org/name> "Orsay"@fr <http://g/> .\n'],
    ['application/ld+json', '"schema:name"'],
    ['application/rdf+xml', '<schema:name xml:lang="fr">Orsay</schema:name>'],
  ])('in %s has the prefixes it uses, and its graph where there are graphs', async (mediaType, expected) => {
    const written = await serialise([one], mediaType);
    expect(written).toContain(expected);
    expect(written).not.toContain('skos');
  });

  it('in RDF/XML has no characters that XML cannot hold, and keeps its carriage returns', async () => {
    const strange = quad(iri('http://a/x'), iri(schema.name), literal('a\u0001\r\u000b\ufffeb\ud800'));
    expect(await serialise([strange], 'application/rdf+xml')).toContain('>a\ufffd&#13;\ufffd\ufffdb\ufffd<');
  });

  it('cannot be written in a media type nobody knows', async () => {
    await expect(serialise([one], 'text/plain')).rejects.toThrow('text/plain');
  });
});

describe('A media type', () => {
  it('names its format, and so does its extension', () => {
    expect(rdfFormatOf('text/turtle')?.extension).toBe('ttl');
    expect(rdfFormatByExtension('jsonld')?.mediaType).toBe('application/ld+json');
    expect([rdfFormatOf('text/html'), rdfFormatByExtension('html')]).toEqual([undefined, undefined]);
  });
});

describe('JSON-LD', () => {
  it('is read without fetching anything', async () => {
    await expect(
      jsonLdToQuads({ '@context': 'https://schema.org/', name: 'x' }, 'http://base/'),
    ).rejects.toThrow();
  });
});
