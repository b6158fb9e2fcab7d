import { describe, expect, it } from '@jest/globals';
import { preferred, preferredLanguage } from '../../../src/http/negotiation.ts';

const OFFERED = ['text/turtle', 'application/ld+json', 'application/rdf+xml', 'text/csv', 'text/html'].map(
  (mediaType) => ({ mediaType }),
);

const FIREFOX = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const CHROME =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7';

describe('The preferred representation', () => {
  it.each([
    [undefined, 'text/turtle'],
    ['', 'text/turtle'],
    ['*/*', 'text/turtle'],
    [FIREFOX, 'text/html'],
    [CHROME, 'text/html'],
    ['text/html', 'text/html'],
    ['TEXT/HTML', 'text/html'],
    ['application/rdf+xml', 'application/rdf+xml'],
    ['application/ld+json;q=0.5, application/rdf+xml;q=0.6', 'application/rdf+xml'],
    ['application/ld+json;q=0.5,application/rdf+xml;q=0.500', 'application/ld+json'],
    ['text/*', 'text/turtle'],
    ['text/*, text/turtle;q=0', 'text/csv'],
    ['text/*;q=0.3, text/html;q=0.7, */*;q=0.5', 'text/html'],
    ['*/*, text/turtle;q=0.1', 'application/ld+json'],
    ['*/*;q=0.1, text/turtle;q=0', 'application/ld+json'],
    ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', 'application/ld+json'],
    ['application/ld+json;profile="a,b;c";q=0.2, text/csv;q=0.1', 'application/ld+json'],
    ['text/html;level=1, text/html;q=0.2, text/csv;q=0.5', 'text/csv'],
    ['text/html;charset=utf-8', 'text/html'],
    ['text/html;q=1.000', 'text/html'],
    ['text/html;q=high, text/csv', 'text/csv'],
    ['text/html ; q=0.1 , text/csv ; q=0.2', 'text/csv'],
    ['application/json', undefined],
    ['text/turtle;q=0', undefined],
    ['*/*;q=0', undefined],
    ['image/*', undefined],
    ['text/*;q=0, application/json', undefined],
  ])('for Accept %j is %s', (accept, mediaType) => {
    expect(preferred(accept, OFFERED)?.mediaType).toBe(mediaType);
  });
});

describe('The preferred language', () => {
  it.each([
    [undefined, 'fr'],
    ['*', 'fr'],
    ['de', 'fr'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr-CA, en;q=0.9', 'fr'],
    ['fr;q=0.4, en;q=0.6', 'en'],
    ['en, fr', 'fr'],
    ['en;q=0, *', 'fr'],
    ['fr;q=0, *', 'en'],
    ['english', 'fr'],
  ])('for Accept-Language %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
