import { describe, expect, it } from '@jest/globals';
import { preferredProfile } from '../../../src/http/negotiation.ts';

const NATIVE = { token: 'native', iri: 'http://localhost:3000/def/' };
const SCHEMA = { token: 'schema', iri: 'http://schema.org/' };
const LINKED_ART = {
  token: 'linked-art',
  iri: 'https://linked.art/ns/terms/',
  contextIri: 'https://linked.art/ns/v1/linked-art.json',
};
const OFFERED = [NATIVE, SCHEMA, LINKED_ART];

describe('The preferred profile', () => {
  it.each([
    [undefined, 'native'],
    ['', 'native'],
    ['*', 'native'],
    ['<http://schema.org/>', 'schema'],
    ['schema', 'schema'],
    ['<schema>', 'schema'],
    ['<http://schema.org/>;q=0.5, <https://linked.art/ns/terms/>;q=0.6', 'linked-art'],
    ['<https://linked.art/ns/terms/>; q=0.5 , schema; q=1.0', 'schema'],
    ['<urn:example:a;b,c>, <http://schema.org/>;q=0.1', 'schema'],
    ['<http://localhost:3000/def/>;q=0, *', 'schema'],
    ['*;q=0.1, linked-art', 'linked-art'],
    ['<urn:example:unknown>', undefined],
    ['<http://schema.org/>;q=0', undefined],
    ['<http://schema.org/>;q=high', undefined],
    ['*;q=0', undefined],
    ['<http://schema.org', undefined],
  ])('for Accept-Profile %j is %s', (header, token) => {
    const headers = header === undefined ? {} : { 'accept-profile': header };
    expect(preferredProfile(headers, OFFERED)?.token).toBe(token);
  });

  it.each([
    ['application/ld+json;profile="https://linked.art/ns/v1/linked-art.json"', 'linked-art'],
    ['text/turtle;q=0.1, application/ld+json; PROFILE="urn:x https://linked.art/ns/terms/"', 'linked-art'],
    ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', 'native'],
    ['application/ld+json', 'native'],
  ])('may be named in Accept: %j is %s', (accept, token) => {
    expect(preferredProfile({ accept }, OFFERED)?.token).toBe(token);
    expect(preferredProfile({ accept, 'accept-profile': 'schema' }, OFFERED)?.token).toBe('schema');
  });

  it('comes from several headers as from one', () => {
    expect(preferredProfile({ 'accept-profile': ['schema;q=0.1', 'linked-art'] }, OFFERED)).toBe(LINKED_ART);
  });

  it('is found in any header within a moment', () => {
    for (const piece of ['<', '"', '<a', ',', ';q=', '<>,', '";'])
      expect(preferredProfile({ 'accept-profile': piece.repeat(8000) }, OFFERED)).toBeUndefined();
  });
});
