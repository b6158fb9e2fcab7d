import { describe, expect, it } from '@jest/globals';
import { iri, parseRdf, reportPrefixes, serialise, statement } from '../../../src/rdf/index.ts';

const prefixesOf = async (text: string, mediaType: string) => {
  const parsed = await parseRdf({ text, file: 'x', mediaType, base: 'http://example.org/' });
  return parsed.kind === 'parsed' ? parsed.prefixes : undefined;
};

describe('Prefixes of a document', () => {
  it.each([
    ['text/turtle', '@prefix ex: <http://example.org/ns#> .'],
    ['application/ld+json', '{"@context": [{"ex": "http://example.org/ns#", "name": "ex:name"}]}'],
  ])('are told by %s', async (mediaType, text) => {
    expect(await prefixesOf(text, mediaType)).toEqual({ ex: 'http://example.org/ns#' });
  });

  it('are used before the platform’s, whose label and namespace they take', () => {
    const prefixes = reportPrefixes([
      { schema: 'https://schema.org/', s: 'http://www.w3.org/2004/02/skos/core#' },
    ]);
    expect(prefixes['schema']).toBe('https://schema.org/');
    expect(prefixes).not.toHaveProperty('skos');
    expect(prefixes['dcterms']).toBe('http://purl.org/dc/terms/');
  });

  it('give way to each other in the order of the documents', () => {
    expect(reportPrefixes([{ ex: 'http://a.example/' }, { ex: 'http://b.example/' }])['ex']).toBe(
      'http://a.example/',
    );
  });

  it('cannot rename what reports speak of', () => {
    expect(reportPrefixes([{ sh: 'http://example.org/' }])['sh']).toBe('http://www.w3.org/ns/shacl#');
  });

  it('are left out where a syntax could not write them', () => {
    const odd = {
      '': 'http://a.example/',
      'a.b': 'http://b.example/',
      c: 'urn:c',
      d: 'http://d.example/> .',
    };
    expect(Object.values(reportPrefixes([odd]))).not.toEqual(expect.arrayContaining(Object.values(odd)));
  });

  it('are bounded in number', () => {
    const many = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, n) => [`p${n}`, `http://p${n}.example/`]),
    );
    expect(Object.keys(reportPrefixes([many])).length).toBe(200);
  });

  it.each(['text/turtle', 'application/ld+json'])('are written in %s', async (mediaType) => {
    const said = statement('http://a.example/s', 'http://a.example/p', iri('http://a.example/o'));
    expect(await serialise([said], mediaType, reportPrefixes([{ a: 'http://a.example/' }]))).toContain('a:p');
  });
});
