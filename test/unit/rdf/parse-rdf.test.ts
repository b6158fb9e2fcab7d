import { describe, expect, it } from '@jest/globals';
import { parseRdf } from '../../../src/rdf/index.ts';

const parse = (text: string, mediaType: string) =>
  parseRdf({ text, file: 'x', mediaType, base: 'http://example.org/x' });

const placeOf = async (text: string, mediaType: string) => {
  const parsed = await parse(text, mediaType);
  if (parsed.kind === 'parsed') throw new Error('This was to be malformed.');
  return parsed.complaint;
};

describe('A document', () => {
  it.each([
    ['text/turtle', '<a> <b> _:x , [] .', 2],
    ['application/trig', '<g> { <a> <b> <c> } <a> <b> <c> .', 2],
    ['application/n-triples', '<a:a> <a:b> "c"@fr .\n', 1],
    ['application/n-quads', '<a:a> <a:b> _:c <a:g> .\n', 1],
    ['application/ld+json', '{"@id": "a", "http://example.org/b": [1, "x"]}', 2],
  ])('in %s is read', async (mediaType, text, count) => {
    const parsed = await parse(text, mediaType);
    expect(parsed.kind === 'parsed' && parsed.quads.length).toBe(count);
  });

  it.each([
    ['text/turtle', '<a> <b> <c> .\n<a> <b> .', 2],
    ['text/turtle', '<a> <b> <c> .\n<g> { <a> <b> <c> }', 2],
    ['application/n-triples', '<a:a> <a:b> <a:c> .\n<a:a> <a:b> <a:c> <a:g> .', 2],
    ['application/n-quads', '<a:a> <a:b> <a:c> .\n\n<a> <a:b> <a:c> .', 3],
    ['application/ld+json', '{"@id": "a",\n "b": x,\n "c": 1}', 2],
    ['application/ld+json', '{"@id": "a",\n "b": 1,\n', 3],
    ['application/ld+json', '{"@id": "a",\n "b": "c\n"}', 2],
    ['application/ld+json', '{\n"@id": "a"\n"b": 1}', 3],
  ])('in %s that is malformed is refused with its line', async (mediaType, text, line) => {
    expect((await placeOf(text, mediaType)).place).toEqual({ file: 'x', line });
  });

  it('fetches no context', async () => {
    const { found, remedy } = await placeOf(
      '{"@context": "https://schema.org/", "name": "x"}',
      'application/ld+json',
    );
    expect(found.en).toContain('https://schema.org/');
    expect(remedy.en).toContain('Nothing is fetched');
  });

  it('with statements about statements is refused: SHACL 1.0 has no word for them', async () => {
    const { found } = await placeOf('<a> <b> <<( <c> <d> <e> )>> .', 'text/turtle');
    expect(found.en).toContain('RDF 1.2');
  });

  it('names its syntax when it is malformed', async () => {
    expect((await placeOf('<a:a>', 'application/n-quads')).found.en).toMatch(/^This is not N-Quads: /);
  });
});
